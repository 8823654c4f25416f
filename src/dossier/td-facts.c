/* td-facts.c: facts by name, and tables whose rows are facts again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-facts.h"

struct _TdFacts
{
  GHashTable *values; /* char * to char * */
  GHashTable *tables; /* char * to GPtrArray of TdFacts */
};

/**
 * td_facts_new:
 *
 * Returns: (transfer full): no facts yet
 */
TdFacts *
td_facts_new (void)
{
  TdFacts *self = g_new0 (TdFacts, 1);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
td_facts_free (TdFacts *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->tables);
  g_free (self);
}

void
td_facts_set (TdFacts *self, const char *name, const char *value)
{
  td_facts_take (self, name, g_strdup (value));
}

/**
 * td_facts_take:
 * @self: the facts
 * @name: what a template calls it
 * @value: (transfer full): the text that stands in its place
 *
 * States a fact, in the place of an earlier one of the same name.
 */
void
td_facts_take (TdFacts *self, const char *name, char *value)
{
  g_hash_table_replace (self->values, g_strdup (name), value);
}

/**
 * td_facts_get:
 * @self: the facts
 * @name: a fact's name
 *
 * Returns: (nullable): the fact; %NULL where it isn't among these
 */
const char *
td_facts_get (const TdFacts *self, const char *name)
{
  return g_hash_table_lookup (self->values, name);
}

/**
 * td_facts_add_row:
 * @self: the facts
 * @table: a table's name
 *
 * Returns: (transfer none): the facts of a new last row of @table
 */
TdFacts *
td_facts_add_row (TdFacts *self, const char *table)
{
  GPtrArray *rows = g_hash_table_lookup (self->tables, table);
  TdFacts *row = td_facts_new ();

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify)td_facts_free);
      g_hash_table_insert (self->tables, g_strdup (table), rows);
    }
  g_ptr_array_add (rows, row);
  return row;
}

guint
td_facts_n_rows (const TdFacts *self, const char *table)
{
  GPtrArray *rows = g_hash_table_lookup (self->tables, table);

  return rows != NULL ? rows->len : 0;
}

const TdFacts *
td_facts_get_row (const TdFacts *self, const char *table, guint row)
{
  GPtrArray *rows = g_hash_table_lookup (self->tables, table);

  return g_ptr_array_index (rows, row);
}
