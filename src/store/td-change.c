/* td-change.c: the one way to change a register. A change is a transaction; every row it puts leaves an entry in the
 * audit log within it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-change.h"

#include "td-change-private.h"
#include "td-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char td_unchanged[] = "";

/**
 * td_change_begin:
 * @store: an unlocked store
 * @reason: what the change is, for the audit log: "import persons.csv", "form"; nothing personal
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): a change that is dropped again unless td_change_commit() is called
 */
TdChange *
td_change_begin (TdStore *store, const char *reason, GError **error)
{
  g_autoptr (TdChange) self = g_new0 (TdChange, 1);

  self->store = td_store_ref (store);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)td_register_sql_free);
  self->touched = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  self->vault = td_store_get_vault (store, error);
  if (self->vault == NULL)
    return NULL;
  if (!td_sql_run (td_store_get_db (store), "BEGIN IMMEDIATE", error))
    return NULL;
  self->is_open = TRUE;
  /* A row may refer to one that comes after it; what still dangles at the end does not commit. */
  if (!td_sql_run (td_store_get_db (store), "PRAGMA defer_foreign_keys=ON", error))
    return NULL;
  self->audit = td_audit_begin (store, reason, error);
  return self->audit != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * td_change_gather:
 * @self: a change, just begun
 * @error: what failed
 *
 * For many rows, of values that td_field_parse() gave: they are written some dozens at a time, in another thread. What
 * the database refuses then fails a later call and the whole change with it; only what td_change_put() finds itself is
 * a row's own fault.
 *
 * Returns: whether it is so
 */
gboolean
td_change_gather (TdChange *self, GError **error)
{
  self->writer = td_writer_new (td_batch_write_rows);
  return td_audit_gather (self->audit, self->writer, error);
}

/* What is checked at the end, over the rows that the change put. */
static void
touch (TdChange *self, const TdRegister *reg, gint64 row)
{
  GArray *rows = g_hash_table_lookup (self->touched, reg);

  if (rows == NULL)
    {
      if (td_register_period_start (reg) == NULL)
        return;
      rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->touched, (gpointer)reg, rows);
    }
  g_array_append_val (rows, row);
}

TdRegisterSql *
td_change_get_statements (TdChange *self, const TdRegister *reg, GError **error)
{
  TdRegisterSql *sql = g_hash_table_lookup (self->statements, reg);

  if (sql != NULL)
    return sql;
  sql = td_register_sql_new (td_store_get_db (self->store), reg, error);
  if (sql == NULL)
    return NULL;
  g_hash_table_insert (self->statements, (gpointer)reg, sql);
  return self->writer == NULL || td_register_sql_gather (sql, self->writer, error) ? sql : NULL;
}

/* While the writer writes, rows that it does not write are looked up, and no more: what this thread wrote after a full
 * disk made SQLite roll back under the writer would be kept at once. */
static gboolean
wait_for_writer (TdChange *self, GError **error)
{
  int code = self->writer != NULL ? td_writer_wait (self->writer) : SQLITE_DONE;

  if (code == SQLITE_DONE)
    return TRUE;
  td_sql_set_error (td_store_get_db (self->store), code, error);
  return FALSE;
}

static gboolean
flush (TdChange *self, GError **error)
{
  GHashTableIter iter;
  gpointer sql;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &sql))
    if (!td_register_sql_flush (sql, error))
      return FALSE;
  return td_audit_flush (self->audit, error) && wait_for_writer (self, error);
}

/* Writes what waits, before anything but td_change_put() looks at the tables. */
gboolean
td_change_flush (TdChange *self, GError **error)
{
  if (!flush (self, error))
    self->is_broken = TRUE;
  return !self->is_broken;
}

/* A row on its way in: what it holds now and what it will hold. */
typedef struct
{
  gint64 id; /* 0 until it is there */
  GPtrArray *current;
  const char **merged;
} Row;

static void
row_clear (Row *row)
{
  g_ptr_array_unref (row->current);
  g_free (row->merged);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static gboolean
is_same (const TdRegister *reg, const Row *row)
{
  for (guint i = 0; i < reg->n_fields; i++)
    if (g_strcmp0 (row->merged[i], g_ptr_array_index (row->current, i)) != 0)
      return FALSE;
  return row->id != 0;
}

static gboolean
check_row (const TdRegister *reg, const char *const *values, GError **error)
{
  const TdField *field;
  g_autoptr (GError) wrong = NULL;

  for (guint i = 0; i < reg->n_fields; i++)
    if (values[i] == NULL && td_field_is_required (&reg->fields[i]))
      {
        g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW, _ ("%s is missing; every row needs it"),
                     reg->fields[i].name);
        return FALSE;
      }
  if (td_row_check_order (reg, values, &field, &wrong))
    return TRUE;
  g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW, "%s: %s", field->name, wrong->message);
  return FALSE;
}

static gboolean
read_row (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, const char *const *values, Row *row,
          GError **error)
{
  if (!td_change_find_row (self, sql, values, &row->id, error))
    return FALSE;
  for (guint i = 0; i < reg->n_fields; i++)
    {
      char *current = NULL;

      if (row->id != 0 && !td_register_sql_read (sql, self->vault, row->id, i, &current, error))
        return FALSE;
      g_ptr_array_add (row->current, current);
      row->merged[i] = values[i] == td_unchanged ? current : values[i];
    }
  return check_row (reg, row->merged, error);
}

/* A sealed value that stays keeps its cell, so that the audit log shows no change where there is none. */
static void
bind_sealed (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, const Row *row, gint64 id, guint field)
{
  const char *column = reg->fields[field].name;
  const char *value = row->merged[field];
  g_autoptr (GBytes) cell = NULL;
  gboolean is_unique = (reg->fields[field].flags & TD_FIELD_UNIQUE) != 0;
  guint8 hash[TD_VAULT_HASH_SIZE];

  if (value == NULL)
    {
      td_register_sql_bind_cell (sql, field, NULL, NULL);
      return;
    }
  if (g_strcmp0 (value, g_ptr_array_index (row->current, field)) == 0)
    cell = td_register_sql_get_cell (sql, field);
  else
    cell = td_vault_seal (self->vault, reg->name, id, column, value);
  if (is_unique)
    td_vault_hash (self->vault, reg->name, column, value, hash);
  td_register_sql_bind_cell (sql, field, cell, is_unique ? hash : NULL);
}

static gboolean
write_row (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, Row *row, GError **error)
{
  gint64 id;

  if ((row->id != 0 || !td_register_sql_gathers (sql)) && !wait_for_writer (self, error))
    return FALSE;
  id = td_register_sql_start (sql, row->id);
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_SEALED)
      bind_sealed (self, sql, reg, row, id, i);
    else
      td_register_sql_bind (sql, i, row->merged[i]);
  td_register_sql_release (sql);
  row->id = id;
  return td_register_sql_write (sql, error);
}

/* Some errors (a full disk) make SQLite roll back by itself; what is written after that would each be kept at once. */
static gboolean
is_rolled_back (TdChange *self)
{
  return sqlite3_get_autocommit (td_store_get_db (self->store)) != 0;
}

gboolean
td_change_can_go_on (TdChange *self, GError **error)
{
  int code = self->writer != NULL ? td_writer_get_code (self->writer) : SQLITE_DONE;

  if (code != SQLITE_DONE && !self->is_broken)
    return wait_for_writer (self, error);
  if (!self->is_broken && (self->writer != NULL || !is_rolled_back (self)))
    return TRUE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
                       _ ("An error stopped this change before; nothing of it was kept. Start it again."));
  return FALSE;
}

/* Writes the entry of a row that was just changed; without it nothing of the change may be kept. */
gboolean
td_change_log (TdChange *self, const TdRegister *reg, gint64 row, const char *before, const char *after, GError **error)
{
  if (!td_audit_append (self->audit, reg->name, row, before, after, error))
    {
      self->is_broken = TRUE;
      return FALSE;
    }
  touch (self, reg, row);
  return TRUE;
}

static TdOutcome
put (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, Row *row, GError **error)
{
  g_autofree char *before = NULL;
  gboolean is_new = row->id == 0;

  if (is_same (reg, row))
    return TD_OUTCOME_SAME;
  if (!is_new && !td_register_sql_snapshot (sql, row->id, &before, error))
    return TD_OUTCOME_FAILED;
  if (!write_row (self, sql, reg, row, error))
    {
      /* With a row that was gathered, others are lost. */
      self->is_broken = td_register_sql_gathers (sql) || is_rolled_back (self);
      return TD_OUTCOME_FAILED;
    }
  if (!td_change_log (self, reg, row->id, before, td_register_sql_get_log (sql), error))
    return TD_OUTCOME_FAILED;
  return is_new ? TD_OUTCOME_ADDED : TD_OUTCOME_CHANGED;
}

/**
 * td_change_put:
 * @self: the change
 * @reg: a register
 * @values: one for each field, as td_field_parse() gives them: %NULL for not known, td_unchanged to leave what is there
 * @row: (out) (optional): the row_id of the row put, 0 after a failure
 * @error: %TD_STORE_ERROR_DUPLICATE for a unique value that another row holds, %TD_STORE_ERROR_ROW for a missing value
 * or an end before its start, or what else failed; names no value
 *
 * Adds the row, or changes the one that has its key. After a failure that is the row's own (a duplicate, a missing
 * value, an end before its start) the change can go on without that row.
 *
 * Returns: what became of it
 */
TdOutcome
td_change_put (TdChange *self, const TdRegister *reg, const char *const *values, gint64 *row, GError **error)
{
  TdRegisterSql *sql = td_change_can_go_on (self, error) ? td_change_get_statements (self, reg, error) : NULL;
  g_auto (Row) it = { 0, g_ptr_array_new_full (reg->n_fields, g_free), g_new0 (const char *, reg->n_fields) };
  TdOutcome outcome = TD_OUTCOME_FAILED;

  if (sql != NULL && read_row (self, sql, reg, values, &it, error))
    outcome = put (self, sql, reg, &it, error);
  if (sql != NULL)
    td_register_sql_release (sql);
  if (row != NULL)
    *row = outcome != TD_OUTCOME_FAILED ? it.id : 0;
  return outcome;
}

/**
 * td_change_commit:
 * @self: the change; only to be freed afterwards
 * @error: %TD_STORE_ERROR_OVERLAP, %TD_STORE_ERROR_REFERENCE or what else failed; then nothing of it is kept
 *
 * Returns: whether the whole change is in the file, safe against a power cut
 */
gboolean
td_change_commit (TdChange *self, GError **error)
{
  if (!td_change_can_go_on (self, error) || !td_change_flush (self, error) || !td_change_check (self, error)
      || !td_sql_run (td_store_get_db (self->store), "COMMIT", error))
    return FALSE;
  self->is_open = FALSE;
  return TRUE;
}

void
td_change_free (TdChange *self)
{
  sqlite3 *db = td_store_get_db (self->store);

  g_clear_pointer (&self->writer, td_writer_free);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->audit, td_audit_free);
  /* SQLite rolls back by itself when the disk is full; a second rollback would be an error. */
  if (self->is_open && !sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  td_store_unref (self->store);
  g_free (self);
}
