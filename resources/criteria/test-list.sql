-- Whom the criteria want tested in :unit on :day, or the one of :key whatever they are: what they are first of
-- all, their latest test by then, and the test of that very day and :occasion that is there already. Of two tests on
-- one day the positive one decides.
SELECT p.row_id, p.id, r.unit,
  (SELECT c.category
   FROM classifications c
   WHERE c.person = p.id AND c."from" <= :day AND (c."to" IS NULL OR c."to" > :day)
   ORDER BY CASE c.category WHEN 'addict' THEN 1 WHEN 'user' THEN 2 WHEN 'psychosis' THEN 3 WHEN 'post_rehab' THEN 4
            WHEN 'suspected' THEN 5 ELSE 6 END
   LIMIT 1) AS category,
  (SELECT max (x.sampled_on) FROM tests x WHERE x.person = p.id AND x.sampled_on <= :day) AS tested_on,
  (SELECT x.result
   FROM tests x
   WHERE x.person = p.id AND x.sampled_on <= :day
   ORDER BY x.sampled_on DESC, CASE x.result WHEN 'positive' THEN 1 ELSE 2 END
   LIMIT 1) AS tested_result,
  k.result AS kept_result, k.substances AS kept_substances
FROM persons p
LEFT JOIN residences r ON r.person = p.id AND r."from" <= :day AND (r."to" IS NULL OR r."to" > :day)
LEFT JOIN tests k ON k.person = p.id AND k.sampled_on = :day AND k.occasion = :occasion
WHERE p.id = :key
  OR (CAST (:key AS TEXT) IS NULL
      AND p.id IN (
        SELECT s.person
        FROM day_subject s
        WHERE s.unit = :unit
          AND (s.category = 'suspected'
               OR (s.in_community AND s.category IN ('addict', 'user', 'psychosis', 'post_rehab')))));
