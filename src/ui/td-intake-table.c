/* td-intake-table.c: a cell is mended where it stands, a column is filled downwards from a cell, a row is set aside;
 * each is told as “edited”, for the rows to be checked anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-table.h"

#include "td-intake-cell.h"
#include "td-intake-item.h"
#include "td-intake-summary.h"

#include <glib/gi18n.h>

#define WIDTH_LINE   70
#define WIDTH_CELL   150
#define WIDTH_ANSWER 280

struct _TdIntakeTable
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *items; /* of TdIntakeItem: the rows that are data */
  GtkFilterListModel *shown;
  TdIntake *intake; /* (nullable): not its own */
};

G_DEFINE_FINAL_TYPE (TdIntakeTable, td_intake_table, GTK_TYPE_WIDGET)

static guint edited_signal;

static void
add_column (TdIntakeTable *self, const char *title, TdIntakeCell kind, guint column, int width)
{
  g_autoptr (GtkColumnViewColumn) made
    = gtk_column_view_column_new (title, td_intake_cell_factory_new (self, kind, column));

  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_append_column (self->view, made);
}

static void
add_columns (TdIntakeTable *self)
{
  const TdIntake *intake = self->intake;

  add_column (self, _ ("Row"), TD_INTAKE_CELL_LINE, 0, WIDTH_LINE);
  add_column (self, _ ("Set aside"), TD_INTAKE_CELL_ASIDE, 0, WIDTH_LINE + 20);
  add_column (self, _ ("What happens"), TD_INTAKE_CELL_ANSWER, 0, WIDTH_ANSWER);
  for (guint i = 0; i < intake->n_columns; i++)
    {
      const char *heading = intake->head != TD_INTAKE_NO_HEAD ? td_intake_get (intake, intake->head, i) : "";

      if (intake->fields[i] != TD_NO_FIELD)
        add_column (self, intake->reg->fields[intake->fields[i]].label, TD_INTAKE_CELL_ENTRY, i, WIDTH_CELL);
      else if (*heading != '\0')
        add_column (self, heading, TD_INTAKE_CELL_TEXT, i, WIDTH_CELL);
    }
}

static void
clear (TdIntakeTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  g_list_store_remove_all (self->items);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/**
 * td_intake_table_show:
 * @self: the table
 * @intake: (nullable): what to show; must live until another is shown
 */
void
td_intake_table_show (TdIntakeTable *self, TdIntake *intake)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  clear (self);
  self->intake = intake;
  if (intake == NULL)
    return;
  for (guint row = td_intake_get_start (intake); row < intake->rows->len; row++)
    g_ptr_array_add (items, td_intake_item_new (row));
  add_columns (self);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
}

/**
 * td_intake_table_get_intake:
 * @self: the table
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TdIntake *
td_intake_table_get_intake (TdIntakeTable *self)
{
  return self->intake;
}

/**
 * td_intake_table_edited:
 * @self: the table
 *
 * Tells that its rows read otherwise now.
 */
void
td_intake_table_edited (TdIntakeTable *self)
{
  g_signal_emit (self, edited_signal, 0);
}

/**
 * td_intake_table_fill_down:
 * @self: the table
 * @position: a row in sight
 * @column: a column of the intake
 * @text: what the column is to read in every row in sight below that one
 */
void
td_intake_table_fill_down (TdIntakeTable *self, guint position, guint column, const char *text)
{
  GListModel *rows = G_LIST_MODEL (self->shown);

  for (guint i = position + 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (rows, i);

      td_intake_set (self->intake, td_intake_item_get_row (item), column, text);
      td_intake_item_changed (item);
    }
  td_intake_table_edited (self);
}

/**
 * td_intake_table_show_answer:
 * @self: the table
 * @report: what a check of its rows, and of other tables, answers
 */
void
td_intake_table_show_answer (TdIntakeTable *self, const TdImportReport *report)
{
  g_autoptr (GHashTable) problems = td_intake_list_problems (self->intake, report);
  g_autoptr (GHashTable) bad_fields = td_intake_list_bad_fields (self->intake, report);
  g_autoptr (GHashTable) outcomes = td_intake_list_outcomes (self->intake, report);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TdIntakeRow *row = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (item));
      const char *problem = g_hash_table_lookup (problems, GUINT_TO_POINTER (row->line));

      td_intake_item_set_answer (item, problem,
                                 GPOINTER_TO_SIZE (g_hash_table_lookup (bad_fields, GUINT_TO_POINTER (row->line))),
                                 g_hash_table_lookup (outcomes, GUINT_TO_POINTER (row->line)));
    }
}

static gboolean
is_bad (gpointer item, gpointer data)
{
  return td_intake_item_get_problem (item) != NULL;
}

/**
 * td_intake_table_show_only_bad:
 * @self: the table
 * @only_bad: whether to show the rows alone with which something was wrong when this was called
 */
void
td_intake_table_show_only_bad (TdIntakeTable *self, gboolean only_bad)
{
  g_autoptr (GtkFilter) filter = only_bad ? GTK_FILTER (gtk_custom_filter_new (is_bad, NULL, NULL)) : NULL;

  gtk_filter_list_model_set_filter (self->shown, filter);
}

/**
 * td_intake_table_has_bad:
 * @self: the table
 *
 * Returns: whether something is wrong with a row of it
 */
gboolean
td_intake_table_has_bad (TdIntakeTable *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (td_intake_item_get_problem (item) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * td_intake_table_set_bad_aside:
 * @self: the table
 *
 * Returns: how many rows with which something is wrong were set aside
 */
guint
td_intake_table_set_bad_aside (TdIntakeTable *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      TdIntakeRow *row = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (item));

      if (td_intake_item_get_problem (item) == NULL || row->is_aside)
        continue;
      row->is_aside = TRUE;
      td_intake_item_changed (item);
      n++;
    }
  if (n > 0)
    td_intake_table_edited (self);
  return n;
}

static void
td_intake_table_dispose (GObject *object)
{
  TdIntakeTable *self = TD_INTAKE_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (td_intake_table_parent_class)->dispose (object);
}

static gboolean
td_intake_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_INTAKE_TABLE (widget)->view));
}

static void
td_intake_table_class_init (TdIntakeTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_intake_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = td_intake_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  edited_signal = g_signal_new ("edited", TD_TYPE_INTAKE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_intake_table_init (TdIntakeTable *self)
{
  GtkNoSelection *selection;

  self->items = g_list_store_new (TD_TYPE_INTAKE_ITEM);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (self->shown)); /* the view holds both */
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
