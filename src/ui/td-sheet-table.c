/* td-sheet-table.c: only the lines in sight have widgets. A key that is pressed on a line is told as “pressed”, for the
 * sheet to set something on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-table.h"

#include "td-collation.h"

#include <glib/gi18n.h>

struct _TdSheetTable
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *items; /* of TdSheetItem */
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;
  TdSheetItem *awaited; /* (nullable): to have the focus once it is in sight */
};

G_DEFINE_FINAL_TYPE (TdSheetTable, td_sheet_table, GTK_TYPE_WIDGET)

enum
{
  PRESSED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is typed in an entry of a line is the entry's. */
static gboolean
on_key (TdSheetTable *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  TdSheetItem *item = focus != NULL && !GTK_IS_EDITABLE (focus) ? td_sheet_cell_get_item (focus) : NULL;
  gboolean taken = GDK_EVENT_PROPAGATE;

  if (item != NULL && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    g_signal_emit (self, signals[PRESSED], 0, item, key, &taken);
  return taken;
}

static void
on_item_changed (TdSheetTable *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
td_sheet_table_dispose (GObject *object)
{
  TdSheetTable *self = TD_SHEET_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->awaited);
  G_OBJECT_CLASS (td_sheet_table_parent_class)->dispose (object);
}

static gboolean
td_sheet_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_SHEET_TABLE (widget)->view));
}

static void
td_sheet_table_class_init (TdSheetTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_sheet_table_dispose;
  widget_class->grab_focus = td_sheet_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /* With the line and the key; the handler tells whether it took it. */
  signals[PRESSED]
    = g_signal_new ("pressed", TD_TYPE_SHEET_TABLE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                    G_TYPE_BOOLEAN, 2, TD_TYPE_SHEET_ITEM, G_TYPE_UINT);
  /* Something was set on a line. */
  signals[CHANGED]
    = g_signal_new ("changed", TD_TYPE_SHEET_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_sheet_table_init (TdSheetTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->items = g_list_store_new (TD_TYPE_SHEET_ITEM);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->shown)); /* the view holds both */
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Lines"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * td_sheet_table_set_columns:
 * @self: the table; given its columns once
 * @columns: (array length=n_columns): as long as the program
 * @n_columns: how many
 */
void
td_sheet_table_set_columns (TdSheetTable *self, const TdSheetColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    td_sheet_columns_add (self->view, &columns[i]);
}

/**
 * td_sheet_table_show:
 * @self: the table
 * @items: (element-type TdSheetItem): its lines from now on
 */
void
td_sheet_table_show (TdSheetTable *self, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_signal_connect_object (g_ptr_array_index (items, i), "changed", G_CALLBACK (on_item_changed), self,
                             G_CONNECT_SWAPPED);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static gboolean
matches (gpointer item, gpointer search)
{
  return td_sheet_item_matches (item, search);
}

/**
 * td_sheet_table_find:
 * @self: the table
 * @text: a few letters, without marks or with; none to show all
 */
void
td_sheet_table_find (TdSheetTable *self, const char *text)
{
  char *search = td_search_key (text);
  g_autoptr (GtkFilter) filter = *search != '\0' ? GTK_FILTER (gtk_custom_filter_new (matches, search, g_free)) : NULL;

  gtk_filter_list_model_set_filter (self->shown, filter);
  if (filter == NULL)
    g_free (search);
}

/**
 * td_sheet_table_get_items:
 * @self: the table
 *
 * Returns: (transfer none): all lines
 */
GListModel *
td_sheet_table_get_items (TdSheetTable *self)
{
  return G_LIST_MODEL (self->items);
}

/**
 * td_sheet_table_get_shown:
 * @self: the table
 *
 * Returns: (transfer none): the lines that td_sheet_table_find() left
 */
GListModel *
td_sheet_table_get_shown (TdSheetTable *self)
{
  return G_LIST_MODEL (self->shown);
}

static guint
find_position (TdSheetTable *self, TdSheetItem *item)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdSheetItem) other = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
focus_awaited (gpointer table)
{
  TdSheetTable *self = table;
  g_autoptr (TdSheetItem) item = g_steal_pointer (&self->awaited);
  GtkWidget *row = item != NULL ? td_sheet_item_find_row (item) : NULL;

  if (row != NULL && gtk_widget_grab_focus (row))
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (row)), TRUE);
  return G_SOURCE_REMOVE;
}

/**
 * td_sheet_table_focus:
 * @self: the table
 * @item: one of its lines
 *
 * Brings the line into sight and the focus to it.
 */
void
td_sheet_table_focus (TdSheetTable *self, TdSheetItem *item)
{
  guint position = find_position (self, item);
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  g_set_object (&self->awaited, item);
  /* The row may come to be only once the table has been laid out. */
  g_idle_add_full (G_PRIORITY_LOW, focus_awaited, g_object_ref (self), g_object_unref);
}

/**
 * td_sheet_table_step:
 * @self: the table
 * @from: one of its lines
 * @step: how many lines on, or back
 *
 * Moves the focus, unless there is no such line.
 */
void
td_sheet_table_step (TdSheetTable *self, TdSheetItem *from, int step)
{
  guint position = find_position (self, from) + (guint)step;
  g_autoptr (TdSheetItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  td_sheet_table_focus (self, item != NULL ? item : from);
}
