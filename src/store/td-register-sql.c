/* td-register-sql.c: a register's statements, prepared, and its rows found, read and deleted through them; they are
 * written in td-register-write.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-sql-private.h"

#include "td-register-text-private.h"

#include <glib/gi18n-lib.h>

static gboolean
prepare (sqlite3 *db, char *(*write) (const TdRegister *), const TdRegister *reg, TdStatement **statement,
         GError **error)
{
  g_autofree char *sql = write (reg);

  *statement = td_sql_prepare (db, sql, error);
  return *statement != NULL;
}

static gboolean
prepare_insert (sqlite3 *db, TdRegisterSql *self, GError **error)
{
  guint n_columns;
  g_autofree char *into = td_register_into_text (self->reg, &n_columns);

  self->insert = td_batch_new (db, into, n_columns, error);
  return self->insert != NULL;
}

static gboolean
read_last_row (sqlite3 *db, TdRegisterSql *self, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (db, "SELECT seq FROM sqlite_sequence WHERE name = ?1", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, self->reg->name, -1, SQLITE_STATIC);
  if (!td_sql_step (statement, &has_row, error))
    return FALSE;
  self->last_row = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * td_register_sql_new:
 * @db: a connection
 * @reg: a register
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): its statements, prepared
 */
TdRegisterSql *
td_register_sql_new (sqlite3 *db, const TdRegister *reg, GError **error)
{
  TdRegisterSql *self = g_new0 (TdRegisterSql, 1);

  self->reg = reg;
  self->log = g_string_new (NULL);
  if (prepare (db, td_register_find_text, reg, &self->find, error) && prepare_insert (db, self, error)
      && prepare (db, td_register_update_text, reg, &self->update, error)
      && prepare (db, td_register_delete_text, reg, &self->delete, error)
      && prepare (db, td_register_snapshot_text, reg, &self->snapshot, error)
      && (td_register_period_start (reg) == NULL || prepare (db, td_register_overlap_text, reg, &self->overlap, error))
      && read_last_row (db, self, error))
    return self;
  td_register_sql_free (self);
  return NULL;
}

void
td_register_sql_free (TdRegisterSql *self)
{
  sqlite3_finalize (self->find);
  g_clear_pointer (&self->insert, td_batch_free);
  sqlite3_finalize (self->update);
  sqlite3_finalize (self->delete);
  sqlite3_finalize (self->snapshot);
  sqlite3_finalize (self->overlap);
  g_clear_pointer (&self->keys, td_key_filter_free);
  g_string_free (self->log, TRUE);
  g_free (self);
}

/**
 * td_register_sql_find:
 * @self: the statements, no row of that key waiting
 * @values: one for each field; only the key is looked at
 * @row: (out): the row_id of the row with that key, 0 where there is none
 * @error: what failed
 *
 * Leaves the row's columns readable by td_register_sql_read() until the next call.
 *
 * Returns: whether there is an answer
 */
gboolean
td_register_sql_find (TdRegisterSql *self, const char *const *values, gint64 *row, GError **error)
{
  gboolean has_row;

  sqlite3_reset (self->find);
  self->is_finding = TRUE;
  for (guint i = 0; i < self->reg->n_fields; i++)
    if (self->reg->fields[i].flags & TD_FIELD_KEY)
      if (!td_sql_bind_text (self->find, td_register_parameter (i), values[i], error))
        return FALSE;
  if (!td_sql_step (self->find, &has_row, error))
    return FALSE;
  *row = has_row ? sqlite3_column_int64 (self->find, 0) : 0;
  return TRUE;
}

/**
 * td_register_sql_read:
 * @self: the statements, just after td_register_sql_find() found @row
 * @vault: opens what is sealed
 * @row: the row's row_id
 * @field: a field's index
 * @value: (out) (transfer full) (nullable): its value
 * @error: a cell that was tampered with
 *
 * Returns: whether it could be read
 */
gboolean
td_register_sql_read (TdRegisterSql *self, TdVault *vault, gint64 row, guint field, char **value, GError **error)
{
  int column = (int)field + 1;

  *value = NULL;
  if (sqlite3_column_type (self->find, column) == SQLITE_NULL)
    return TRUE;
  if (self->reg->fields[field].flags & TD_FIELD_SEALED)
    *value = td_vault_open (vault, self->reg->name, row, self->reg->fields[field].name,
                            sqlite3_column_blob (self->find, column), (gsize)sqlite3_column_bytes (self->find, column),
                            error);
  else
    *value = g_strdup (td_sql_text (self->find, column));
  return *value != NULL;
}

/**
 * td_register_sql_get_cell:
 * @self: the statements, just after td_register_sql_find() found a row
 * @field: a sealed field's index
 *
 * Returns: (transfer full): the row's cell as it is sealed
 */
GBytes *
td_register_sql_get_cell (TdRegisterSql *self, guint field)
{
  int column = (int)field + 1;

  return g_bytes_new (sqlite3_column_blob (self->find, column), (gsize)sqlite3_column_bytes (self->find, column));
}

/**
 * td_register_sql_release:
 * @self: the statements
 *
 * Lets go of the row that was found: an open cursor would keep a later COMMIT busy. Where none was looked for, the
 * connection is not touched: a writer may hold it.
 */
void
td_register_sql_release (TdRegisterSql *self)
{
  if (self->is_finding)
    sqlite3_reset (self->find);
  self->is_finding = FALSE;
}

/**
 * td_register_sql_report:
 * @self: the statements
 * @code: what SQLite answered to a row that was written
 * @error: set to what that means, where it is not %SQLITE_DONE
 *
 * Returns: whether the row is written
 */
gboolean
td_register_sql_report (TdRegisterSql *self, int code, GError **error)
{
  if (code == SQLITE_DONE)
    return TRUE;
  if (code == SQLITE_CONSTRAINT_UNIQUE)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE,
                         _ ("stands with another row already; it can be one row's only"));
  else
    td_sql_set_error (sqlite3_db_handle (self->update), code, error);
  return FALSE;
}

/**
 * td_register_sql_delete:
 * @self: the statements
 * @row: a row_id
 * @error: what failed
 *
 * Returns: whether the row is gone; that nothing refers to it any more is checked at the commit
 */
gboolean
td_register_sql_delete (TdRegisterSql *self, gint64 row, GError **error)
{
  gboolean has_row, deleted;

  sqlite3_bind_int64 (self->delete, 1, row);
  deleted = td_sql_step (self->delete, &has_row, error);
  sqlite3_reset (self->delete);
  return deleted;
}

/**
 * td_register_sql_find_overlap:
 * @self: the statements of a register that holds periods
 * @row: a row_id
 * @other: (out): the row_id of a row whose period shares a day with its; 0 where there is none
 * @other_is_later: (out): whether that one starts later
 * @error: what failed
 *
 * Returns: whether there is an answer
 */
gboolean
td_register_sql_find_overlap (TdRegisterSql *self, gint64 row, gint64 *other, gboolean *other_is_later, GError **error)
{
  gboolean has_row, read;

  sqlite3_bind_int64 (self->overlap, 1, row);
  read = td_sql_step (self->overlap, &has_row, error);
  *other = read && has_row ? sqlite3_column_int64 (self->overlap, 0) : 0;
  *other_is_later = read && has_row && sqlite3_column_int (self->overlap, 1);
  sqlite3_reset (self->overlap);
  return read;
}

/**
 * td_register_sql_snapshot:
 * @self: the statements
 * @row: a row_id
 * @json: (out) (transfer full): the row as JSON, sealed values as the hex of their cells
 * @error: what failed
 *
 * Returns: whether it could be read
 */
gboolean
td_register_sql_snapshot (TdRegisterSql *self, gint64 row, char **json, GError **error)
{
  gboolean has_row, read;

  sqlite3_bind_int64 (self->snapshot, 1, row);
  read = td_sql_step (self->snapshot, &has_row, error);
  *json = read ? g_strdup (td_sql_text (self->snapshot, 0)) : NULL;
  sqlite3_reset (self->snapshot);
  return read;
}
