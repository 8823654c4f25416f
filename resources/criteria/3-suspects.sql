-- Criterion 3: every suspected person tested since the suspicion began, whatever the result.
SELECT s.unit, 'suspect-test' AS requirement, s.person AS subject, CAST (NULL AS INTEGER) AS number
FROM day_subject s
WHERE s.category = 'suspected' AND (s.tested_on IS NULL OR s.tested_on < s.since);
