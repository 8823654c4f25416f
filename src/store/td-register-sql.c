/* td-register-sql.c: a register's statements, written from its description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-sql-private.h"

#include <glib/gi18n-lib.h>

struct _TdRegisterSql
{
  const TdRegister *reg;
  TdStatement *find; /* row_id and all columns, by key */
  TdStatement *insert;
  TdStatement *update;
  TdStatement *snapshot;
  TdStatement *overlap; /* (nullable): of a register that holds periods */
  TdStatement *writing; /* insert or update, whichever is being bound */
  int bound;            /* the first failure to bind a value of it: SQLite would write NULL there */
  gint64 last_row;
};

static void
append_column (GString *sql, const char *name)
{
  g_string_append_printf (sql, "\"%s\"", name);
}

static gboolean
has_hash (const TdField *field)
{
  return (field->flags & TD_FIELD_SEALED) && (field->flags & TD_FIELD_UNIQUE);
}

static void
append_columns (GString *sql, const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, reg->fields[i].name);
    }
}

/* Parameter numbers: 1 for the row_id, then one a field, then one a field for hashes; each numbered by its field. */
static int
parameter_of (guint field)
{
  return (int)field + 2;
}

static int
hash_parameter_of (const TdRegister *reg, guint field)
{
  return (int)(reg->n_fields + field) + 2;
}

static void
append_key_condition (GString *sql, const TdRegister *reg)
{
  const char *join = " WHERE ";

  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_KEY)
      {
        g_string_append (sql, join);
        append_column (sql, reg->fields[i].name);
        g_string_append_printf (sql, " = ?%d", parameter_of (i));
        join = " AND ";
      }
}

static char *
find_sql (const TdRegister *reg)
{
  GString *sql = g_string_new ("SELECT row_id");

  append_columns (sql, reg);
  g_string_append_printf (sql, " FROM %s", reg->name);
  append_key_condition (sql, reg);
  return g_string_free (sql, FALSE);
}

static char *
insert_sql (const TdRegister *reg)
{
  GString *columns = g_string_new ("row_id");
  g_autoptr (GString) parameters = g_string_new ("?1");

  append_columns (columns, reg);
  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (parameters, ", ?%d", parameter_of (i));
  for (guint i = 0; i < reg->n_fields; i++)
    if (has_hash (&reg->fields[i]))
      {
        g_string_append_printf (columns, ", %s_hash", reg->fields[i].name);
        g_string_append_printf (parameters, ", ?%d", hash_parameter_of (reg, i));
      }
  g_string_prepend (columns, " (");
  g_string_prepend (columns, reg->name);
  g_string_prepend (columns, "INSERT INTO ");
  g_string_append_printf (columns, ") VALUES (%s)", parameters->str);
  return g_string_free (columns, FALSE);
}

static char *
update_sql (const TdRegister *reg)
{
  GString *sql = g_string_new ("UPDATE ");

  g_string_append_printf (sql, "%s SET row_id = ?1", reg->name);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, reg->fields[i].name);
      g_string_append_printf (sql, " = ?%d", parameter_of (i));
      if (has_hash (&reg->fields[i]))
        g_string_append_printf (sql, ", %s_hash = ?%d", reg->fields[i].name, hash_parameter_of (reg, i));
    }
  g_string_append (sql, " WHERE row_id = ?1");
  return g_string_free (sql, FALSE);
}

/* The row as JSON: what is sealed stays sealed, in hex. */
static char *
snapshot_sql (const TdRegister *reg)
{
  GString *sql = g_string_new ("SELECT json_object (");

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      g_string_append_printf (sql, "%s'%s', ", i > 0 ? ", " : "", field->name);
      if (field->flags & TD_FIELD_SEALED)
        g_string_append_printf (sql, "iif (\"%s\" IS NULL, NULL, hex (\"%s\"))", field->name, field->name);
      else
        append_column (sql, field->name);
    }
  g_string_append_printf (sql, ") FROM %s WHERE row_id = ?1", reg->name);
  return g_string_free (sql, FALSE);
}

/**
 * td_register_sql_select:
 * @reg: a register
 * @field: (nullable): a field in the clear that the rows are to have the value ?1 in
 *
 * Returns: (transfer full): the query for row_id and all columns, ordered by key
 */
char *
td_register_sql_select (const TdRegister *reg, const char *field)
{
  GString *sql = g_string_new ("SELECT row_id");
  const char *join = " ORDER BY ";

  append_columns (sql, reg);
  g_string_append_printf (sql, " FROM %s", reg->name);
  if (field != NULL)
    {
      g_string_append (sql, " WHERE ");
      append_column (sql, field);
      g_string_append (sql, " = ?1");
    }
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_KEY)
      {
        g_string_append (sql, join);
        append_column (sql, reg->fields[i].name);
        join = ", ";
      }
  return g_string_free (sql, FALSE);
}

/* The rows of the same key but for the starting day that share a day with row ?1. A period holds from its first day
 * until the day before its end; one that ends on the day it starts holds on none. */
static char *
overlap_sql (const TdRegister *reg)
{
  const char *start = td_register_period_start (reg);
  const char *end = NULL;
  GString *sql = g_string_new ("SELECT other.row_id, other.\"");

  g_string_append_printf (sql, "%s\" > this.\"%s\" FROM %s AS this JOIN %s AS other ON other.row_id <> this.row_id",
                          start, start, reg->name, reg->name);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      if ((field->flags & TD_FIELD_KEY) && !g_str_equal (field->name, start))
        g_string_append_printf (sql, " AND other.\"%s\" = this.\"%s\"", field->name, field->name);
      if (g_strcmp0 (field->ends, start) == 0)
        end = field->name;
    }
  g_string_append_printf (sql,
                          " WHERE this.row_id = ?1"
                          " AND (this.\"%s\" IS NULL OR (other.\"%s\" < this.\"%s\" AND this.\"%s\" > this.\"%s\"))"
                          " AND (other.\"%s\" IS NULL OR (this.\"%s\" < other.\"%s\" AND other.\"%s\" > other.\"%s\"))"
                          " ORDER BY other.\"%s\"",
                          end, start, end, end, start, end, start, end, end, start, start);
  return g_string_free (sql, FALSE);
}

static gboolean
prepare (sqlite3 *db, char *(*write) (const TdRegister *), const TdRegister *reg, TdStatement **statement,
         GError **error)
{
  g_autofree char *sql = write (reg);

  *statement = td_sql_prepare (db, sql, error);
  return *statement != NULL;
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
  if (prepare (db, find_sql, reg, &self->find, error) && prepare (db, insert_sql, reg, &self->insert, error)
      && prepare (db, update_sql, reg, &self->update, error) && prepare (db, snapshot_sql, reg, &self->snapshot, error)
      && (td_register_period_start (reg) == NULL || prepare (db, overlap_sql, reg, &self->overlap, error))
      && read_last_row (db, self, error))
    return self;
  td_register_sql_free (self);
  return NULL;
}

void
td_register_sql_free (TdRegisterSql *self)
{
  sqlite3_finalize (self->find);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->update);
  sqlite3_finalize (self->snapshot);
  sqlite3_finalize (self->overlap);
  g_free (self);
}

/**
 * td_register_sql_find:
 * @self: the statements
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
      if (!td_sql_bind_text (self->find, parameter_of (i), values[i], error))
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

/**
 * td_register_sql_start:
 * @self: the statements
 * @row: the row_id of the row to change; 0 to add one
 *
 * Starts the writing of a row; its fields are bound next, then td_register_sql_write().
 *
 * Returns: the row_id that it will have
 */
gint64
td_register_sql_start (TdRegisterSql *self, gint64 row)
{
  gint64 id = row != 0 ? row : self->last_row + 1;

  self->writing = row != 0 ? self->update : self->insert;
  self->bound = sqlite3_bind_int64 (self->writing, 1, id);
  return id;
}

static void
note_bound (TdRegisterSql *self, int code)
{
  if (self->bound == SQLITE_OK)
    self->bound = code;
}

void
td_register_sql_bind (TdRegisterSql *self, guint field, const char *value)
{
  note_bound (self, sqlite3_bind_text (self->writing, parameter_of (field), value, -1, SQLITE_TRANSIENT));
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

  note_bound (self, sqlite3_bind_blob (self->writing, parameter_of (field), data, (int)size, SQLITE_TRANSIENT));
  if (has_hash (&self->reg->fields[field]))
    note_bound (self, sqlite3_bind_blob (self->writing, hash_parameter_of (self->reg, field), hash,
                                         hash != NULL ? TD_VAULT_HASH_SIZE : 0, SQLITE_TRANSIENT));
}

/**
 * td_register_sql_write:
 * @self: the statements, every field bound
 * @error: %TD_STORE_ERROR_DUPLICATE where another row holds a value that must be unique
 *
 * Returns: whether the row is written
 */
gboolean
td_register_sql_write (TdRegisterSql *self, GError **error)
{
  int code = self->bound == SQLITE_OK ? sqlite3_step (self->writing) : self->bound;

  sqlite3_reset (self->writing);
  if (code == SQLITE_DONE)
    {
      if (self->writing == self->insert)
        self->last_row++;
      return TRUE;
    }
  if (code == SQLITE_CONSTRAINT_UNIQUE)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE,
                         _ ("stands with another row already; it can be one row's only"));
  else
    td_sql_set_error (sqlite3_db_handle (self->writing), code, error);
  return FALSE;
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
