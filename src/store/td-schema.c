/* td-schema.c: the schema's migrations, resources/store/NNNN-*.sql; user_version counts those that ran.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-store-private.h"

#include "td-store-resource.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* The head of a database file, and where in it stand the numbers that say whose and which it is. */
#define HEADER_SIZE       100
#define HEADER_MAGIC      "SQLite format 3"
#define VERSION_AT        60
#define APPLICATION_ID_AT 68

#define MIGRATIONS "/vn/thamdinh/store/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* By number, the order in which they run; only ever added to. */
static char **
list_migrations (void)
{
  char **names = g_resource_enumerate_children (td_store_get_resource (), MIGRATIONS, 0, NULL);

  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

static gboolean
run_migration (sqlite3 *db, const char *name, guint number, GError **error)
{
  g_autofree char *path = g_strconcat (MIGRATIONS, name, NULL);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version=%u", number + 1);
  g_autoptr (GBytes) sql = g_resource_lookup_data (td_store_get_resource (), path, 0, error);

  return sql != NULL && td_sql_run (db, g_bytes_get_data (sql, NULL), error) && td_sql_run (db, version, error);
}

/**
 * td_schema_migrate:
 * @db: a connection, in a transaction
 * @error: what failed
 *
 * Runs the migrations that the database has not had yet.
 *
 * Returns: whether its schema is the newest; otherwise the caller rolls back
 */
gboolean
td_schema_migrate (sqlite3 *db, GError **error)
{
  g_auto (GStrv) migrations = list_migrations ();
  guint n_migrations = g_strv_length (migrations);
  gint64 version;

  if (!td_sql_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (gint64 i = version; i < n_migrations; i++)
    if (!run_migration (db, migrations[i], (guint)i, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_intact (sqlite3 *db, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (db, "PRAGMA quick_check(1)", error);
  gboolean has_row;

  if (statement == NULL || !td_sql_step (statement, &has_row, error))
    return FALSE;
  if (has_row && g_strcmp0 (td_sql_text (statement, 0), "ok") == 0)
    return TRUE;
  td_sql_set_error (db, SQLITE_CORRUPT, error);
  return FALSE;
}

static gboolean
is_for_us (gint64 id, gint64 version, GError **error)
{
  g_auto (GStrv) migrations = list_migrations ();

  if (id != TD_APPLICATION_ID || version < 1)
    {
      td_sql_set_error (NULL, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (version > g_strv_length (migrations))
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NEWER,
                           _ ("This database was made by a newer version of Thẩm Định. Update the program and open it "
                              "again; nothing was changed."));
      return FALSE;
    }
  return TRUE;
}

static gint64
get_number (const guint8 *header, gsize at)
{
  guint32 number;

  memcpy (&number, header + at, sizeof number);
  return GUINT32_FROM_BE (number);
}

/**
 * td_schema_check_header:
 * @path: a file that a person chose, not open in this process: closing it here drops SQLite's locks
 * @error: not ours, or made by a newer program
 *
 * Reads the file without SQLite, which would take over its journal and set its journal mode, and so change the file
 * of another program before saying whose it is.
 *
 * Returns: whether it may be opened as a database of this program
 */
gboolean
td_schema_check_header (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gssize size;

  if (descriptor < 0)
    {
      td_sql_set_error (NULL, SQLITE_CANTOPEN, error);
      return FALSE;
    }
  size = read (descriptor, header, sizeof header);
  close (descriptor);
  if (size != HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    {
      td_sql_set_error (NULL, SQLITE_NOTADB, error);
      return FALSE;
    }
  return is_for_us (get_number (header, APPLICATION_ID_AT), get_number (header, VERSION_AT), error);
}

/**
 * td_schema_check:
 * @db: a connection to a file that a person chose
 * @error: not ours, made by a newer program, or damaged
 *
 * Returns: whether this program can read and write it
 */
gboolean
td_schema_check (sqlite3 *db, GError **error)
{
  gint64 id, version;

  if (!td_sql_get_number (db, "PRAGMA application_id", &id, error)
      || !td_sql_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  return is_for_us (id, version, error) && is_intact (db, error);
}
