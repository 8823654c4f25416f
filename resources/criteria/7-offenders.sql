-- Criterion 7: every offender who resides here handled or arrested, every fugitive who hides here arrested. Where an
-- offender's residence is not known they count where the case is.
SELECT a.unit, 'violation-unhandled' AS requirement, o.id AS subject, CAST (NULL AS INTEGER) AS number
FROM offenders o
JOIN cases c ON c.id = o."case"
JOIN day_area a ON a.member = coalesce (o.unit, c.unit)
WHERE o.liability = 'administrative' AND c.happened_on <= :day AND (o.handled_on IS NULL OR o.handled_on > :day)

UNION ALL
SELECT a.unit, 'offender-at-large', o.id, NULL
FROM offenders o
JOIN cases c ON c.id = o."case"
JOIN day_area a ON a.member = coalesce (o.unit, c.unit)
WHERE o.liability = 'criminal' AND c.happened_on <= :day AND (o.arrested_on IS NULL OR o.arrested_on > :day)

UNION ALL
SELECT a.unit, 'fugitive-at-large', f.id, NULL
FROM day_area a
JOIN fugitives f ON f.unit = a.member
WHERE f.wanted_on <= :day AND (f.arrested_on IS NULL OR f.arrested_on > :day);
