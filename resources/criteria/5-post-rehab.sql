-- Criterion 5: every post-rehab person recorded; those in the community supervised, tested periodically and unannounced,
-- counselled and helped to a living.
SELECT s.unit, 'post-rehab-record' AS requirement, s.person AS subject, CAST (NULL AS INTEGER) AS number
FROM day_subject s
WHERE s.category = 'post_rehab' AND NOT s.is_recorded

UNION ALL
SELECT s.unit, 'post-rehab-supervision', s.person, NULL
FROM day_subject s
WHERE s.category = 'post_rehab' AND s.in_community AND NOT s.is_supervised

UNION ALL
SELECT s.unit, 'post-rehab-periodic-test', s.person, NULL
FROM day_subject s
WHERE s.category = 'post_rehab' AND s.in_community AND (s.tested_on IS NULL OR s.tested_on < :periodic_test_from)

UNION ALL
SELECT s.unit, 'post-rehab-unannounced-test', s.person, NULL
FROM day_subject s
WHERE s.category = 'post_rehab' AND s.in_community
  AND NOT EXISTS (
    SELECT 1 FROM tests x
    WHERE x.person = s.person AND x.occasion = 'unannounced' AND x.sampled_on >= s.since AND x.sampled_on <= :day)

UNION ALL
SELECT s.unit, 'post-rehab-counselling', s.person, NULL
FROM day_subject s
WHERE s.category = 'post_rehab' AND s.in_community
  AND NOT EXISTS (
    SELECT 1 FROM supports h
    WHERE h.person = s.person AND h.kind = 'counselling' AND h."from" >= s.since AND h."from" <= :day)

UNION ALL
SELECT s.unit, 'post-rehab-livelihood', s.person, NULL
FROM day_subject s
WHERE s.category = 'post_rehab' AND s.in_community
  AND NOT EXISTS (
    SELECT 1 FROM supports h
    WHERE h.person = s.person AND h.kind IN ('job', 'vocational', 'loan') AND h."from" >= s.since AND h."from" <= :day);
