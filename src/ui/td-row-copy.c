/* td-row-copy.c: a table of text that every spreadsheet takes: the columns in sight in their order, under their titles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-copy.h"

#include "td-csv.h"
#include "td-row-columns.h"
#include "td-row-item.h"
#include "td-table.h"

/* A line break or a tab would end the cell, and what a spreadsheet would run as a formula is made text. */
static void
append_cell (GString *table, const char *text, gboolean is_first)
{
  g_autofree char *cell = g_strdup (text);

  g_string_append_printf (table, "%s%s%s", is_first ? "" : "\t", td_csv_is_formula (cell) ? "'" : "",
                          g_strdelimit (cell, "\t\n", ' '));
}

static gboolean
append_row (GString *text, const TdTable *table, TdTableReader *reader, guint row, GError **error)
{
  if (!td_table_reader_go_to (reader, row, error))
    return FALSE;
  for (guint i = 0; i < table->fields->len; i++)
    {
      const char *cell = td_table_reader_show (reader, i, error);

      if (cell == NULL)
        return FALSE;
      append_cell (text, cell, i == 0);
    }
  g_string_append_c (text, '\n');
  return TRUE;
}

static gpointer
read_table (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const TdTable *table = data;
  g_autoptr (TdTableReader) reader = td_table_reader_new (table, store, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (reader == NULL)
    return NULL;
  for (guint i = 0; i < table->fields->len; i++)
    append_cell (text, td_table_get_label (table, i), i == 0);
  g_string_append_c (text, '\n');
  for (guint row = 0; row < table->rows->len; row++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !append_row (text, table, reader, row, error))
      return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
free_table (gpointer table)
{
  td_table_free (table);
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
  TdTable *table = td_table_new (reg, td_row_columns_get_visible (view), get_rows (view), FALSE);

  td_session_run (session, read_table, table, free_table, g_free, NULL, on_read, g_object_ref (view));
}
