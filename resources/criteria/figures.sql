-- One row for every unit evaluated, by code.
SELECT u.code, u.name, u.kind, d.registered_on, f.addicts, f.addicts_in_community, f.users, f.households, f.committed,
  f.registered_addicts, f.registered_users
FROM day_unit d
JOIN units u ON u.code = d.unit
JOIN day_figures f ON f.unit = d.unit
ORDER BY u.code;
