/* test-gather.c: a change of many rows, written by another thread: it is what a change row by row is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"
#include "test-vfs.h"

#include "td-history.h"
#include "td-register-text-private.h"
#include "td-store-private.h"

/* Audit entries of the plan's units. */
#define FROM_PLAN 17

/* Several times what goes to the writer in one go, and some more. */
#define MANY 1500

static TdChange *
begin (TdStore *store)
{
  g_autoptr (GError) error = NULL;
  TdChange *change = td_change_begin (store, "test", &error);

  g_assert_no_error (error);
  td_change_gather (change, &error);
  g_assert_no_error (error);
  return change;
}

static void
commit (TdChange *change)
{
  g_autoptr (GError) error = NULL;

  td_change_commit (change, &error);
  g_assert_no_error (error);
}

static TdOutcome
put_household (TdChange *change, int i, const char *committed_on, GError **error)
{
  g_autofree char *id = g_strdup_printf ("H%d", i);

  return put_row (change, "households", error, "id", id, "unit", "16174", "head_name", "Lò Văn Thử", "committed_on",
                  committed_on, NULL);
}

static gboolean
put_many (TdChange *change, GError **error)
{
  for (int i = 0; i < MANY; i++)
    if (put_household (change, i, "2025-01-01", error) == TD_OUTCOME_FAILED)
      return FALSE;
  return TRUE;
}

static void
many_rows_are_there_with_their_entries (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);

  g_assert_true (put_many (change, NULL));
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, 0);
  commit (change);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, MANY);
  g_assert_cmpint (place_number (place, "SELECT max (row_id) FROM households"), ==, MANY);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM audit JOIN households ON row = row_id "
                                        "AND register = 'households' "
                                        "WHERE json_extract (after, '$.id') = id"),
                   ==, MANY);
  assert_audit_holds (place->store, FROM_PLAN + MANY);
}

/* Each is found however the one before it stands: waiting, at the writer, or written. */
static void
a_row_that_comes_again_is_found (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);

  for (int i = 0; i < MANY; i++)
    {
      g_assert_cmpint (put_household (change, i, "2025-01-01", NULL), ==, TD_OUTCOME_ADDED);
      if (i % 100 != 0)
        continue;
      g_assert_cmpint (put_household (change, i, "2025-01-01", NULL), ==, TD_OUTCOME_SAME);
      g_assert_cmpint (put_household (change, i / 2, "2025-01-01", NULL), ==, TD_OUTCOME_SAME);
      g_assert_cmpint (put_household (change, i, "2025-02-02", NULL), ==, TD_OUTCOME_CHANGED);
      g_assert_cmpint (put_household (change, i, "2025-01-01", NULL), ==, TD_OUTCOME_CHANGED);
    }
  commit (change);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households WHERE committed_on = '2025-01-01'"), ==,
                   MANY);
  assert_audit_holds (place->store, FROM_PLAN + MANY + 2 * MANY / 100);
}

static void
rows_that_were_there_are_found (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) first = begin (place->store);
  g_autoptr (TdChange) second = NULL;

  g_assert_true (put_many (first, NULL));
  commit (first);
  second = begin (place->store);
  for (int i = 0; i < MANY; i++)
    {
      g_assert_cmpint (put_household (second, i, "2025-01-01", NULL), ==, TD_OUTCOME_SAME);
      g_assert_cmpint (put_household (second, MANY + i, "2025-01-01", NULL), ==, TD_OUTCOME_ADDED);
    }
  commit (second);
  assert_audit_holds (place->store, FROM_PLAN + 2 * MANY);
}

static void
many_rows_are_undone_and_done_again (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdHistoryStep) undone = NULL;
  g_autoptr (TdHistoryStep) redone = NULL;

  g_assert_true (put_many (change, NULL));
  commit (change);
  undone = td_history_undo (place->store, "2000-01-01T00:00:00Z", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_rows, ==, MANY);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, 0);
  redone = td_history_redo (place->store, "2000-01-01T00:00:00Z", &error);
  g_assert_no_error (error);
  g_assert_nonnull (redone);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, MANY);
  assert_audit_holds (place->store, FROM_PLAN + 3 * MANY);
}

static void
a_key_that_waits_is_known (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);
  gboolean found = FALSE;

  put_household (change, 7, NULL, NULL);
  g_assert_true (td_change_has_key (change, td_register_find ("households"), "H7", &found, NULL));
  g_assert_true (found);
  g_assert_true (td_change_has_key (change, td_register_find ("households"), "H8", &found, NULL));
  g_assert_false (found);
}

static void
periods_that_wait_are_checked (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);
  g_autoptr (GError) error = NULL;

  put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
  put_row (change, "residences", &error, "person", "P1", "from", "2025-01-01", "unit", "16174", NULL);
  put_row (change, "residences", &error, "person", "P1", "from", "2025-02-01", "unit", "16174", NULL);
  g_assert_no_error (error);
  g_assert_false (td_change_commit (change, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_OVERLAP);
}

static void
what_the_table_refuses_stops_the_whole_change (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (put_many (change, NULL));
  put_household (change, MANY, "2025-02-30", NULL);
  g_assert_false (td_change_commit (change, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (put_household (change, MANY + 1, NULL, &error), ==, TD_OUTCOME_FAILED);
  g_assert_false (td_change_commit (change, NULL));
  g_clear_pointer (&change, td_change_free);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, 0);
  assert_audit_holds (place->store, FROM_PLAN);
}

static void
a_dropped_change_leaves_nothing (Place *place, gconstpointer data)
{
  TdChange *change = begin (place->store);

  g_assert_true (put_many (change, NULL));
  td_change_free (change);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, 0);
  assert_audit_holds (place->store, FROM_PLAN);
}

static gboolean
write_many (TdStore *store, GError **error)
{
  g_autoptr (TdChange) change = begin (store);

  return put_many (change, error) && td_change_commit (change, error);
}

/* At one call after another that writes, in whichever thread, until none is left to fail. */
static void
a_full_disk_loses_nothing (Place *place, gconstpointer data)
{
  int failure, call = 1;

  td_sql_run (td_store_get_db (place->store), "PRAGMA cache_size=20", NULL);
  do
    {
      g_autoptr (GError) error = NULL;
      gboolean is_written;

      test_vfs_fail_at (call, SQLITE_FULL, FALSE);
      is_written = write_many (place->store, &error);
      failure = test_vfs_heal ();
      g_test_message ("call %d: %d", call, failure);
      g_assert_cmpint (is_written, ==, failure == SQLITE_OK);
      if (failure != SQLITE_OK)
        g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_DISK_FULL);
      assert_audit_holds (place->store, FROM_PLAN + (is_written ? MANY : 0));
      g_assert_cmpint (place_number (place, "SELECT count (*) FROM households"), ==, is_written ? MANY : 0);
      call += 31;
    }
  while (failure != SQLITE_OK);
  g_assert_cmpint (call, >, 300);
}

static void
assert_logged_as_read (Place *place, const TdRegister *reg)
{
  g_autofree char *snapshot = td_register_snapshot_text (reg);
  g_autofree char *numbered
    = g_strdup_printf ("SELECT group_concat ((%s), ' ') FROM audit WHERE register = '%s'", snapshot, reg->name);
  g_auto (GStrv) parts = g_strsplit (numbered, "?1", 2);
  g_autofree char *read = g_strdup_printf ("%saudit.row%s", parts[0], parts[1]);
  g_autofree char *logged
    = g_strdup_printf ("SELECT group_concat (after, ' ') FROM audit WHERE register = '%s'", reg->name);
  g_autofree char *expected = place_text (place, read);
  g_autofree char *found = place_text (place, logged);

  g_assert_nonnull (expected);
  g_assert_cmpstr (found, ==, expected);
}

/* An undo compares the one with the other. */
static void
what_is_logged_is_what_would_be_read (Place *place, gconstpointer data)
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  add_one_row_each (place->store);
  add_row (place->store, "cases", "id", "\"\\/\b\f\n\r\t\x01\x1f\x7f Ệ\xf0\x9f\x8c\xbe'", "unit", "16174", "kind",
           "other", "happened_on", "2025-01-01", "severity", "serious", "by_missed_person", "no", "description", "",
           NULL);
  add_row (place->store, "supports", "person", "K", "kind", "loan", "from", "2025-01-01", "amount", "0", NULL);
  add_row (place->store, "supports", "person", "K", "kind", "job", "from", "2025-01-01", "amount",
           "9223372036854775807", NULL);
  for (guint i = 0; i < n; i++)
    assert_logged_as_read (place, all[i]);
}

int
main (int argc, char **argv)
{
  test_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/gather/many", many_rows_are_there_with_their_entries);
  place_add_test ("/gather/again", a_row_that_comes_again_is_found);
  place_add_test ("/gather/there", rows_that_were_there_are_found);
  place_add_test ("/gather/undone", many_rows_are_undone_and_done_again);
  place_add_test ("/gather/key", a_key_that_waits_is_known);
  place_add_test ("/gather/periods", periods_that_wait_are_checked);
  place_add_test ("/gather/refused", what_the_table_refuses_stops_the_whole_change);
  place_add_test ("/gather/dropped", a_dropped_change_leaves_nothing);
  place_add_test ("/gather/full", a_full_disk_loses_nothing);
  place_add_test ("/gather/log", what_is_logged_is_what_would_be_read);
  return g_test_run ();
}
