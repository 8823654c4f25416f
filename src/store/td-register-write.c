/* td-register-write.c: a register's rows on their way in: bound field by field, and written at once or, where many
 * come, together. What waits is known by the keys, so that a row which comes again is not taken for a new one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-sql-private.h"
#include "td-register-text-private.h"
#include "td-snapshot-private.h"

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
  return td_register_sql_report (self, self->is_new ? insert (self) : update (self), error);
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
  return td_register_sql_report (self, td_batch_write (self->insert), error);
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
