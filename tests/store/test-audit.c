/* test-audit.c: the audit log: an entry for each row that a change put, within that change, and no entry changed or
 * gone unnoticed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-audit.h"

#include <string.h>

/* The entries of the plan's units, and three of these tests. */
#define FROM_PLAN 17
#define N_ENTRIES (FROM_PLAN + 3)

static void
write_log (Place *place)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "ethnicity", "Thái", NULL);
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Khác", "ethnicity", "Thái", NULL);
  add_row (place->store, "residences", "person", "P1", "from", "2025-01-01", "unit", "16174", NULL);
}

static void
assert_text (Place *place, const char *sql, const char *expected)
{
  g_autofree char *text = place_text (place, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
an_entry_says_who_why_and_what (Place *place, gconstpointer data)
{
  write_log (place);
  assert_text (place,
               "SELECT user || '/' || reason || '/' || register || '/' || row || '/' || (before IS NULL) "
               "FROM audit WHERE seq = 18",
               "tester/test/persons/1/1");
  assert_text (place,
               "SELECT before IS NOT NULL AND after IS NOT NULL AND register || row = 'persons1' FROM audit "
               "WHERE seq = 19",
               "1");
  assert_text (place,
               "SELECT at GLOB '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z' "
               "FROM audit WHERE seq = 18",
               "1");
}

static void
an_entry_holds_the_row_before_and_after (Place *place, gconstpointer data)
{
  write_log (place);
  assert_text (place, "SELECT after FROM audit WHERE seq = 20",
               "{\"person\":\"P1\",\"from\":\"2025-01-01\",\"unit\":\"16174\",\"to\":null}");
  assert_text (place,
               "SELECT json_extract (after, '$.id') || json_extract (after, '$.ethnicity') FROM audit "
               "WHERE seq = 18",
               "P1Thái");
  assert_text (place,
               "SELECT later.before = earlier.after FROM audit AS later, audit AS earlier "
               "WHERE later.seq = 19 AND earlier.seq = 18",
               "1");
}

static void
a_sealed_value_stands_as_its_cell (Place *place, gconstpointer data)
{
  write_log (place);
  assert_text (place, "SELECT json_extract (after, '$.full_name') = hex (full_name) FROM audit, persons WHERE seq = 19",
               "1");
  assert_text (place,
               "SELECT json_extract (before, '$.full_name') <> json_extract (after, '$.full_name') FROM audit "
               "WHERE seq = 19",
               "1");
  assert_text (place, "SELECT json_type (after, '$.note') FROM audit WHERE seq = 19", "null");
}

static void
a_log_that_nobody_touched_holds (Place *place, gconstpointer data)
{
  write_log (place);
  assert_audit_holds (place->store, N_ENTRIES);
  place_open (place);
  assert_audit_holds (place->store, N_ENTRIES);
}

/* Finds the first entry that is not as it was written, counted from 1. */
static void
assert_noticed (Place *place, const char *sql, int entry)
{
  g_autofree char *place_named = g_strdup_printf ("entry %d.", entry);
  g_autofree char *whole
    = g_strdup_printf ("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; %s", sql);
  g_autoptr (GError) error = NULL;
  guint64 n;

  write_log (place);
  place_execute (place, whole);
  g_assert_false (td_audit_verify (place->store, &n, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, place_named));
}

static const char *const tamperings[][2] = {
  { "change", "UPDATE audit SET change = change + 1 WHERE seq = 18" },
  { "at", "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE seq = 18" },
  { "user", "UPDATE audit SET user = 'another' WHERE seq = 18" },
  { "reason", "UPDATE audit SET reason = '' WHERE seq = 18" },
  { "register", "UPDATE audit SET register = 'units' WHERE seq = 18" },
  { "row", "UPDATE audit SET row = 2 WHERE seq = 18" },
  { "before", "UPDATE audit SET before = '' WHERE seq = 18" },
  { "after", "UPDATE audit SET after = replace (after, 'Thái', 'Thổ') WHERE seq = 18" },
  { "after-gone", "UPDATE audit SET after = NULL WHERE seq = 18" },
  { "chain", "UPDATE audit SET chain = zeroblob (32) WHERE seq = 18" },
  { "chain-short", "UPDATE audit SET chain = substr (chain, 1, 31) WHERE seq = 18" },
  { "chain-long", "UPDATE audit SET chain = CAST (chain || x'00' AS BLOB) WHERE seq = 18" },
  { "removed", "DELETE FROM audit WHERE seq = 18" },
  { "put-in", "UPDATE audit SET seq = seq + 100 WHERE seq >= 18; INSERT INTO audit "
              "SELECT 18, change, at, user, reason, register, row, before, after, chain FROM audit WHERE seq = 17" },
  { "exchanged", "UPDATE audit SET seq = 99 WHERE seq = 18; UPDATE audit SET seq = 18 WHERE seq = 19; "
                 "UPDATE audit SET seq = 19 WHERE seq = 99" },
};

static void
a_change_of_the_log_is_noticed (Place *place, gconstpointer data)
{
  assert_noticed (place, data, 18);
}

static void
the_first_entry_is_held_too (Place *place, gconstpointer data)
{
  assert_noticed (place, "DELETE FROM audit WHERE seq = 1", 1);
}

static void
a_forged_entry_at_the_end_is_noticed (Place *place, gconstpointer data)
{
  assert_noticed (place,
                  "INSERT INTO audit (change, at, user, reason, register, row, before, after, chain) "
                  "SELECT change, at, user, reason, register, row, before, after, chain FROM audit WHERE seq = 20",
                  N_ENTRIES + 1);
}

static void
a_slip_is_stopped_by_the_table (Place *place, gconstpointer data)
{
  write_log (place);
  g_assert_cmpint (place_try (place, "UPDATE audit SET user = 'another'"), ==, SQLITE_CONSTRAINT_TRIGGER);
  g_assert_cmpint (place_try (place, "UPDATE audit SET seq = seq + 1"), ==, SQLITE_CONSTRAINT_TRIGGER);
  g_assert_cmpint (place_try (place, "DELETE FROM audit WHERE seq = 20"), ==, SQLITE_CONSTRAINT_TRIGGER);
  assert_audit_holds (place->store, N_ENTRIES);
}

static void
an_entry_is_in_the_same_transaction (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = td_change_begin (place->store, "test", &error);

  put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM audit"), ==, FROM_PLAN);
  td_change_commit (change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM audit"), ==, FROM_PLAN + 1);
}

/* No row without its entry, even where the caller goes on after the failure. */
static void
a_row_whose_entry_fails_is_not_kept (Place *place, gconstpointer data)
{
  g_autoptr (GError) putting = NULL;
  g_autoptr (GError) going_on = NULL;
  g_autoptr (GError) committing = NULL;
  TdChange *change;

  place_execute (place, "CREATE TRIGGER broken BEFORE INSERT ON audit WHEN new.register = 'persons' "
                        "BEGIN SELECT raise (ABORT, 'broken'); END");
  change = td_change_begin (place->store, "test", NULL);
  g_assert_cmpint (put_row (change, "persons", &putting, "id", "P1", "full_name", "Lò Văn Thử", NULL), ==,
                   TD_OUTCOME_FAILED);
  g_assert_cmpint (put_row (change, "reviews", &going_on, "unit", "16174", "reviewed_on", "2025-01-01", NULL), ==,
                   TD_OUTCOME_FAILED);
  g_assert_false (td_change_commit (change, &committing));
  g_assert_nonnull (committing);
  td_change_free (change);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM persons"), ==, 0);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM reviews"), ==, 0);
  assert_audit_holds (place->store, FROM_PLAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/audit/who-why-what", an_entry_says_who_why_and_what);
  place_add_test ("/audit/before-after", an_entry_holds_the_row_before_and_after);
  place_add_test ("/audit/sealed", a_sealed_value_stands_as_its_cell);
  place_add_test ("/audit/holds", a_log_that_nobody_touched_holds);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name = g_strconcat ("/audit/tampered/", tamperings[i][0], NULL);

      place_add_data_test (name, tamperings[i][1], a_change_of_the_log_is_noticed);
    }
  place_add_test ("/audit/tampered/first", the_first_entry_is_held_too);
  place_add_test ("/audit/tampered/forged", a_forged_entry_at_the_end_is_noticed);
  place_add_test ("/audit/slip", a_slip_is_stopped_by_the_table);
  place_add_test ("/audit/same-transaction", an_entry_is_in_the_same_transaction);
  place_add_test ("/audit/entry-fails", a_row_whose_entry_fails_is_not_kept);
  return g_test_run ();
}
