/* td-rows.c: reading a register's rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-rows.h"

#include "td-register-text-private.h"
#include "td-store-private.h"

#include <string.h>

struct _TdRows
{
  TdStore *store;
  const TdRegister *reg;
  TdStatement *statement;
  char **opened; /* sealed values of the current row, once asked for */
};

/**
 * td_rows_open:
 * @store: a store; unlocked where sealed fields will be asked for
 * @reg: a register
 * @field: (nullable): a field in the clear that the rows must have @value in
 * @value: (nullable): that value
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the rows by key, standing before the first
 */
TdRows *
td_rows_open (TdStore *store, const TdRegister *reg, const char *field, const char *value, GError **error)
{
  g_autofree char *sql = td_register_select_text (reg, field);
  g_autoptr (TdStatement) statement = td_sql_prepare (td_store_get_db (store), sql, error);
  TdRows *self;

  if (statement == NULL || (field != NULL && !td_sql_bind_text (statement, 1, value, error)))
    return NULL;
  self = g_new0 (TdRows, 1);
  self->store = td_store_ref (store);
  self->reg = reg;
  self->statement = g_steal_pointer (&statement);
  self->opened = g_new0 (char *, reg->n_fields);
  return self;
}

/**
 * td_rows_open_single:
 * @store: a store; unlocked where sealed fields will be asked for
 * @reg: a register
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): rows to be looked up one by one with td_rows_seek()
 */
TdRows *
td_rows_open_single (TdStore *store, const TdRegister *reg, GError **error)
{
  return td_rows_open (store, reg, "row_id", "0", error);
}

/* What was unsealed does not stay behind. */
static void
forget_opened (TdRows *self)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      if (self->opened[i] != NULL)
        explicit_bzero (self->opened[i], strlen (self->opened[i]));
      g_clear_pointer (&self->opened[i], g_free);
    }
}

void
td_rows_free (TdRows *self)
{
  forget_opened (self);
  g_free (self->opened);
  sqlite3_finalize (self->statement);
  td_store_unref (self->store);
  g_free (self);
}

/**
 * td_rows_next:
 * @self: the rows
 * @error: what failed
 *
 * Returns: whether it stands on a row now; %FALSE without @error after the last
 */
gboolean
td_rows_next (TdRows *self, GError **error)
{
  gboolean has_row;

  forget_opened (self);
  return td_sql_step (self->statement, &has_row, error) && has_row;
}

/**
 * td_rows_seek:
 * @self: rows of td_rows_open_single()
 * @row: a row_id
 * @error: what failed
 *
 * Returns: whether it stands on that row now; %FALSE without @error where there is none
 */
gboolean
td_rows_seek (TdRows *self, gint64 row, GError **error)
{
  sqlite3_reset (self->statement);
  sqlite3_bind_int64 (self->statement, 1, row);
  return td_rows_next (self, error);
}

gint64
td_rows_get_row_id (TdRows *self)
{
  return sqlite3_column_int64 (self->statement, 0);
}

/**
 * td_rows_get:
 * @self: the rows, standing on one
 * @field: a field's index
 * @error: a cell that was tampered with, or the store is locked
 *
 * Returns: (nullable): the value, until the next row; %NULL without @error where it is not known
 */
const char *
td_rows_get (TdRows *self, guint field, GError **error)
{
  const TdField *described = &self->reg->fields[field];
  int column = (int)field + 1;
  TdVault *vault;

  if (!(described->flags & TD_FIELD_SEALED))
    return td_sql_text (self->statement, column);
  if (self->opened[field] != NULL || sqlite3_column_type (self->statement, column) == SQLITE_NULL)
    return self->opened[field];
  vault = td_store_get_vault (self->store, error);
  if (vault != NULL)
    self->opened[field] = td_vault_open (vault, self->reg->name, sqlite3_column_int64 (self->statement, 0),
                                         described->name, sqlite3_column_blob (self->statement, column),
                                         (gsize)sqlite3_column_bytes (self->statement, column), error);
  return self->opened[field];
}
