/* test-connection.c: what is set on every connection, the main one and a worker's, read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-store-private.h"

#include <glib/gstdio.h>

typedef void (*CheckConnection) (sqlite3 *db);

static void
check_both (Place *place, CheckConnection check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) worker = td_store_open_worker (place->store, &error);

  g_assert_no_error (error);
  check (td_store_get_db (place->store));
  check (td_store_get_db (worker));
}

static char *
get_text (sqlite3 *db, const char *sql)
{
  g_autoptr (TdStatement) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  return g_strdup (td_sql_text (statement, 0));
}

static void
assert_text (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *found = get_text (db, sql);

  g_test_message ("%s", sql);
  g_assert_cmpstr (found, ==, expected);
}

static void
check_pragmas (sqlite3 *db)
{
  assert_text (db, "PRAGMA journal_mode", "truncate");
  assert_text (db, "PRAGMA synchronous", "3");
  assert_text (db, "PRAGMA foreign_keys", "1");
  assert_text (db, "PRAGMA secure_delete", "1");
  assert_text (db, "PRAGMA temp_store", "2");
  assert_text (db, "PRAGMA trusted_schema", "0");
  assert_text (db, "PRAGMA cell_size_check", "1");
  assert_text (db, "PRAGMA mmap_size", "0");
  assert_text (db, "PRAGMA busy_timeout", "5000");
}

static void
the_safe_settings_hold (Place *place, gconstpointer data)
{
  check_both (place, check_pragmas);
}

static void
check_header (sqlite3 *db)
{
  /* "ThDn" */
  assert_text (db, "PRAGMA application_id", "1416119406");
  assert_text (db, "PRAGMA user_version", "1");
}

static void
the_file_says_whose_it_is (Place *place, gconstpointer data)
{
  check_both (place, check_header);
}

static void
check_schema_is_closed (sqlite3 *db)
{
  sqlite3_exec (db, "PRAGMA writable_schema=ON", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE sqlite_schema SET sql = sql", NULL, NULL, NULL), ==, SQLITE_ERROR);
  sqlite3_exec (db, "PRAGMA writable_schema=OFF", NULL, NULL, NULL);
}

static void
the_schema_cannot_be_written_by_hand (Place *place, gconstpointer data)
{
  check_both (place, check_schema_is_closed);
}

static void
check_journal_stays (sqlite3 *db)
{
  sqlite3_exec (db, "PRAGMA journal_mode=OFF", NULL, NULL, NULL);
  assert_text (db, "PRAGMA journal_mode", "truncate");
}

static void
the_journal_cannot_be_turned_off (Place *place, gconstpointer data)
{
  check_both (place, check_journal_stays);
}

static void
check_doors (sqlite3 *db)
{
  static const char *const closed[] = {
    "ATTACH ':memory:' AS other",
    "SELECT load_extension ('x')",
    "SELECT fts3_tokenizer ('simple', x'00')",
    "SELECT \"no such column\"",
    "CREATE VIEW seen AS SELECT 1; SELECT * FROM seen",
  };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    {
      g_test_message ("%s", closed[i]);
      g_assert_cmpint (sqlite3_exec (db, closed[i], NULL, NULL, NULL), !=, SQLITE_OK);
      sqlite3_exec (db, "DROP VIEW IF EXISTS seen", NULL, NULL, NULL);
    }
}

static void
doors_that_are_not_used_are_closed (Place *place, gconstpointer data)
{
  check_both (place, check_doors);
}

static void
check_limits (sqlite3 *db)
{
  static const struct
  {
    int limit;
    int most;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16777216 }, { SQLITE_LIMIT_SQL_LENGTH, 100000 },   { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },   { SQLITE_LIMIT_COMPOUND_SELECT, 8 },   { SQLITE_LIMIT_VDBE_OP, 50000 },
    { SQLITE_LIMIT_ATTACHED, 0 },      { SQLITE_LIMIT_VARIABLE_NUMBER, 400 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (sqlite3_limit (db, limits[i].limit, -1), ==, limits[i].most);
}

static void
limits_are_set (Place *place, gconstpointer data)
{
  check_both (place, check_limits);
  g_assert_cmpint (sqlite3_hard_heap_limit64 (-1), ==, 256 * 1024 * 1024);
}

static void
check_every_reference_is_held (sqlite3 *db)
{
  g_assert_cmpint (sqlite3_exec (db, "UPDATE units SET parent = 'nowhere'", NULL, NULL, NULL), ==,
                   SQLITE_CONSTRAINT_FOREIGNKEY);
}

static void
references_are_held_on_every_connection (Place *place, gconstpointer data)
{
  check_both (place, check_every_reference_is_held);
}

static void
assert_private (Place *place, const char *name)
{
  g_autofree char *path = place_file (place, name);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
}

static void
only_the_owner_may_read_the_files (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = td_change_begin (place->store, "test", &error);

  put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
  g_assert_no_error (error);
  assert_private (place, "district.tham-dinh");
  assert_private (place, "district.tham-dinh-journal");
  assert_private (place, "district.tham-dinh.lock");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/connection/pragmas", the_safe_settings_hold);
  place_add_test ("/connection/header", the_file_says_whose_it_is);
  place_add_test ("/connection/schema-closed", the_schema_cannot_be_written_by_hand);
  place_add_test ("/connection/journal-stays", the_journal_cannot_be_turned_off);
  place_add_test ("/connection/doors", doors_that_are_not_used_are_closed);
  place_add_test ("/connection/limits", limits_are_set);
  place_add_test ("/connection/references", references_are_held_on_every_connection);
  place_add_test ("/connection/private", only_the_owner_may_read_the_files);
  return g_test_run ();
}
