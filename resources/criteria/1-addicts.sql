-- Criterion 1: every addict known, in treatment, under 10 in the community, supervised there, tested clean.
SELECT u.unit, 'not-reviewed' AS requirement, CAST (NULL AS TEXT) AS subject, CAST (NULL AS INTEGER) AS number
FROM day_unit u
WHERE NOT EXISTS (
  SELECT 1 FROM reviews v WHERE v.unit = u.unit AND v.reviewed_on >= :review_from AND v.reviewed_on <= :day)

UNION ALL
SELECT s.unit, 'addict-record', s.person, NULL
FROM day_subject s
WHERE s.category = 'addict' AND NOT s.is_recorded

UNION ALL
SELECT s.unit, 'addict-treatment', s.person, NULL
FROM day_subject s
WHERE s.category = 'addict'
  AND NOT EXISTS (
    SELECT 1 FROM treatments t
    WHERE t.person = s.person AND t."from" <= :day AND (t."to" IS NULL OR t."to" > :day))
  AND NOT EXISTS (
    SELECT 1 FROM detentions d
    WHERE d.person = s.person AND d."from" <= :day AND (d."to" IS NULL OR d."to" > :day))

UNION ALL
SELECT f.unit, 'addict-limit', NULL, f.addicts_in_community
FROM day_figures f
WHERE f.addicts_in_community >= :addict_limit

UNION ALL
SELECT s.unit, 'addict-supervision', s.person, NULL
FROM day_subject s
WHERE s.category = 'addict' AND s.in_community AND NOT s.is_supervised

UNION ALL
-- The latest test decides; of two on one day the positive one.
SELECT s.unit, 'addict-test', s.person, NULL
FROM day_subject s
WHERE s.category = 'addict' AND s.in_community
  AND (s.tested_on IS NULL OR s.tested_on < :test_from
       OR EXISTS (
         SELECT 1 FROM tests x
         WHERE x.person = s.person AND x.sampled_on = s.tested_on AND x.result = 'positive'));
