/* td-row-read.c: reads rows whole, with what they refer to by name; in a thread, for each sealed value is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-read.h"

#include "td-name-book.h"
#include "td-row.h"
#include "td-rows.h"

static void
free_row (gpointer row)
{
  if (row != NULL)
    td_row_free (row);
}

static TdRow *
read_row (TdRows *rows, TdNameBook *names, const TdRegister *reg, GError **error)
{
  g_autoptr (TdRow) row = td_row_new (reg);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      GError *failed = NULL;
      const char *name = NULL;

      td_row_set (row, i, td_rows_get (rows, i, &failed));
      if (failed == NULL && row->values[i] != NULL && reg->fields[i].refers_to != NULL)
        td_name_book_get (names, &reg->fields[i], row->values[i], &name, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return NULL;
        }
      row->names[i] = g_strdup (name);
    }
  return g_steal_pointer (&row);
}

/**
 * td_row_read_many:
 * @store: an unlocked store
 * @reg: a register
 * @rows: (array length=n_rows): row_ids
 * @n_rows: how many
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type TdRow): the rows with sealed values and names, %NULL for each that
 * is gone
 */
GPtrArray *
td_row_read_many (TdStore *store, const TdRegister *reg, const gint64 *rows, guint n_rows, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (TdRows) single = td_rows_open_single (store, reg, error);
  g_autoptr (TdNameBook) names = td_name_book_new (store);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; single != NULL && i < n_rows; i++)
    {
      GError *failed = NULL;
      TdRow *row = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (td_rows_seek (single, rows[i], &failed))
        row = read_row (single, names, reg, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return NULL;
        }
      g_ptr_array_add (all, row);
    }
  return single != NULL ? g_steal_pointer (&all) : NULL;
}
