/* td-schema.c: the schema's migrations, resources/store/NNNN-*.sql; user_version counts those that ran.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-store-private.h"

#include "td-store-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* In the order in which they run; only ever added to. */
static const char *const migrations[] = {
  "0001-initial.sql",
};

static gboolean
run_migration (sqlite3 *db, guint number, GError **error)
{
  g_autofree char *path = g_strconcat ("/vn/thamdinh/store/", migrations[number], NULL);
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
  gint64 version;

  if (!td_sql_get_number (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (gint64 i = version; i < (gint64)G_N_ELEMENTS (migrations); i++)
    if (!run_migration (db, (guint)i, error))
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
  if (id != TD_APPLICATION_ID)
    {
      td_sql_set_error (db, SQLITE_NOTADB, error);
      return FALSE;
    }
  if (version > (gint64)G_N_ELEMENTS (migrations))
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NEWER,
                           _ ("This database was made by a newer version of Thẩm Định. Update the program and open it "
                              "again; nothing was changed."));
      return FALSE;
    }
  return is_intact (db, error);
}
