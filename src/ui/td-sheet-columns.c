/* td-sheet-columns.c: cells that follow their line as it changes, and rows that a screen reader can name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-columns.h"

#include <glib/gi18n.h>

static GtkListItem *
get_list_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "list-item");
}

/* The cell's own widget stands in the view's, and that in the row. */
static GtkWidget *
find_row (GtkWidget *cell)
{
  GtkWidget *parent = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  return parent != NULL ? gtk_widget_get_parent (parent) : NULL;
}

static void
name_row (GtkListItem *list_item)
{
  TdSheetItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = find_row (gtk_list_item_get_child (list_item));
  g_autofree char *name = NULL;

  if (item == NULL || row == NULL)
    return;
  name = td_sheet_item_describe (item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is cut off can be read all the same. */
static gboolean
on_query_tooltip (GtkLabel *label, int x, int y, gboolean is_by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  return label;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const TdSheetColumn *column = data;
  GtkWidget *cell = column->make != NULL ? column->make () : make_label ();

  g_object_set_data (G_OBJECT (cell), "list-item", list_item);
  g_object_set_data (G_OBJECT (cell), "column", data);
  /* When it is filled, the cell may not have its row yet. */
  g_signal_connect_object (cell, "map", G_CALLBACK (name_row), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, cell);
}

static void
show_cell (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  const TdSheetColumn *column = g_object_get_data (G_OBJECT (cell), "column");
  TdSheetItem *item = gtk_list_item_get_item (list_item);

  if (column->make == NULL)
    {
      g_autofree char *text = column->tell (item);

      gtk_label_set_label (GTK_LABEL (cell), text);
    }
  else
    column->show (cell, item);
  name_row (list_item);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  TdSheetItem *item = gtk_list_item_get_item (list_item);

  g_object_set_data (G_OBJECT (item), "cell", gtk_list_item_get_child (list_item));
  g_signal_connect_object (item, "changed", G_CALLBACK (show_cell), list_item, G_CONNECT_SWAPPED);
  show_cell (list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  TdSheetItem *item = gtk_list_item_get_item (list_item);

  if (g_object_get_data (G_OBJECT (item), "cell") == gtk_list_item_get_child (list_item))
    g_object_set_data (G_OBJECT (item), "cell", NULL);
  g_signal_handlers_disconnect_by_func (item, show_cell, list_item);
}

/**
 * td_sheet_columns_add:
 * @view: a table of TdSheetItem
 * @column: as long as the program
 */
void
td_sheet_columns_add (GtkColumnView *view, const TdSheetColumn *column)
{
  gpointer data = (gpointer)column;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (_ (column->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), data);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), data);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, column->width);
  gtk_column_view_column_set_expand (made, column->expands);
  gtk_column_view_append_column (view, made);
}

/**
 * td_sheet_cell_get_item:
 * @widget: a row of the table, or something within it
 *
 * Returns: (transfer none) (nullable): the line that it shows
 */
TdSheetItem *
td_sheet_cell_get_item (GtkWidget *widget)
{
  GtkWidget *cell = gtk_widget_get_first_child (widget);

  cell = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
  if (cell != NULL && get_list_item (cell) != NULL)
    return gtk_list_item_get_item (get_list_item (cell));
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (get_list_item (widget) != NULL)
      return gtk_list_item_get_item (get_list_item (widget));
  return NULL;
}

/**
 * td_sheet_item_find_row:
 * @item: a line of a table
 *
 * Returns: (transfer none) (nullable): its row, while it is in sight or near
 */
GtkWidget *
td_sheet_item_find_row (TdSheetItem *item)
{
  return find_row (g_object_get_data (G_OBJECT (item), "cell"));
}
