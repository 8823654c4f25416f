-- Criterion 6: no hotspot or ring, and since the registration no cultivation and no production.
SELECT a.unit, 'hotspot' AS requirement, h.id AS subject, CAST (NULL AS INTEGER) AS number
FROM day_area a
JOIN hotspots h ON h.unit = a.member
WHERE h.found_on <= :day AND (h.cleared_on IS NULL OR h.cleared_on > :day)

UNION ALL
SELECT a.unit, 'drug-crop-or-production', c.id, NULL
FROM day_area a
JOIN day_unit u ON u.unit = a.unit
JOIN cases c ON c.unit = a.member
WHERE c.kind IN ('cultivation', 'production') AND c.happened_on >= u.since AND c.happened_on <= :day;
