-- The first schema: the seventeen registers, the vault, the audit log, the plan and the settings.
-- A register's table has the columns of its description (src/registers/), in their order. Sealed columns are blobs; a
-- sealed column that must be unique has a keyed hash beside it. Keys are text and never reused, row_id never is either.
-- A day is compared by IS, for date() answers NULL to what is no date, and with '+0 days', without which it lets
-- 2025-02-30 pass.

CREATE TABLE units (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('province', 'district', 'town', 'commune', 'ward', 'hamlet', 'quarter')),
  parent TEXT REFERENCES units (code),
  valid_from TEXT CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_to TEXT CHECK (valid_to IS date (valid_to, '+0 days')),
  successor TEXT REFERENCES units (code),
  official_code TEXT,
  CHECK (valid_to >= valid_from),
  UNIQUE (code)
) STRICT;
CREATE INDEX units_by_parent ON units (parent);
CREATE INDEX units_by_successor ON units (successor);

CREATE TABLE registrations (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit TEXT NOT NULL REFERENCES units (code),
  registered_on TEXT NOT NULL CHECK (registered_on IS date (registered_on, '+0 days')),
  UNIQUE (unit, registered_on)
) STRICT;

CREATE TABLE reviews (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit TEXT NOT NULL REFERENCES units (code),
  reviewed_on TEXT NOT NULL CHECK (reviewed_on IS date (reviewed_on, '+0 days')),
  "by" TEXT,
  UNIQUE (unit, reviewed_on)
) STRICT;

CREATE TABLE households (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES units (code),
  head_name BLOB,
  registered_on TEXT CHECK (registered_on IS date (registered_on, '+0 days')),
  left_on TEXT CHECK (left_on IS date (left_on, '+0 days')),
  committed_on TEXT CHECK (committed_on IS date (committed_on, '+0 days')),
  CHECK (left_on >= registered_on),
  UNIQUE (id)
) STRICT;
CREATE INDEX households_by_unit ON households (unit, committed_on, registered_on, left_on);

CREATE TABLE persons (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  full_name BLOB NOT NULL,
  birth_date BLOB,
  sex TEXT CHECK (sex IN ('male', 'female')),
  national_id BLOB,
  national_id_hash BLOB UNIQUE,
  ethnicity TEXT,
  address BLOB,
  note BLOB,
  UNIQUE (id)
) STRICT;

CREATE TABLE residences (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  "from" TEXT NOT NULL CHECK ("from" IS date ("from", '+0 days')),
  unit TEXT NOT NULL REFERENCES units (code),
  "to" TEXT CHECK ("to" IS date ("to", '+0 days')),
  CHECK ("to" >= "from"),
  UNIQUE (person, "from")
) STRICT;
CREATE INDEX residences_by_unit ON residences (unit, person, "from", "to");

CREATE TABLE classifications (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  category TEXT NOT NULL CHECK (category IN ('addict', 'user', 'psychosis', 'suspected', 'post_rehab', 'released')),
  "from" TEXT NOT NULL CHECK ("from" IS date ("from", '+0 days')),
  "to" TEXT CHECK ("to" IS date ("to", '+0 days')),
  CHECK ("to" >= "from"),
  UNIQUE (person, category, "from")
) STRICT;

CREATE TABLE management_records (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  number TEXT NOT NULL,
  opened_on TEXT NOT NULL CHECK (opened_on IS date (opened_on, '+0 days')),
  closed_on TEXT CHECK (closed_on IS date (closed_on, '+0 days')),
  supervisor TEXT,
  CHECK (closed_on >= opened_on),
  UNIQUE (person, number)
) STRICT;

CREATE TABLE treatments (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  form TEXT NOT NULL CHECK (form IN ('compulsory_centre', 'voluntary_centre', 'home_community', 'substitution')),
  "from" TEXT NOT NULL CHECK ("from" IS date ("from", '+0 days')),
  "to" TEXT CHECK ("to" IS date ("to", '+0 days')),
  facility TEXT,
  CHECK ("to" >= "from"),
  UNIQUE (person, form, "from")
) STRICT;

CREATE TABLE detentions (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL CHECK (kind IN ('custody', 'prison')),
  "from" TEXT NOT NULL CHECK ("from" IS date ("from", '+0 days')),
  "to" TEXT CHECK ("to" IS date ("to", '+0 days')),
  CHECK ("to" >= "from"),
  UNIQUE (person, kind, "from")
) STRICT;

CREATE TABLE tests (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  sampled_on TEXT NOT NULL CHECK (sampled_on IS date (sampled_on, '+0 days')),
  occasion TEXT NOT NULL CHECK (occasion IN ('periodic', 'unannounced', 'suspicion')),
  result TEXT NOT NULL CHECK (result IN ('negative', 'positive')),
  substances TEXT,
  UNIQUE (person, sampled_on, occasion)
) STRICT;

CREATE TABLE supports (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  person TEXT NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL CHECK (kind IN ('counselling', 'job', 'vocational', 'loan')),
  "from" TEXT NOT NULL CHECK ("from" IS date ("from", '+0 days')),
  "to" TEXT CHECK ("to" IS date ("to", '+0 days')),
  provider TEXT,
  amount INTEGER CHECK (amount >= 0),
  CHECK ("to" >= "from"),
  UNIQUE (person, kind, "from")
) STRICT;

CREATE TABLE hotspots (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES units (code),
  kind TEXT NOT NULL CHECK (kind IN ('complex', 'at_risk', 'ring')),
  found_on TEXT NOT NULL CHECK (found_on IS date (found_on, '+0 days')),
  cleared_on TEXT CHECK (cleared_on IS date (cleared_on, '+0 days')),
  description TEXT,
  CHECK (cleared_on >= found_on),
  UNIQUE (id)
) STRICT;
CREATE INDEX hotspots_by_unit ON hotspots (unit);

CREATE TABLE cases (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES units (code),
  kind TEXT NOT NULL CHECK (kind IN ('cultivation', 'production', 'trafficking', 'storage', 'organised_use', 'use', 'other')),
  happened_on TEXT NOT NULL CHECK (happened_on IS date (happened_on, '+0 days')),
  severity TEXT NOT NULL CHECK (severity IN ('less_serious', 'serious', 'very_serious', 'extremely_serious')),
  by_missed_person TEXT NOT NULL CHECK (by_missed_person IN ('yes', 'no')),
  description TEXT,
  UNIQUE (id)
) STRICT;
CREATE INDEX cases_by_unit ON cases (unit);

CREATE TABLE offenders (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  "case" TEXT NOT NULL REFERENCES cases (id),
  person TEXT REFERENCES persons (id),
  full_name BLOB,
  unit TEXT REFERENCES units (code),
  liability TEXT NOT NULL CHECK (liability IN ('administrative', 'criminal')),
  handled_on TEXT CHECK (handled_on IS date (handled_on, '+0 days')),
  arrested_on TEXT CHECK (arrested_on IS date (arrested_on, '+0 days')),
  UNIQUE (id)
) STRICT;
CREATE INDEX offenders_by_case ON offenders ("case");
CREATE INDEX offenders_by_person ON offenders (person);
CREATE INDEX offenders_by_unit ON offenders (unit);

CREATE TABLE fugitives (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  full_name BLOB NOT NULL,
  unit TEXT NOT NULL REFERENCES units (code),
  wanted_on TEXT NOT NULL CHECK (wanted_on IS date (wanted_on, '+0 days')),
  arrested_on TEXT CHECK (arrested_on IS date (arrested_on, '+0 days')),
  CHECK (arrested_on >= wanted_on),
  UNIQUE (id)
) STRICT;
CREATE INDEX fugitives_by_unit ON fugitives (unit);

CREATE TABLE models (
  row_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES units (code),
  name TEXT NOT NULL,
  started_on TEXT NOT NULL CHECK (started_on IS date (started_on, '+0 days')),
  ended_on TEXT CHECK (ended_on IS date (ended_on, '+0 days')),
  effective TEXT NOT NULL CHECK (effective IN ('yes', 'no')),
  CHECK (ended_on >= started_on),
  UNIQUE (id)
) STRICT;
CREATE INDEX models_by_unit ON models (unit);

-- The plan that the database stands on, as it was read (resources/plans/).
CREATE TABLE plan (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  xml TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Data keys, and for every user each key that they hold, sealed by the Argon2id key of their passphrase.
CREATE TABLE vault_keys (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL
) STRICT;

CREATE TABLE vault_users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  salt BLOB NOT NULL,
  operations INTEGER NOT NULL,
  memory INTEGER NOT NULL
) STRICT;

CREATE TABLE vault_grants (
  user INTEGER NOT NULL REFERENCES vault_users (id),
  key INTEGER NOT NULL REFERENCES vault_keys (id),
  sealed_key BLOB NOT NULL,
  PRIMARY KEY (user, key)
) STRICT;

-- Who did what to which row, when, and within which change: the row before and after as JSON, sealed values still sealed (in hex). Each
-- entry's chain is a keyed hash over it and the chain before, so that no entry changes or goes unnoticed.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  reason TEXT NOT NULL,
  register TEXT NOT NULL,
  row INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  chain BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_row ON audit (register, row);

-- Against slips; against intent there is the chain.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT raise (ABORT, 'the audit log is never changed');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT raise (ABORT, 'the audit log is never deleted');
END;
