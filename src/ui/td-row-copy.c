/* td-row-copy.c: a table of text that every spreadsheet takes: the columns in sight in their order, under their titles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-copy.h"

#include "td-csv.h"
#include "td-row-columns.h"
#include "td-row-item.h"
#include "td-row-read.h"

typedef struct
{
  const TdRegister *reg;
  GArray *rows;   /* of gint64 */
  GArray *fields; /* of guint */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_array_unref (copy->rows);
  g_array_unref (copy->fields);
  g_free (copy);
}

/* A line break or a tab would end the cell, and what a spreadsheet would run as a formula is made text. */
static void
append_cell (GString *table, const char *text, gboolean is_first)
{
  g_autofree char *cell = g_strdup (text);

  g_string_append_printf (table, "%s%s%s", is_first ? "" : "\t", td_csv_is_formula (cell) ? "'" : "",
                          g_strdelimit (cell, "\t\n", ' '));
}

static char *
make_table (const Copy *copy, GPtrArray *rows)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < copy->fields->len; i++)
    append_cell (table, copy->reg->fields[g_array_index (copy->fields, guint, i)].label, i == 0);
  for (guint r = 0; r < rows->len; r++)
    {
      g_autoptr (TdRowItem) item = td_row_item_new (0);

      td_row_item_set (item, g_steal_pointer (&g_ptr_array_index (rows, r)));
      g_string_append_c (table, '\n');
      for (guint i = 0; i < copy->fields->len; i++)
        {
          g_autofree char *text = td_row_item_show (item, g_array_index (copy->fields, guint, i));

          append_cell (table, text, i == 0);
        }
    }
  g_string_append_c (table, '\n');
  return g_string_free (table, FALSE);
}

static gpointer
read_table (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Copy *copy = data;
  g_autoptr (GPtrArray) rows = td_row_read_many (store, copy->reg, (const gint64 *)(gpointer)copy->rows->data,
                                                 copy->rows->len, cancellable, error);

  return rows != NULL ? make_table (copy, rows) : NULL;
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) view = data;
  g_autofree char *table = td_session_run_finish (TD_SESSION (object), result, NULL);

  if (table != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (view), table);
}

static GArray *
get_rows (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean found = gtk_bitset_iter_init_first (&iter, selected, &position); found;
       found = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (TdRowItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);
      gint64 row = td_row_item_get_row_id (item);

      g_array_append_val (rows, row);
    }
  return rows;
}

/**
 * td_row_copy_selected:
 * @view: a table of TdRowItem
 * @session: the open database
 * @reg: the register
 *
 * Reads the selected rows in a thread, and hands them to the clipboard when they are there.
 */
void
td_row_copy_selected (GtkColumnView *view, TdSession *session, const TdRegister *reg)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->reg = reg;
  copy->rows = get_rows (view);
  copy->fields = td_row_columns_get_visible (view);
  td_session_run (session, read_table, copy, copy_free, g_free, NULL, on_read, g_object_ref (view));
}
