/* td-change-restore.c: takes rows away, and puts rows back as an entry of the audit log has them: sealed cells as they
 * were, for their row is the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-change-private.h"

#include "td-rows.h"
#include "td-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse_changed (GError **error)
{
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW,
                       _ ("A row was changed again since, so this cannot be taken back. Nothing was changed."));
  return FALSE;
}

static guint8
read_digit (char digit)
{
  return (guint8)g_ascii_xdigit_value (digit);
}

static GBytes *
read_cell (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *cell = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    cell[i] = (guint8)(read_digit (hex[2 * i]) << 4 | read_digit (hex[2 * i + 1]));
  return g_bytes_new_take (cell, size);
}

static gboolean
bind_cell (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, gint64 row, guint field, const char *hex,
           GError **error)
{
  const char *column = reg->fields[field].name;
  g_autoptr (GBytes) cell = hex != NULL ? read_cell (hex) : NULL;
  g_autofree char *value = NULL;
  guint8 hash[TD_VAULT_HASH_SIZE];
  gsize size;
  const guint8 *bytes = cell != NULL ? g_bytes_get_data (cell, &size) : NULL;

  if (cell != NULL && (reg->fields[field].flags & TD_FIELD_UNIQUE))
    {
      value = td_vault_open (self->vault, reg->name, row, column, bytes, size, error);
      if (value == NULL)
        return FALSE;
      td_vault_hash (self->vault, reg->name, column, value, hash);
    }
  td_register_sql_bind_cell (sql, field, cell, value != NULL ? hash : NULL);
  return TRUE;
}

/* Binds the fields as an entry of the log has them. */
static gboolean
bind_snapshot (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, gint64 row, const char *json, GError **error)
{
  g_autoptr (TdStatement) fields
    = td_sql_prepare (td_store_get_db (self->store), "SELECT value FROM json_each (?1) WHERE key = ?2", error);

  if (fields == NULL || !td_sql_bind_text (fields, 1, json, error))
    return FALSE;
  for (guint i = 0; i < reg->n_fields; i++)
    {
      gboolean has_row;
      const char *value;

      sqlite3_reset (fields);
      if (!td_sql_bind_text (fields, 2, reg->fields[i].name, error) || !td_sql_step (fields, &has_row, error))
        return FALSE;
      value = has_row ? td_sql_text (fields, 0) : NULL;
      if (!(reg->fields[i].flags & TD_FIELD_SEALED))
        td_register_sql_bind (sql, i, value);
      else if (!bind_cell (self, sql, reg, row, i, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_snapshot (TdChange *self, TdRegisterSql *sql, const TdRegister *reg, gint64 row, gboolean is_there,
                const char *json, GError **error)
{
  if (is_there)
    td_register_sql_start (sql, row);
  else
    td_register_sql_start_again (sql, row);
  return bind_snapshot (self, sql, reg, row, json, error) && td_register_sql_write (sql, error);
}

/**
 * td_change_restore:
 * @self: the change
 * @reg: a register
 * @row: a row_id that the register has or had
 * @expected: (nullable): the row as it must stand now, as the audit log has it; %NULL for not there
 * @wanted: (nullable): the row as it is to be; %NULL for not there
 * @error: %TD_STORE_ERROR_ROW where it stands otherwise, or what else failed
 *
 * Returns: whether it is so now
 */
gboolean
td_change_restore (TdChange *self, const TdRegister *reg, gint64 row, const char *expected, const char *wanted,
                   GError **error)
{
  TdRegisterSql *sql = td_change_can_go_on (self, error) ? td_change_get_statements (self, reg, error) : NULL;
  g_autofree char *current = NULL;

  if (sql == NULL || !td_change_flush (self, error) || !td_register_sql_snapshot (sql, row, &current, error))
    return FALSE;
  if (g_strcmp0 (current, expected) != 0)
    return refuse_changed (error);
  if (wanted == NULL ? !td_register_sql_delete (sql, row, error)
                     : !write_snapshot (self, sql, reg, row, current != NULL, wanted, error))
    return FALSE;
  return td_change_log (self, reg, row, current, wanted != NULL ? td_register_sql_get_log (sql) : NULL, error);
}

/* The first register with rows that refer to the key, or %NULL. */
static gboolean
find_reference (TdChange *self, const TdRegister *reg, const char *key, const TdRegister **from, GError **error)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  *from = NULL;
  for (guint i = 0; i < n_registers; i++)
    for (guint j = 0; j < registers[i]->n_fields; j++)
      {
        g_autoptr (TdRows) rows = NULL;
        g_autoptr (GError) failed = NULL;

        if (g_strcmp0 (registers[i]->fields[j].refers_to, reg->name) != 0)
          continue;
        rows = td_rows_open (self->store, registers[i], registers[i]->fields[j].name, key, &failed);
        if (rows != NULL && td_rows_next (rows, &failed))
          *from = registers[i];
        if (failed != NULL)
          {
            g_propagate_error (error, g_steal_pointer (&failed));
            return FALSE;
          }
      }
  return TRUE;
}

/**
 * td_change_remove:
 * @self: the change
 * @reg: a register
 * @key: one value for each field, of which the key counts
 * @error: %TD_STORE_ERROR_REFERENCE where rows still refer to this one, %TD_STORE_ERROR_ROW where there is none, or
 *   what else failed
 *
 * Takes a row out of its register; the audit log keeps what it was, and td_history_undo() brings it back.
 *
 * Returns: whether it is gone
 */
gboolean
td_change_remove (TdChange *self, const TdRegister *reg, const char *const *key, GError **error)
{
  TdRegisterSql *sql = td_change_can_go_on (self, error) ? td_change_get_statements (self, reg, error) : NULL;
  const TdRegister *from;
  g_autofree char *current = NULL;
  gint64 row;

  if (sql == NULL || !td_change_flush (self, error) || !td_register_sql_find (sql, key, &row, error))
    return FALSE;
  td_register_sql_release (sql);
  if (row == 0)
    return refuse_changed (error);
  if (!find_reference (self, reg, key[0], &from, error))
    return FALSE;
  if (from != NULL)
    {
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE,
                   _ ("Rows of “%s” still refer to this one. Delete those first."), from->title);
      return FALSE;
    }
  return td_register_sql_snapshot (sql, row, &current, error)
         && td_change_restore (self, reg, row, current, NULL, error);
}
