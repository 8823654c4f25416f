/* td-intake-table.c: a cell is mended where it stands, a column is filled downwards from a cell, a row is set aside;
 * each is told as “edited”, for the rows to be checked anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-table.h"

#include "td-intake-item.h"

#include <glib/gi18n.h>

#define WIDTH_LINE    70
#define WIDTH_CELL    150
#define WIDTH_PROBLEM 320

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

static TdIntakeTable *
find_table (GtkWidget *cell)
{
  return TD_INTAKE_TABLE (gtk_widget_get_ancestor (cell, TD_TYPE_INTAKE_TABLE));
}

static guint
get_column (GtkWidget *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column"));
}

static TdIntakeItem *
get_item (GtkWidget *cell)
{
  return gtk_list_item_get_item (g_object_get_data (G_OBJECT (cell), "list-item"));
}

static void
tell_edited (TdIntakeTable *self)
{
  g_signal_emit (self, edited_signal, 0);
}

static void
on_edited (GtkEditable *cell)
{
  TdIntakeTable *self = find_table (GTK_WIDGET (cell));
  TdIntakeItem *item = get_item (GTK_WIDGET (cell));
  const char *text = gtk_editable_get_text (cell);
  guint column = get_column (GTK_WIDGET (cell));

  if (self == NULL || item == NULL || gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell))
      || g_str_equal (td_intake_get (self->intake, td_intake_item_get_row (item), column), text))
    return;
  td_intake_set (self->intake, td_intake_item_get_row (item), column, text);
  tell_edited (self);
}

static gboolean
fill_down (GtkWidget *cell, GVariant *arguments, gpointer data)
{
  TdIntakeTable *self = find_table (cell);
  GListModel *rows = G_LIST_MODEL (self->shown);
  guint first = gtk_list_item_get_position (g_object_get_data (G_OBJECT (cell), "list-item"));
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell)));

  for (guint i = first + 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (rows, i);

      td_intake_set (self->intake, td_intake_item_get_row (item), get_column (cell), text);
      td_intake_item_changed (item);
    }
  tell_edited (self);
  return TRUE;
}

static void
add_fill_down (GtkWidget *cell)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>d"),
                                                          gtk_callback_action_new (fill_down, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (cell, keys);
}

static void
show_cell (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  TdIntakeItem *item = gtk_list_item_get_item (list_item);
  TdIntakeTable *self = g_object_get_data (G_OBJECT (cell), "table");
  const char *text = td_intake_get (self->intake, td_intake_item_get_row (item), get_column (cell));

  if (GTK_IS_LABEL (cell))
    gtk_label_set_label (GTK_LABEL (cell), text);
  else if (!gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    gtk_editable_set_text (GTK_EDITABLE (cell), text);
}

static void
show_line (GtkListItem *list_item)
{
  TdIntakeTable *self = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "table");
  const TdIntakeRow *row
    = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (gtk_list_item_get_item (list_item)));
  g_autofree char *text = g_strdup_printf ("%u", row->line);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
show_problem (GtkListItem *list_item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  const char *problem = td_intake_item_get_problem (gtk_list_item_get_item (list_item));

  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), problem);
}

static void
show_aside (GtkListItem *list_item)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  TdIntakeTable *self = g_object_get_data (G_OBJECT (check), "table");
  const TdIntakeRow *row
    = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (gtk_list_item_get_item (list_item)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), row->is_aside);
}

static void
on_aside (GtkCheckButton *check)
{
  TdIntakeTable *self = find_table (GTK_WIDGET (check));
  TdIntakeItem *item = get_item (GTK_WIDGET (check));
  TdIntakeRow *row;

  if (self == NULL || item == NULL)
    return;
  row = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (item));
  if (row->is_aside == gtk_check_button_get_active (check))
    return;
  row->is_aside = !row->is_aside;
  tell_edited (self);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_editable (void)
{
  GtkWidget *cell = gtk_editable_label_new ("");

  g_signal_connect (cell, "notify::editing", G_CALLBACK (on_edited), NULL);
  add_fill_down (cell);
  return cell;
}

static GtkWidget *
make_check (void)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Set aside"), -1);
  g_signal_connect (check, "toggled", G_CALLBACK (on_aside), NULL);
  return check;
}

/* What a column of the table shows of a row. */
typedef void (*Show) (GtkListItem *list_item);

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  TdIntakeTable *self = data;
  Show show = g_object_get_data (G_OBJECT (factory), "show");
  gpointer column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell;

  if (show == show_aside)
    cell = make_check ();
  else if (show == show_cell && self->intake->fields[GPOINTER_TO_UINT (column)] != TD_NO_FIELD)
    cell = make_editable ();
  else
    cell = make_label (show == show_problem ? "error" : "dim-label");
  g_object_set_data (G_OBJECT (cell), "table", self);
  g_object_set_data (G_OBJECT (cell), "column", column);
  g_object_set_data (G_OBJECT (cell), "list-item", list_item);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  Show show = g_object_get_data (G_OBJECT (factory), "show");

  g_signal_connect_object (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show), list_item,
                           G_CONNECT_SWAPPED);
  show (list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item),
                                        g_object_get_data (G_OBJECT (factory), "show"), list_item);
}

static void
add_column (TdIntakeTable *self, const char *title, Show show, guint column, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "show", (gpointer)show);
  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_fixed_width (made, width);
  gtk_column_view_append_column (self->view, made);
}

static void
add_columns (TdIntakeTable *self)
{
  const TdIntake *intake = self->intake;

  add_column (self, _ ("Row"), show_line, 0, WIDTH_LINE);
  add_column (self, _ ("Set aside"), show_aside, 0, WIDTH_LINE + 20);
  add_column (self, _ ("What is wrong"), show_problem, 0, WIDTH_PROBLEM);
  for (guint i = 0; i < intake->n_columns; i++)
    {
      const char *heading = intake->head != TD_INTAKE_NO_HEAD ? td_intake_get (intake, intake->head, i) : "";

      if (intake->fields[i] != TD_NO_FIELD)
        add_column (self, intake->reg->fields[intake->fields[i]].label, show_cell, i, WIDTH_CELL);
      else if (*heading != '\0')
        add_column (self, heading, show_cell, i, WIDTH_CELL);
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

/* The column's label before what is wrong in it. */
static void
append_problem (TdIntakeTable *self, GString *text, const char *column, const char *what)
{
  const TdField *field = column != NULL ? td_register_find_field (self->intake->reg, column) : NULL;

  if (text->len > 0)
    g_string_append (text, "; ");
  if (field != NULL)
    g_string_append_printf (text, "%s: ", field->label);
  g_string_append (text, what);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/**
 * td_intake_table_show_problems:
 * @self: the table
 * @report: what an import of its rows answers
 */
void
td_intake_table_show_problems (TdIntakeTable *self, const TdImportReport *report)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (NULL, NULL, NULL, free_text);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const char *column, *what;
      guint line;
      GString *text;

      td_import_report_get_place (report, i, &line, &column, &what);
      text = g_hash_table_lookup (texts, GUINT_TO_POINTER (line));
      if (text == NULL)
        g_hash_table_insert (texts, GUINT_TO_POINTER (line), text = g_string_new (NULL));
      append_problem (self, text, column, what);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdIntakeItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TdIntakeRow *row = g_ptr_array_index (self->intake->rows, td_intake_item_get_row (item));
      GString *text = g_hash_table_lookup (texts, GUINT_TO_POINTER (row->line));

      td_intake_item_set_problem (item, text != NULL ? text->str : NULL);
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
    tell_edited (self);
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
