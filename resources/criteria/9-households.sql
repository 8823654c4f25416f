-- Criterion 9: every household has committed itself; all of none is not all. The cross joins
-- keep the order of the tables, so that the few uncommitted are found by index rather than by reading every household.
SELECT f.unit, 'no-household' AS requirement, CAST (NULL AS TEXT) AS subject, CAST (NULL AS INTEGER) AS number
FROM day_figures f
WHERE f.households = 0

UNION ALL
SELECT a.unit, 'household-uncommitted', h.id, NULL
FROM day_area a
CROSS JOIN households h
WHERE h.unit = a.member AND h.committed_on IS NULL
  AND (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day)

UNION ALL
SELECT a.unit, 'household-uncommitted', h.id, NULL
FROM day_area a
CROSS JOIN households h
WHERE h.unit = a.member AND h.committed_on > :day
  AND (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day);
