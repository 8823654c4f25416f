/* td-row-columns.c: a column for each field; it can be moved, made wider, hidden and sorted by. The database sorts, not
 * the view: its sorters only tell which column was chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-columns.h"

#include "td-row-item.h"

/* Wide enough for what fields of a kind hold, in pixels. */
#define WIDTH_DATE      120
#define WIDTH_WORD      150
#define WIDTH_TEXT      150
#define WIDTH_NAME      210
#define WIDTH_REFERENCE 210

/* The field of the column that was asked last to compare; -1 for none. */
static int compared = -1;

static int
note_column (gconstpointer a, gconstpointer b, gpointer field)
{
  compared = GPOINTER_TO_INT (field);
  return 1;
}

guint
td_row_column_get_field (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "field"));
}

static void
name_row (GtkWidget *label, TdRowItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = NULL;

  if (row == NULL || td_row_item_get (item) == NULL)
    return;
  name = td_row_item_describe (item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* When it is filled the cell may not have its row yet. */
static void
on_map (GtkListItem *list_item)
{
  TdRowItem *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    name_row (gtk_list_item_get_child (list_item), item);
}

static void
show_item (GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  TdRowItem *item = gtk_list_item_get_item (list_item);
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "field"));
  g_autofree char *text = td_row_item_show (item, field);

  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  name_row (label, item);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  g_object_set_data (G_OBJECT (label), "field", field);
  g_signal_connect_object (label, "map", G_CALLBACK (on_map), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_item), list_item,
                           G_CONNECT_SWAPPED);
  show_item (list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_item, list_item);
}

static int
choose_width (const TdField *field)
{
  if (field->refers_to != NULL)
    return WIDTH_REFERENCE;
  if (field->flags & TD_FIELD_PERSON)
    return WIDTH_NAME;
  if (field->type == TD_TYPE_DATE)
    return WIDTH_DATE;
  return field->type == TD_TYPE_WORD ? WIDTH_WORD : WIDTH_TEXT;
}

static void
add_column (GtkColumnView *view, const TdField *field, guint index)
{
  gpointer data = GUINT_TO_POINTER (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (field->label, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, data, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), data);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), data);
  g_object_set_data (G_OBJECT (column), "field", data);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, choose_width (field));
  gtk_column_view_column_set_expand (column, field->type == TD_TYPE_TEXT && !(field->flags & TD_FIELD_KEY));
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

/**
 * td_row_columns_show:
 * @view: a table of TdRowItem
 * @reg: a register
 *
 * Puts this register's columns in the place of those before, all of them, in the order of its fields.
 */
void
td_row_columns_show (GtkColumnView *view, const TdRegister *reg)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < reg->n_fields; i++)
    add_column (view, &reg->fields[i], i);
}

/**
 * td_row_columns_find:
 * @view: a table
 * @field: a field's index
 *
 * Returns: (transfer none) (nullable): its column
 */
GtkColumnViewColumn *
td_row_columns_find (GtkColumnView *view, guint field)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (td_row_column_get_field (column) == field)
        return column; /* the view holds it */
    }
  return NULL;
}

/**
 * td_row_columns_get_visible:
 * @view: a table
 *
 * Returns: (transfer full) (element-type guint): the fields of the columns in sight, in their order
 */
GArray *
td_row_columns_get_visible (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      guint field = td_row_column_get_field (column);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (fields, field);
    }
  return fields;
}

/**
 * td_row_columns_get_sort:
 * @view: a table
 * @field: (out): the field that it is sorted by
 * @is_descending: (out): in which direction
 *
 * At the floor a view does not tell: its sorter is asked to compare two rows, and the first column that is asked in
 * turn is the one.
 *
 * Returns: whether it is sorted by a column
 */
gboolean
td_row_columns_get_sort (GtkColumnView *view, guint *field, gboolean *is_descending)
{
  g_autoptr (TdRowItem) first = td_row_item_new (0);
  g_autoptr (TdRowItem) second = td_row_item_new (0);
  GtkOrdering order;

  compared = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), first, second);
  if (compared < 0)
    return FALSE;
  *field = (guint)compared;
  *is_descending = order == GTK_ORDERING_SMALLER;
  return TRUE;
}
