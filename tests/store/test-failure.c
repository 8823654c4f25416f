/* test-failure.c: a full disk and a failing one, at every call that writes: the error says so, nothing of the change is
 * kept, and the store can be used again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"
#include "test-vfs.h"

#include "td-audit.h"
#include "td-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* More pages than a change touches for its first row, so that it fails in many places. */
#define N_ROWS 12

/* Audit entries of the plan's units. */
#define FROM_PLAN 17

static gboolean
put_rows (TdChange *change, int round, GError **error)
{
  g_autofree char *note = g_strnfill (1500, 'x');

  for (int i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%d-%d", round, i);

      if (put_row (change, "persons", error, "id", id, "full_name", "Lò Văn Thử", "note", note, NULL)
          == TD_OUTCOME_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rows (TdStore *store, int round, GError **error)
{
  g_autoptr (TdChange) change = td_change_begin (store, "test", error);

  return change != NULL && put_rows (change, round, error) && td_change_commit (change, error);
}

static guint64
count_entries (TdStore *store)
{
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  td_audit_verify (store, &n, &error);
  g_assert_no_error (error);
  return n;
}

static gint64
count_persons (TdStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  td_sql_get_number (td_store_get_db (store), "SELECT count (*) FROM persons", &n, &error);
  g_assert_no_error (error);
  return n;
}

/* Whole, with an audit entry a row. */
static void
assert_is_sound (TdStore *store, gint64 n_persons)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStatement) check = td_sql_prepare (td_store_get_db (store), "PRAGMA integrity_check", &error);

  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_step (check), ==, SQLITE_ROW);
  g_assert_cmpstr (td_sql_text (check, 0), ==, "ok");
  g_assert_cmpint (count_persons (store), ==, n_persons);
  g_assert_cmpuint (count_entries (store), ==, (guint64)n_persons + FROM_PLAN);
}

static void
assert_says (const GError *error, int failure)
{
  int code = failure == SQLITE_FULL ? TD_STORE_ERROR_DISK_FULL : TD_STORE_ERROR_FAILED;

  g_assert_error (error, TD_STORE_ERROR, code);
}

/* Nothing, or all of it. The last call of a commit is the sync of the journal that was cut to nothing: where that one
 * fails the change is in the file, though no power cut is survived yet, and the error must not say that it isn't. */
static gint64
count_kept (TdStore *store, gint64 before, int failure, const GError *error)
{
  gint64 kept = count_persons (store) - before;

  if (error == NULL || (failure == SQLITE_IOERR_FSYNC && kept == N_ROWS))
    g_assert_cmpint (kept, ==, N_ROWS);
  else
    g_assert_cmpint (kept, ==, 0);
  if (error != NULL && kept > 0)
    g_assert_null (strstr (error->message, "othing was changed"));
  return kept;
}

/* At each call in turn, until a change is done before so many. */
static void
fail_everywhere (Place *place, int code, gboolean for_good)
{
  gint64 persons = 0;
  int round = 0, failure;

  do
    {
      g_autoptr (GError) error = NULL;

      test_vfs_fail_at (++round, code, for_good);
      write_rows (place->store, round, &error);
      failure = test_vfs_heal ();
      g_test_message ("call %d: %d", round, failure);
      if (failure != SQLITE_OK)
        assert_says (error, failure);
      persons += count_kept (place->store, persons, failure, error);
      assert_is_sound (place->store, persons);
    }
  while (failure != SQLITE_OK);
  g_assert_cmpint (round, >, 10);
}

static void
a_disk_that_fails_once_loses_nothing (Place *place, gconstpointer data)
{
  fail_everywhere (place, SQLITE_IOERR_WRITE, FALSE);
}

static void
a_disk_that_fails_for_good_loses_nothing (Place *place, gconstpointer data)
{
  fail_everywhere (place, SQLITE_IOERR_WRITE, TRUE);
}

static void
a_disk_that_is_full_for_a_moment_loses_nothing (Place *place, gconstpointer data)
{
  fail_everywhere (place, SQLITE_FULL, FALSE);
}

static void
a_full_disk_loses_nothing (Place *place, gconstpointer data)
{
  fail_everywhere (place, SQLITE_FULL, TRUE);
}

static void
a_full_disk_can_be_read (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", NULL);
  test_vfs_fail_at (1, SQLITE_FULL, TRUE);
  place_open (place);
  name = read_value (place->store, "persons", "P1", "full_name", &error);
  g_assert_cmpint (test_vfs_heal (), ==, SQLITE_OK);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Lò Văn Thử");
}

/* SQLite rolls back by itself when the disk is full; a caller that goes on must not write outside of a transaction. */
static void
nothing_is_kept_of_a_change_that_goes_on (Place *place, gconstpointer data)
{
  g_autoptr (GError) putting = NULL;
  g_autoptr (GError) going_on = NULL;
  g_autoptr (GError) committing = NULL;
  TdChange *change = td_change_begin (place->store, "test", NULL);

  test_vfs_fail_at (1, SQLITE_FULL, TRUE);
  g_assert_false (put_rows (change, 1, &putting));
  g_assert_error (putting, TD_STORE_ERROR, TD_STORE_ERROR_DISK_FULL);
  g_assert_cmpint (test_vfs_heal (), ==, SQLITE_FULL);
  g_assert_false (put_rows (change, 2, &going_on));
  g_assert_nonnull (going_on);
  g_assert_false (td_change_commit (change, &committing));
  g_assert_nonnull (committing);
  td_change_free (change);
  assert_is_sound (place->store, 0);
}

/* As large as it is, and no page more. */
static void
a_database_that_may_not_grow_says_so (Place *place, gconstpointer data)
{
  sqlite3 *db = td_store_get_db (place->store);
  g_autoptr (GError) error = NULL;

  td_sql_run (db, "PRAGMA max_page_count=1", &error);
  g_assert_no_error (error);
  g_assert_false (write_rows (place->store, 1, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_DISK_FULL);
  assert_is_sound (place->store, 0);
  td_sql_run (db, "PRAGMA max_page_count=1000000", NULL);
  g_assert_true (write_rows (place->store, 2, NULL));
}

static gboolean
create_and_remove (const char *path, GError **error)
{
  g_autoptr (TdStore) store = place_create (path, error);

  if (store == NULL)
    return FALSE;
  g_clear_pointer (&store, td_store_unref);
  g_assert_cmpint (g_unlink (path), ==, 0);
  return TRUE;
}

static void
a_creation_that_fails_leaves_no_file (Place *place, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (place->path, "-journal", NULL);
  int call = 1, failure;

  do
    {
      g_autoptr (GError) error = NULL;
      gboolean is_made;

      test_vfs_fail_at (call, SQLITE_FULL, FALSE);
      is_made = create_and_remove (place->path, &error);
      failure = test_vfs_heal ();
      g_assert_cmpint (is_made, ==, failure == SQLITE_OK);
      g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
      g_assert_true (is_made || !g_file_test (journal, G_FILE_TEST_EXISTS));
      call += 11;
    }
  while (failure != SQLITE_OK);
  g_assert_cmpint (call, >, 40);
}

/* The answer of a failing disk is an error, not the end of the rows. */
static void
a_broken_reading_is_not_the_end_of_the_rows (Place *place, gconstpointer data)
{
  g_autoptr (TdRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (write_rows (place->store, 1, NULL));
  rows = td_rows_open (place->store, td_register_find ("persons"), NULL, NULL, &error);
  g_assert_true (td_rows_next (rows, &error));
  sqlite3_interrupt (td_store_get_db (place->store));
  g_assert_false (td_rows_next (rows, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  test_vfs_install ();
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/failure/once", a_disk_that_fails_once_loses_nothing);
  place_add_test ("/failure/for-good", a_disk_that_fails_for_good_loses_nothing);
  place_add_test ("/failure/full-once", a_disk_that_is_full_for_a_moment_loses_nothing);
  place_add_test ("/failure/full", a_full_disk_loses_nothing);
  place_add_test ("/failure/full-read", a_full_disk_can_be_read);
  place_add_test ("/failure/goes-on", nothing_is_kept_of_a_change_that_goes_on);
  place_add_test ("/failure/may-not-grow", a_database_that_may_not_grow_says_so);
  place_add_empty_test ("/failure/creation", a_creation_that_fails_leaves_no_file);
  place_add_test ("/failure/reading", a_broken_reading_is_not_the_end_of_the_rows);
  return g_test_run ();
}
