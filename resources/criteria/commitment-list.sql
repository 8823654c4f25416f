-- The households of :unit that are there on :day, as population.sql has its area, or the one of :key wherever
-- it is. A commitment of a later day is not yet one on :day.
SELECT h.row_id, h.id, h.unit, h.committed_on,
  (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day) AS is_there
FROM households h
WHERE h.id = :key
  OR (CAST (:key AS TEXT) IS NULL
      AND h.unit IN (SELECT a.member FROM day_area a WHERE a.unit = :unit)
      AND (h.registered_on IS NULL OR h.registered_on <= :day) AND (h.left_on IS NULL OR h.left_on > :day));
