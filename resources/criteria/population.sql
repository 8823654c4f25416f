-- Who counts where on :day, in the area of every unit evaluated: the one named :unit, else each commune, town and ward.
-- A period holds on a day when it began by then and its end, the first day on which it no longer holds, lies after.

DELETE FROM day_unit;
DELETE FROM day_area;
DELETE FROM day_subject;
DELETE FROM registered_area;
DELETE FROM registered_subject;
DELETE FROM day_figures;

INSERT INTO day_unit (unit, registered_on, since)
SELECT u.code, r.registered_on, coalesce (r.registered_on, :plan_start)
FROM units u
LEFT JOIN (
  SELECT unit, max (registered_on) AS registered_on
  FROM registrations
  WHERE registered_on <= :day
  GROUP BY unit
) r ON r.unit = u.code
WHERE (u.valid_from IS NULL OR u.valid_from <= :day)
  AND (u.valid_to IS NULL OR u.valid_to > :day)
  AND (u.code = :unit OR (CAST (:unit AS TEXT) IS NULL AND u.kind IN ('commune', 'town', 'ward')));

INSERT INTO day_area (unit, member)
WITH RECURSIVE area (unit, member) AS (
  SELECT unit, unit FROM day_unit
  UNION
  SELECT area.unit, child.code
  FROM area
  JOIN units child ON child.parent = area.member
  WHERE (child.valid_from IS NULL OR child.valid_from <= :day)
    AND (child.valid_to IS NULL OR child.valid_to > :day)
)
SELECT unit, member FROM area;

-- In the community: in no centre and not detained; other treatment does not take a person out of it.
INSERT INTO day_subject (unit, person, category, since, in_community, is_recorded, is_supervised, tested_on)
SELECT a.unit, r.person, c.category, max (c."from"),
  NOT EXISTS (
    SELECT 1 FROM treatments t
    WHERE t.person = r.person AND t.form IN ('compulsory_centre', 'voluntary_centre')
      AND t."from" <= :day AND (t."to" IS NULL OR t."to" > :day))
  AND NOT EXISTS (
    SELECT 1 FROM detentions d
    WHERE d.person = r.person AND d."from" <= :day AND (d."to" IS NULL OR d."to" > :day)),
  EXISTS (
    SELECT 1 FROM management_records m
    WHERE m.person = r.person AND m.opened_on <= :day AND (m.closed_on IS NULL OR m.closed_on > :day)),
  EXISTS (
    SELECT 1 FROM management_records m
    WHERE m.person = r.person AND m.opened_on <= :day AND (m.closed_on IS NULL OR m.closed_on > :day)
      AND m.supervisor IS NOT NULL),
  (SELECT max (x.sampled_on) FROM tests x WHERE x.person = r.person AND x.sampled_on <= :day)
FROM day_area a
CROSS JOIN residences r
CROSS JOIN classifications c
WHERE r.unit = a.member AND c.person = r.person
  AND r."from" <= :day AND (r."to" IS NULL OR r."to" > :day)
  AND c."from" <= :day AND (c."to" IS NULL OR c."to" > :day)
GROUP BY a.unit, r.person, c.category;

INSERT INTO registered_area (unit, registered_on, member)
WITH RECURSIVE area (unit, registered_on, member) AS (
  SELECT d.unit, d.registered_on, u.code
  FROM day_unit d
  JOIN units u ON u.code = d.unit
  WHERE (u.valid_from IS NULL OR u.valid_from <= d.registered_on)
    AND (u.valid_to IS NULL OR u.valid_to > d.registered_on)
    AND d.registered_on IS NOT NULL
  UNION
  SELECT area.unit, area.registered_on, child.code
  FROM area
  JOIN units child ON child.parent = area.member
  WHERE (child.valid_from IS NULL OR child.valid_from <= area.registered_on)
    AND (child.valid_to IS NULL OR child.valid_to > area.registered_on)
)
SELECT unit, registered_on, member FROM area;

INSERT INTO registered_subject (unit, person, is_addict)
SELECT a.unit, r.person, max (CASE WHEN c.category = 'addict' THEN 1 ELSE 0 END) = 1
FROM registered_area a
JOIN residences r ON r.unit = a.member
JOIN classifications c ON c.person = r.person AND c.category IN ('addict', 'user')
WHERE r."from" <= a.registered_on AND (r."to" IS NULL OR r."to" > a.registered_on)
  AND c."from" <= a.registered_on AND (c."to" IS NULL OR c."to" > a.registered_on)
GROUP BY a.unit, r.person;

INSERT INTO day_figures (unit, addicts, addicts_in_community, users, households, committed,
                         registered_addicts, registered_users)
SELECT u.unit, coalesce (addict.number, 0), coalesce (addict.in_community, 0), coalesce (users.number, 0),
  coalesce (household.number, 0), coalesce (household.committed, 0),
  coalesce (registered.addicts, 0), coalesce (registered.users, 0)
FROM day_unit u
LEFT JOIN (
  SELECT unit, count (*) AS number, count (CASE WHEN in_community THEN 1 END) AS in_community
  FROM day_subject
  WHERE category = 'addict'
  GROUP BY unit
) addict ON addict.unit = u.unit
LEFT JOIN (
  SELECT s.unit, count (*) AS number
  FROM day_subject s
  WHERE s.category = 'user'
    AND NOT EXISTS (
      SELECT 1 FROM day_subject a WHERE a.category = 'addict' AND a.unit = s.unit AND a.person = s.person)
  GROUP BY s.unit
) users ON users.unit = u.unit
LEFT JOIN (
  SELECT a.unit, sum (h.number) AS number, sum (h.committed) AS committed
  FROM day_area a
  JOIN (
    SELECT unit, count (*) AS number, count (CASE WHEN committed_on <= :day THEN 1 END) AS committed
    FROM households
    WHERE (registered_on IS NULL OR registered_on <= :day) AND (left_on IS NULL OR left_on > :day)
    GROUP BY unit
  ) h ON h.unit = a.member
  GROUP BY a.unit
) household ON household.unit = u.unit
LEFT JOIN (
  SELECT unit, count (CASE WHEN is_addict THEN 1 END) AS addicts, count (CASE WHEN NOT is_addict THEN 1 END) AS users
  FROM registered_subject
  GROUP BY unit
) registered ON registered.unit = u.unit;
