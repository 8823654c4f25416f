-- Criterion 9: every household has committed itself; all of none is not all.
SELECT f.unit, 'no-household' AS requirement, CAST (NULL AS TEXT) AS subject, CAST (NULL AS INTEGER) AS number
FROM day_figures f
WHERE f.households = 0

UNION ALL
SELECT a.unit, 'household-uncommitted', h.id, NULL
FROM day_area a
JOIN households h ON h.unit = a.member AND h.committed_on IS NULL
WHERE (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day)

UNION ALL
SELECT a.unit, 'household-uncommitted', h.id, NULL
FROM day_area a
JOIN households h ON h.unit = a.member AND h.committed_on > :day
WHERE (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day);
