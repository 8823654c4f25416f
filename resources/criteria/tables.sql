-- What an evaluation works with: who counts where on its day. Filled by population.sql, read by the criteria.

-- The units evaluated; since: the day from which their cases count.
CREATE TEMPORARY TABLE IF NOT EXISTS day_unit (
  unit TEXT PRIMARY KEY,
  registered_on TEXT,
  since TEXT NOT NULL
);

-- A unit's area: itself and every unit below it.
CREATE TEMPORARY TABLE IF NOT EXISTS day_area (
  unit TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (member, unit)
);

-- Who resides in a unit and is what; since: the day on which that began; tested_on: the day of their latest test.
CREATE TEMPORARY TABLE IF NOT EXISTS day_subject (
  unit TEXT NOT NULL,
  person TEXT NOT NULL,
  category TEXT NOT NULL,
  since TEXT NOT NULL,
  in_community BOOLEAN NOT NULL,
  is_recorded BOOLEAN NOT NULL,
  is_supervised BOOLEAN NOT NULL,
  tested_on TEXT,
  PRIMARY KEY (category, unit, person)
);

-- A unit's area, and who of addicts and users resided in it, on the day of its registration.
CREATE TEMPORARY TABLE IF NOT EXISTS registered_area (
  unit TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (unit, member)
);
CREATE TEMPORARY TABLE IF NOT EXISTS registered_subject (
  unit TEXT NOT NULL,
  person TEXT NOT NULL,
  is_addict BOOLEAN NOT NULL,
  PRIMARY KEY (unit, person)
);

CREATE TEMPORARY TABLE IF NOT EXISTS day_figures (
  unit TEXT PRIMARY KEY,
  addicts INTEGER NOT NULL,
  addicts_in_community INTEGER NOT NULL,
  users INTEGER NOT NULL,
  households INTEGER NOT NULL,
  committed INTEGER NOT NULL,
  registered_addicts INTEGER NOT NULL,
  registered_users INTEGER NOT NULL
);
