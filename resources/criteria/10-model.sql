-- Criterion 10: at least one model at work, and effective.
SELECT u.unit, 'no-effective-model' AS requirement, CAST (NULL AS TEXT) AS subject, CAST (NULL AS INTEGER) AS number
FROM day_unit u
WHERE NOT EXISTS (
  SELECT 1
  FROM day_area a
  JOIN models m ON m.unit = a.member
  WHERE a.unit = u.unit AND m.effective = 'yes'
    AND m.started_on <= :day AND (m.ended_on IS NULL OR m.ended_on > :day));
