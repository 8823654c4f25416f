-- Criterion 2: every user and every person with psychosis recorded, supervised and tested clean; an addict counts there
-- and not here.
WITH subject (unit, person, in_community, is_recorded, is_supervised, tested_on) AS (
  SELECT DISTINCT s.unit, s.person, s.in_community, s.is_recorded, s.is_supervised, s.tested_on
  FROM day_subject s
  WHERE s.category IN ('user', 'psychosis')
    AND NOT EXISTS (
      SELECT 1 FROM day_subject a WHERE a.category = 'addict' AND a.unit = s.unit AND a.person = s.person)
)
SELECT s.unit, 'user-record' AS requirement, s.person AS subject, CAST (NULL AS INTEGER) AS number
FROM subject s
WHERE NOT s.is_recorded

UNION ALL
SELECT s.unit, 'user-supervision', s.person, NULL
FROM subject s
WHERE s.in_community AND NOT s.is_supervised

UNION ALL
SELECT s.unit, 'user-test', s.person, NULL
FROM subject s
WHERE s.in_community
  AND (s.tested_on IS NULL OR s.tested_on < :test_from
       OR EXISTS (
         SELECT 1 FROM tests x
         WHERE x.person = s.person AND x.sampled_on = s.tested_on AND x.result = 'positive'));
