-- Criterion 4: fewer addicts and users than on the day of registration, and neither kind grown.
SELECT u.unit, 'not-registered' AS requirement, CAST (NULL AS TEXT) AS subject, CAST (NULL AS INTEGER) AS number
FROM day_unit u
WHERE u.registered_on IS NULL

UNION ALL
SELECT f.unit, 'addicts-grew', NULL, NULL
FROM day_figures f
JOIN day_unit u ON u.unit = f.unit
WHERE u.registered_on IS NOT NULL AND f.addicts > f.registered_addicts

UNION ALL
SELECT f.unit, 'users-grew', NULL, NULL
FROM day_figures f
JOIN day_unit u ON u.unit = f.unit
WHERE u.registered_on IS NOT NULL AND f.users > f.registered_users

UNION ALL
SELECT f.unit, 'not-reduced', NULL, NULL
FROM day_figures f
JOIN day_unit u ON u.unit = f.unit
WHERE u.registered_on IS NOT NULL
  AND f.addicts + f.users >= f.registered_addicts + f.registered_users
  AND f.addicts + f.users + f.registered_addicts + f.registered_users > 0;
