/* td-change-keys.c: which keys a register has, written, waiting to be written or neither.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-change-private.h"

/* Finds the row with the key among @values, written or waiting. */
gboolean
td_change_find_row (TdChange *self, TdRegisterSql *sql, const char *const *values, gint64 *row, GError **error)
{
  *row = 0;
  if (!td_register_sql_may_have (sql, values))
    return TRUE;
  if (td_register_sql_waits (sql, values) && !td_change_flush (self, error))
    return FALSE;
  return td_register_sql_find (sql, values, row, error);
}

/**
 * td_change_has_key:
 * @self: the change
 * @reg: a register with a key of one field
 * @key: a key
 * @found: (out): whether a row of that key is there, counting what this change put
 * @error: what failed
 *
 * Returns: whether there is an answer
 */
gboolean
td_change_has_key (TdChange *self, const TdRegister *reg, const char *key, gboolean *found, GError **error)
{
  TdRegisterSql *sql = td_change_get_statements (self, reg, error);
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  gint64 row;

  values[0] = key;
  if (sql == NULL || !td_change_find_row (self, sql, values, &row, error))
    return FALSE;
  td_register_sql_release (sql);
  *found = row != 0;
  return TRUE;
}

/**
 * td_change_read_keys:
 * @self: the change
 * @reg: a register with a key of one field
 * @max: how many to read at most
 * @keys: (element-type utf8): takes the keys that are there, counting what this change put
 * @error: what failed
 *
 * For who would ask td_change_has_key() many times: a change that gathers has to wait at each.
 *
 * Returns: whether they are read
 */
gboolean
td_change_read_keys (TdChange *self, const TdRegister *reg, guint max, GHashTable *keys, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM %s LIMIT %u", reg->fields[0].name, reg->name, max);
  g_autoptr (TdStatement) statement = NULL;
  gboolean has_row, read;

  if (!td_change_flush (self, error))
    return FALSE;
  statement = td_sql_prepare (td_store_get_db (self->store), sql, error);
  if (statement == NULL)
    return FALSE;
  while ((read = td_sql_step (statement, &has_row, error)) && has_row)
    g_hash_table_add (keys, g_strdup (td_sql_text (statement, 0)));
  return read;
}
