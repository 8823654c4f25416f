/* bench-import.c: a million rows taken in from CSV, checked and logged, beside `sqlite3 .import` of the same rows into
 * the same tables, which checks nothing but the tables' constraints and logs nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import.h"
#include "td-vault.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define N_ROWS           1000000
#define N_PERSONS        20000
#define TESTS_PER_PERSON (N_ROWS / N_PERSONS)
#define UNIT             "16174"
#define TODAY            "2025-11-30"
#define DATABASE         "office.db"
#define RUNS             3

/* A register, the rate that it must reach beside the shell's, and a row of it. The shell wants each column of the
 * table, so it is given the row_id as well; and it gives text alone, so it is given tables with text for what is
 * sealed. */
typedef struct
{
  const char *name;
  double bound;
  const char *head;
  void (*write) (FILE *file, int i);
} Case;

static void
write_day (FILE *file, int day)
{
  fprintf (file, ",%04d-%02d-%02d", 2015 + day / 336, 1 + day % 336 / 28, 1 + day % 28);
}

static void
write_test (FILE *file, int i)
{
  static const char *const occasions[] = { "periodic", "unannounced", "suspicion" };

  fprintf (file, "P%06d", i / TESTS_PER_PERSON);
  write_day (file, i % TESTS_PER_PERSON * 60);
  fprintf (file, ",%s,%s\n", occasions[i % 3], i % 17 == 0 ? "positive,heroin" : "negative,");
}

/* What has a CHECK is never empty here: the shell knows no NULL. */
static void
write_household (FILE *file, int i)
{
  static const char *const names[] = { "Lò Văn Thử", "Vi Thị Mẫu", "Hà Đình Ví", "Lương Thị Dụ" };

  fprintf (file, "H%07d," UNIT ",%s %d", i, names[i % 4], i % 997);
  write_day (file, i % 1000);
  write_day (file, 2000 + i % 1000);
  write_day (file, 1000 + i % 900);
  fputc ('\n', file);
}

static const Case cases[] = {
  { "tests", 1.0, "person,sampled_on,occasion,result,substances", write_test },
  { "households", 0.5, "id,unit,head_name,registered_on,left_on,committed_on", write_household },
};

static char *
write_rows (const char *folder, const Case *it, gboolean with_ids)
{
  char *path = g_strdup_printf ("%s/%s%s.csv", folder, with_ids ? "with-ids-" : "", it->name);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fprintf (file, "%s%s\n", with_ids ? "row_id," : "", it->head);
  for (int i = 0; i < N_ROWS; i++)
    {
      if (with_ids)
        fprintf (file, "%d,", i + 1);
      it->write (file, i);
    }
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

static TdStore *
create_store (const char *path)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  TdStore *store = td_store_create (path, plan, "bench", "bench", &error);

  g_assert_no_error (error);
  return store;
}

static void
import (TdStore *store, const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = td_import (store, paths, TODAY, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_problems, ==, 0);
  g_assert_true (report->is_done);
}

static void
import_persons (TdStore *store, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "persons.csv", NULL);
  FILE *file = fopen (path, "w");

  fprintf (file, "id,full_name\n");
  for (int i = 0; i < N_PERSONS; i++)
    fprintf (file, "P%06d,Lò Văn Thử %d\n", i, i);
  fclose (file);
  import (store, path);
}

/* The statements that make an empty database of the same tables. */
static char *
read_schema (const char *path)
{
  GString *schema = g_string_new (NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT replace (sql, ' BLOB', ' TEXT') FROM sqlite_schema "
                                       "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (schema, "%s;\n", (const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return g_string_free (schema, FALSE);
}

static void
run_shell (const char *path, const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "sqlite3", path, command, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

static double
rate_since (gint64 start)
{
  return (double)N_ROWS * G_USEC_PER_SEC / (double)(g_get_monotonic_time () - start);
}

static double
rate_of_shell (const char *folder, const Case *it, const char *schema)
{
  g_autofree char *path = g_build_filename (folder, "shell.db", NULL);
  g_autofree char *rows = write_rows (folder, it, TRUE);
  g_autofree char *command = g_strdup_printf (".import --csv --skip 1 %s %s", rows, it->name);
  gint64 start;
  double rate;

  g_unlink (path);
  run_shell (path, schema);
  start = g_get_monotonic_time ();
  run_shell (path, command);
  rate = rate_since (start);
  g_unlink (path);
  g_unlink (rows);
  return rate;
}

static double
rate_of_ours (const char *folder, const Case *it, char **schema)
{
  g_autofree char *path = g_build_filename (folder, DATABASE, NULL);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autofree char *rows = write_rows (folder, it, FALSE);
  TdStore *store = create_store (path);
  gint64 start;
  double rate;

  import_persons (store, folder);
  start = g_get_monotonic_time ();
  import (store, rows);
  rate = rate_since (start);
  td_store_unref (store);
  *schema = read_schema (path);
  g_unlink (path);
  g_unlink (lock);
  g_unlink (rows);
  return rate;
}

static gboolean
compare (const char *folder, const Case *it)
{
  double ours = 0, shell = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autofree char *schema = NULL;

      ours = MAX (ours, rate_of_ours (folder, it, &schema));
      shell = MAX (shell, rate_of_shell (folder, it, schema));
    }
  g_print ("%s, %d rows, best of %d: ours %.0f rows/s, sqlite3 .import %.0f rows/s, ratio %.2f (at least %.2f)\n",
           it->name, N_ROWS, RUNS, ours, shell, ours / shell, it->bound);
  return ours / shell >= it->bound;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autofree char *folder = g_dir_make_tmp ("tham-dinh-XXXXXX", NULL);
  gboolean holds = TRUE;

  if (shell == NULL)
    return 77;
  td_vault_use_test_cost ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    holds &= compare (folder, &cases[i]);
  remove_folder (folder);
  return holds ? 0 : 1;
}
