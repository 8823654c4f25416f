/* td-intake-paste.c: what a spreadsheet put into the clipboard, under its own headings or in the order of the table's
 * columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-paste.h"

#include "td-intake-dialog.h"
#include "td-row-columns.h"
#include "td-window.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkColumnView *view;
  TdSession *session;
  const TdRegister *reg;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_object_unref (paste->session);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
take_columns_in_sight (TdIntake *intake, GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint at = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns) && at < intake->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        td_intake_set_field (intake, at++, td_row_column_get_field (column));
    }
}

static void
on_text (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Paste) paste = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) intake = NULL;
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (paste->view));
  GPtrArray *intakes;
  g_autofree char *missing = NULL;

  if (window == NULL)
    return;
  intake = text != NULL ? td_intake_read_text (text, _ ("clipboard"), paste->reg, &error) : NULL;
  if (intake == NULL || intake->rows->len == 0)
    {
      td_window_say (GTK_WIDGET (window), error != NULL ? error->message : _ ("Copy rows in a spreadsheet first."));
      return;
    }
  if (intake->head == TD_INTAKE_NO_HEAD)
    take_columns_in_sight (intake, paste->view);
  missing = td_intake_list_missing (intake);
  intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);
  g_ptr_array_add (intakes, g_steal_pointer (&intake));
  td_intake_dialog_present (GTK_WINDOW (window), paste->session, intakes, missing == NULL);
}

/**
 * td_intake_paste:
 * @view: the table in front
 * @session: the open database
 * @reg: its register
 *
 * Reads the clipboard, and shows its rows to be checked before they enter.
 */
void
td_intake_paste (GtkColumnView *view, TdSession *session, const TdRegister *reg)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->view = g_object_ref (view);
  paste->session = g_object_ref (session);
  paste->reg = reg;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, on_text, paste);
}
