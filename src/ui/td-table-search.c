/* td-table-search.c: the rows of the register in front, and how many rows of each register the same words find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table-search.h"

#include <string.h>

/**
 * td_table_search_new:
 * @reg: the register in front
 * @text: (nullable): words to find
 * @filters: (transfer full) (nullable): for each field (nullable) what it contains
 * @unit: (nullable): a unit's code
 * @day: on which people live there
 *
 * Returns: (transfer full): the search, by the first field
 */
TdTableSearch *
td_table_search_new (const TdRegister *reg, const char *text, char **filters, const char *unit, const char *day)
{
  TdTableSearch *self = g_new0 (TdTableSearch, 1);

  self->text = g_strdup (text);
  self->filters = filters;
  self->unit = g_strdup (unit);
  self->day = g_strdup (day);
  self->wish.reg = reg;
  self->wish.text = self->text;
  self->wish.filters = (const char *const *)filters;
  self->wish.unit = self->unit;
  self->wish.day = self->day;
  return self;
}

/* What is searched for may be a name. */
static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

void
td_table_search_free (gpointer search)
{
  TdTableSearch *self = search;

  for (guint i = 0; self->filters != NULL && i < self->wish.reg->n_fields; i++)
    wipe (self->filters[i]);
  g_free (self->filters);
  wipe (self->text);
  g_free (self->unit);
  g_free (self->day);
  g_free (self);
}

/**
 * td_table_search_list:
 * @store: an unlocked store
 * @search: a TdTableSearch
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the row_ids
 */
gpointer
td_table_search_list (TdStore *store, gpointer search, GCancellable *cancellable, GError **error)
{
  return td_row_list (store, &((TdTableSearch *)search)->wish, cancellable, error);
}

/**
 * td_table_search_count:
 * @store: an unlocked store
 * @search: a TdTableSearch, of which the words and the unit count here
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable) (element-type guint): how many rows of each register
 */
gpointer
td_table_search_count (TdStore *store, gpointer search, GCancellable *cancellable, GError **error)
{
  const TdTableSearch *self = search;
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_registers; i++)
    {
      TdRowWish wish = { .reg = registers[i], .text = self->text, .unit = self->unit, .day = self->day };
      g_autoptr (GArray) rows = td_row_list (store, &wish, cancellable, error);

      if (rows == NULL)
        return NULL;
      g_array_append_val (counts, rows->len);
    }
  return g_steal_pointer (&counts);
}
