-- Criterion 8: since the registration no grave case by a person whom the registers had missed.
SELECT a.unit, 'serious-case-by-missed-person' AS requirement, c.id AS subject, CAST (NULL AS INTEGER) AS number
FROM day_area a
JOIN day_unit u ON u.unit = a.unit
JOIN cases c ON c.unit = a.member
WHERE c.severity IN ('very_serious', 'extremely_serious') AND c.by_missed_person = 'yes'
  AND c.happened_on >= u.since AND c.happened_on <= :day;
