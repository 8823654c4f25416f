/* td-intake-cell.c: a factory makes the cells of one column; what is mended in them goes into the intake at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-cell.h"

#include "td-intake-item.h"

#include <glib/gi18n.h>

/* What a factory's cells have in common. */
typedef struct
{
  TdIntakeTable *table; /* holds the column whose factory this is */
  TdIntakeCell kind;
  guint column;
} Column;

static const Column *
get_column (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "column");
}

static TdIntakeItem *
get_item (GtkListItem *list_item)
{
  return gtk_list_item_get_item (list_item);
}

static TdIntake *
get_intake (GtkListItem *list_item)
{
  return td_intake_table_get_intake (get_column (list_item)->table);
}

static TdIntakeRow *
get_row (GtkListItem *list_item)
{
  return g_ptr_array_index (get_intake (list_item)->rows, td_intake_item_get_row (get_item (list_item)));
}

static const char *
get_text (GtkListItem *list_item)
{
  return td_intake_get (get_intake (list_item), td_intake_item_get_row (get_item (list_item)),
                        get_column (list_item)->column);
}

static void
on_edited (GtkListItem *list_item, GParamSpec *pspec, GtkEditableLabel *cell)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (cell));

  if (get_item (list_item) == NULL || gtk_editable_label_get_editing (cell) || get_intake (list_item) == NULL
      || g_str_equal (get_text (list_item), text))
    return;
  td_intake_set (get_intake (list_item), td_intake_item_get_row (get_item (list_item)), get_column (list_item)->column,
                 text);
  td_intake_table_edited (get_column (list_item)->table);
}

static gboolean
fill_down (GtkWidget *cell, GVariant *arguments, gpointer data)
{
  GtkListItem *list_item = data;

  td_intake_table_fill_down (get_column (list_item)->table, gtk_list_item_get_position (list_item),
                             get_column (list_item)->column, gtk_editable_get_text (GTK_EDITABLE (cell)));
  return TRUE;
}

static void
on_aside (GtkListItem *list_item, GtkCheckButton *check)
{
  TdIntakeRow *row = get_item (list_item) != NULL ? get_row (list_item) : NULL;

  if (row == NULL || row->is_aside == gtk_check_button_get_active (check))
    return;
  row->is_aside = !row->is_aside;
  td_intake_table_edited (get_column (list_item)->table);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_entry (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_editable_label_new ("");
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>d"),
                                                          gtk_callback_action_new (fill_down, list_item, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (cell, keys);
  g_signal_connect_object (cell, "notify::editing", G_CALLBACK (on_edited), list_item, G_CONNECT_SWAPPED);
  return cell;
}

static GtkWidget *
make_check (GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Set aside"), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_aside), list_item, G_CONNECT_SWAPPED);
  return check;
}

static void
show_line (GtkListItem *list_item)
{
  g_autofree char *text = g_strdup_printf ("%u", get_row (list_item)->line);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
show_answer (GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *problem = td_intake_item_get_problem (get_item (list_item));
  const char *outcome = td_intake_item_get_outcome (get_item (list_item));

  gtk_label_set_label (GTK_LABEL (label), problem != NULL ? problem : outcome != NULL ? outcome : "");
  gtk_widget_set_tooltip_text (label, problem);
  gtk_widget_remove_css_class (label, problem != NULL ? "dim-label" : "error");
  gtk_widget_add_css_class (label, problem != NULL ? "error" : "dim-label");
}

static void
show_entry (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  guint field = get_intake (list_item)->fields[get_column (list_item)->column];

  if (!gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    gtk_editable_set_text (GTK_EDITABLE (cell), get_text (list_item));
  if (td_intake_item_is_bad (get_item (list_item), field))
    gtk_widget_add_css_class (cell, "error");
  else
    gtk_widget_remove_css_class (cell, "error");
}

static void
show (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  switch (get_column (list_item)->kind)
    {
    case TD_INTAKE_CELL_LINE:
      show_line (list_item);
      break;
    case TD_INTAKE_CELL_ASIDE:
      gtk_check_button_set_active (GTK_CHECK_BUTTON (cell), get_row (list_item)->is_aside);
      break;
    case TD_INTAKE_CELL_ANSWER:
      show_answer (list_item);
      break;
    case TD_INTAKE_CELL_TEXT:
      gtk_label_set_label (GTK_LABEL (cell), get_text (list_item));
      break;
    case TD_INTAKE_CELL_ENTRY:
    default:
      show_entry (list_item);
      break;
    }
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Column *column = data;
  GtkWidget *cell;

  g_object_set_data (G_OBJECT (list_item), "column", data);
  if (column->kind == TD_INTAKE_CELL_ASIDE)
    cell = make_check (list_item);
  else
    cell = column->kind == TD_INTAKE_CELL_ENTRY ? make_entry (list_item) : make_label ();
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_connect_object (get_item (list_item), "changed", G_CALLBACK (show), list_item, G_CONNECT_SWAPPED);
  show (list_item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (get_item (list_item), show, list_item);
}

/**
 * td_intake_cell_factory_new:
 * @table: what the cells are of; lives longer than they do
 * @kind: what they show
 * @column: which column of the intake, where it is one
 *
 * Returns: (transfer full): a factory of TdIntakeItem
 */
GtkListItemFactory *
td_intake_cell_factory_new (TdIntakeTable *table, TdIntakeCell kind, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *common = g_new0 (Column, 1);

  common->table = table;
  common->kind = kind;
  common->column = column;
  g_object_set_data_full (G_OBJECT (factory), "column", common, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), common);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), common);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), common);
  return factory;
}
