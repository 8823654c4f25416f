/* td-register-sql.c: a register's statements, prepared, and its rows read and written through them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-sql-private.h"

#include "td-batch-private.h"
#include "td-key-filter-private.h"
#include "td-register-text-private.h"
#include "td-snapshot-private.h"

#include <glib/gi18n-lib.h>

struct _TdRegisterSql
{
  const TdRegister *reg;
  TdStatement *find; /* row_id and all columns, by key */
  TdBatch *insert;
  TdStatement *update;
  TdStatement *delete;
  TdStatement *snapshot;
  TdStatement *overlap; /* (nullable): of a register that holds periods */
  gint64 last_row;
  TdKeyFilter *keys;  /* (nullable): of the rows put since it gathers */
  gboolean was_empty; /* then: there are no others */
  gboolean waits;     /* some of these rows are not written yet */

  /* Of the row being bound: */
  gint64 id;
  gboolean is_new;
  guint64 key;  /* its td_key_hash() */
  int bound;    /* the first failure to bind a value of it: SQLite would write NULL there */
  GString *log; /* as the audit log will have it */
};

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

static gboolean
look_whether_empty (TdRegisterSql *self, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s)", self->reg->name);
  gint64 has_row;

  if (!td_sql_get_number (sqlite3_db_handle (self->update), sql, &has_row, error))
    return FALSE;
  self->was_empty = !has_row;
  return TRUE;
}

/**
 * td_register_sql_gather:
 * @self: the statements
 * @writer: as td_batch_gather() takes it
 * @error: what failed
 *
 * From now on a new row waits to be written with others, unless the register has a value that the table alone can
 * tell to be another row's.
 *
 * Returns: whether it is so
 */
gboolean
td_register_sql_gather (TdRegisterSql *self, TdWriter *writer, GError **error)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    if (self->reg->fields[i].flags & TD_FIELD_UNIQUE)
      return TRUE;
  if (!look_whether_empty (self, error) || !td_batch_gather (self->insert, writer, error))
    return FALSE;
  self->keys = td_key_filter_new ();
  return TRUE;
}

gboolean
td_register_sql_gathers (TdRegisterSql *self)
{
  return self->keys != NULL;
}

static gboolean
may_have_put (TdRegisterSql *self, const char *const *values)
{
  guint64 key = 0;

  for (guint i = 0; i < self->reg->n_fields; i++)
    if (self->reg->fields[i].flags & TD_FIELD_KEY)
      key = td_key_hash (key, values[i]);
  return td_key_filter_may_have (self->keys, key);
}

/**
 * td_register_sql_may_have:
 * @self: the statements
 * @values: one for each field; only the key is looked at
 *
 * Returns: %FALSE where it is sure, without asking the database, that no row of that key is there or waits
 */
gboolean
td_register_sql_may_have (TdRegisterSql *self, const char *const *values)
{
  return !self->was_empty || may_have_put (self, values);
}

/**
 * td_register_sql_waits:
 * @self: the statements
 * @values: one for each field; only the key is looked at
 *
 * Returns: whether a row of that key may wait to be written, where td_register_sql_find() does not see it
 */
gboolean
td_register_sql_waits (TdRegisterSql *self, const char *const *values)
{
  return self->waits && may_have_put (self, values);
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
 * Lets go of the row that was found: an open cursor would keep a later COMMIT busy.
 */
void
td_register_sql_release (TdRegisterSql *self)
{
  sqlite3_reset (self->find);
}

static void
start (TdRegisterSql *self, gboolean is_new, gint64 row)
{
  self->id = row;
  self->is_new = is_new;
  self->key = 0;
  self->bound = SQLITE_OK;
  g_string_truncate (self->log, 0);
  if (is_new)
    td_batch_add_number (self->insert, row);
  else
    self->bound = sqlite3_bind_int64 (self->update, 1, row);
}

/**
 * td_register_sql_start:
 * @self: the statements
 * @row: the row_id of the row to change; 0 to add one
 *
 * Starts the writing of a row; its fields are bound next, in their order, then td_register_sql_write().
 *
 * Returns: the row_id that it will have
 */
gint64
td_register_sql_start (TdRegisterSql *self, gint64 row)
{
  start (self, row == 0, row != 0 ? row : self->last_row + 1);
  return self->id;
}

/**
 * td_register_sql_start_again:
 * @self: the statements
 * @row: the row_id of a row that was deleted
 *
 * Starts the writing of that row, which will have its row_id again.
 */
void
td_register_sql_start_again (TdRegisterSql *self, gint64 row)
{
  start (self, TRUE, row);
}

static void
note_bound (TdRegisterSql *self, int code)
{
  if (self->bound == SQLITE_OK)
    self->bound = code;
}

/**
 * td_register_sql_bind:
 * @self: the statements
 * @field: the index of a field in the clear
 * @value: (nullable): its value
 */
void
td_register_sql_bind (TdRegisterSql *self, guint field, const char *value)
{
  td_snapshot_add_text (self->log, &self->reg->fields[field], value);
  if (self->reg->fields[field].flags & TD_FIELD_KEY)
    self->key = td_key_hash (self->key, value);
  if (self->is_new)
    td_batch_add_text (self->insert, value);
  else
    note_bound (self, sqlite3_bind_text (self->update, td_register_parameter (field), value, -1, SQLITE_TRANSIENT));
}

static void
bind_blob (TdRegisterSql *self, int parameter, gconstpointer data, gsize size)
{
  if (self->is_new)
    td_batch_add_blob (self->insert, data, size);
  else
    note_bound (self, sqlite3_bind_blob64 (self->update, parameter, data, size, SQLITE_TRANSIENT));
}

/**
 * td_register_sql_bind_cell:
 * @self: the statements
 * @field: a sealed field's index
 * @cell: (nullable): its sealed cell; %NULL for not known
 * @hash: (nullable): the keyed hash of its value, taken where the field is unique
 */
void
td_register_sql_bind_cell (TdRegisterSql *self, guint field, GBytes *cell, const guint8 *hash)
{
  gsize size = 0;
  gconstpointer data = cell != NULL ? g_bytes_get_data (cell, &size) : NULL;

  td_snapshot_add_cell (self->log, &self->reg->fields[field], data, size);
  bind_blob (self, td_register_parameter (field), data, size);
  if (td_field_has_hash (&self->reg->fields[field]))
    bind_blob (self, td_register_hash_parameter (self->reg, field), hash, hash != NULL ? TD_VAULT_HASH_SIZE : 0);
}

static gboolean
report (TdRegisterSql *self, int code, GError **error)
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

static int
update (TdRegisterSql *self)
{
  int code = self->bound == SQLITE_OK ? sqlite3_step (self->update) : self->bound;

  sqlite3_reset (self->update);
  return code;
}

static int
insert (TdRegisterSql *self)
{
  int code = td_batch_end_row (self->insert);

  if (code == SQLITE_DONE)
    self->last_row = MAX (self->last_row, self->id);
  if (self->keys != NULL)
    td_key_filter_add (self->keys, self->key);
  self->waits = self->keys != NULL;
  return code;
}

/**
 * td_register_sql_write:
 * @self: the statements, every field bound
 * @error: %TD_STORE_ERROR_DUPLICATE where another row holds a value that must be unique
 *
 * Returns: whether the row is written, or waits
 */
gboolean
td_register_sql_write (TdRegisterSql *self, GError **error)
{
  td_snapshot_end (self->log);
  return report (self, self->is_new ? insert (self) : update (self), error);
}

/**
 * td_register_sql_flush:
 * @self: the statements
 * @error: what failed
 *
 * Returns: whether no row waits any more but at the writer
 */
gboolean
td_register_sql_flush (TdRegisterSql *self, GError **error)
{
  self->waits = FALSE;
  return report (self, td_batch_write (self->insert), error);
}

/**
 * td_register_sql_get_log:
 * @self: the statements, a row written last
 *
 * Returns: (transfer none): that row as td_register_sql_snapshot() would read it
 */
const char *
td_register_sql_get_log (TdRegisterSql *self)
{
  return self->log->str;
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
