/* td-registers-page.c: the registers at the side, each with how many of its rows the search finds, and the one in front
 * as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-registers-page.h"

#include "td-collation.h"
#include "td-commitment-sheet.h"
#include "td-count.h"
#include "td-intake-paste.h"
#include "td-menu-button.h"
#include "td-names.h"
#include "td-paper-facts.h"
#include "td-register-list.h"
#include "td-row-columns.h"
#include "td-row-copy.h"
#include "td-row-dialog.h"
#include "td-row-model.h"
#include "td-shortcuts.h"
#include "td-status.h"
#include "td-tab-stop.h"
#include "td-table-dialog.h"
#include "td-table-layout.h"
#include "td-table-options.h"
#include "td-table-search.h"
#include "td-test-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TdRegistersPage
{
  AdwBin parent_instance;
  GtkSearchEntry *search;
  GtkListBox *registers;
  GtkLabel *title;
  GtkDropDown *unit;
  TdTableOptions *options;
  GtkStack *states;
  GtkColumnView *table;
  AdwStatusPage *empty;
  AdwStatusPage *failed;
  GtkLabel *count;

  TdSession *session;
  GSettings *settings; /* (nullable) */
  TdRowModel *model;
  const TdRegister *reg;  /* (nullable): the one in front */
  GPtrArray *units;       /* of TdPlanUnit, as the choice has them behind its first */
  GCancellable *listing;  /* (nullable) */
  GCancellable *counting; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdRegistersPage, td_registers_page, ADW_TYPE_BIN)

static const char *
get_text (TdRegistersPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static const char *
get_unit (TdRegistersPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->unit);

  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return NULL;
  return ((const TdPlanUnit *)g_ptr_array_index (self->units, chosen - 1))->code;
}

static gboolean
is_narrowed (TdRegistersPage *self)
{
  return *get_text (self) != '\0' || get_unit (self) != NULL || td_table_options_is_filtered (self->options);
}

static void
show_empty (TdRegistersPage *self)
{
  gboolean narrowed = is_narrowed (self);

  adw_status_page_set_title (self->empty, narrowed ? _ ("Nothing Found") : _ ("No Rows Yet"));
  adw_status_page_set_description (self->empty,
                                   narrowed ? _ ("Type fewer letters, choose another register at the side, or remove "
                                                 "the commune and the filters.")
                                            : _ ("Add the first one, or import the register from a file."));
}

static void
show_count (TdRegistersPage *self, guint n_rows)
{
  g_autofree char *count = td_count_show (n_rows);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), count);

  gtk_label_set_label (self->count, text);
}

static void
on_listed (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRegistersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->listing)
    return;
  g_clear_object (&self->listing);
  if (rows == NULL)
    {
      td_status_describe (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  td_row_model_show (self->model, self->reg, rows);
  show_count (self, rows->len);
  show_empty (self);
  gtk_stack_set_visible_child_name (self->states, rows->len > 0 ? "table" : "empty");
}

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static TdTableSearch *
make_search (TdRegistersPage *self)
{
  TdTableSearch *search = td_table_search_new (self->reg, get_text (self), td_table_options_get_filters (self->options),
                                               get_unit (self), td_session_get_day (self->session));

  td_row_columns_get_sort (self->table, &search->wish.sort, &search->wish.is_descending);
  return search;
}

/* What is in front stays until the answer is there. */
static void
list_rows (TdRegistersPage *self)
{
  stop (&self->listing);
  self->listing = g_cancellable_new ();
  td_session_run (self->session, td_table_search_list, make_search (self), td_table_search_free,
                  (GDestroyNotify)g_array_unref, self->listing, on_listed, g_object_ref (self));
}

static void
on_counted (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRegistersPage) self = data;
  g_autoptr (GArray) counts = td_session_run_finish (TD_SESSION (object), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;
  g_clear_object (&self->counting);
  if (counts != NULL)
    td_register_list_show_counts (self->registers, counts, *get_text (self) != '\0');
}

static void
count_rows (TdRegistersPage *self)
{
  TdTableSearch *search
    = td_table_search_new (self->reg, get_text (self), NULL, get_unit (self), td_session_get_day (self->session));

  stop (&self->counting);
  self->counting = g_cancellable_new ();
  td_session_run (self->session, td_table_search_count, search, td_table_search_free, (GDestroyNotify)g_array_unref,
                  self->counting, on_counted, g_object_ref (self));
}

static void
search_all (TdRegistersPage *self)
{
  if (self->session == NULL || self->reg == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  list_rows (self);
  count_rows (self);
}

static void
on_sorted (TdRegistersPage *self)
{
  guint field;
  gboolean is_descending;

  if (self->reg != NULL && td_row_columns_get_sort (self->table, &field, &is_descending))
    list_rows (self);
}

static void
keep_layout (TdRegistersPage *self)
{
  if (self->reg != NULL)
    td_table_layout_keep (self->table, self->reg, self->settings);
}

static void
show_register (TdRegistersPage *self, const TdRegister *reg)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  keep_layout (self);
  self->reg = NULL; /* laying the table out is no reason to read */
  td_row_model_show (self->model, reg, none);
  td_row_columns_show (self->table, reg);
  td_table_layout_restore (self->table, reg, self->settings);
  td_table_options_show (self->options, self->table, reg);
  gtk_label_set_label (self->title, reg->title);
  gtk_stack_set_visible_child_name (self->states, "working");
  self->reg = reg;
  list_rows (self);
}

static void
on_register_selected (TdRegistersPage *self, GtkListBoxRow *row)
{
  guint n_registers;

  if (row != NULL && self->session != NULL)
    show_register (self, td_registers_all (&n_registers)[gtk_list_box_row_get_index (row)]);
}

static void
on_activated (TdRegistersPage *self, guint position)
{
  g_autoptr (TdRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const TdRow *row = td_row_item_get (item);

  if (row != NULL)
    td_row_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, row);
}

static void
on_stop_search (TdRegistersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  td_registers_page_focus (self);
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);
  g_autoptr (TdRow) row = td_row_new (self->reg);

  td_row_dialog_open (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, row);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);

  td_row_copy_selected (self->table, self->session, self->reg);
}

static void
paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);

  td_intake_paste (self->table, self->session, self->reg);
}

static void
sheet_tests (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);

  td_test_sheet_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, get_unit (self));
}

static void
sheet_commitments (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);

  td_commitment_sheet_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, get_unit (self));
}

static void
take_out (TdRegistersPage *self, TdTablePurpose purpose)
{
  g_autoptr (GArray) fields = td_row_columns_get_visible (self->table);

  if (fields->len > 0)
    td_table_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, purpose,
                             make_search (self), g_steal_pointer (&fields), td_row_model_get_rows (self->model));
}

static void
export_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_out (TD_REGISTERS_PAGE (widget), TD_TABLE_EXPORT);
}

static void
print_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_out (TD_REGISTERS_PAGE (widget), TD_TABLE_PRINT);
}

static void
enable_actions (TdRegistersPage *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.add", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.paste", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.sheet-tests", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.sheet-commitments", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.export", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.print", enabled);
}

/* Read when the page comes into sight, and again when the registers have changed behind it. */
static void
td_registers_page_map (GtkWidget *widget)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (widget);

  GTK_WIDGET_CLASS (td_registers_page_parent_class)->map (widget);
  enable_actions (self, TRUE);
  if (gtk_list_box_get_selected_row (self->registers) == NULL)
    td_register_list_select (self->registers, "persons");
  search_all (self);
}

static void
td_registers_page_unmap (GtkWidget *widget)
{
  keep_layout (TD_REGISTERS_PAGE (widget));
  enable_actions (TD_REGISTERS_PAGE (widget), FALSE);
  GTK_WIDGET_CLASS (td_registers_page_parent_class)->unmap (widget);
}

static void
td_registers_page_dispose (GObject *object)
{
  TdRegistersPage *self = TD_REGISTERS_PAGE (object);

  stop (&self->listing);
  stop (&self->counting);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_registers_page_parent_class)->dispose (object);
}

static void
td_registers_page_class_init (TdRegistersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_registers_page_dispose;
  widget_class->map = td_registers_page_map;
  widget_class->unmap = td_registers_page_unmap;

  gtk_widget_class_install_action (widget_class, "table.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "table.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "table.sheet-tests", NULL, sheet_tests);
  gtk_widget_class_install_action (widget_class, "table.sheet-commitments", NULL, sheet_commitments);
  gtk_widget_class_install_action (widget_class, "table.export", NULL, export_table);
  gtk_widget_class_install_action (widget_class, "table.print", NULL, print_table);

  g_type_ensure (TD_TYPE_MENU_BUTTON);
  g_type_ensure (TD_TYPE_TAB_STOP);
  g_type_ensure (TD_TYPE_TABLE_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-registers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, search);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, registers);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, unit);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, options);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, states);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, table);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TdRegistersPage, count);
  gtk_widget_class_bind_template_callback (widget_class, search_all);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_register_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, td_registers_page_focus);
}

static void
td_registers_page_init (TdRegistersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  td_register_list_fill (self->registers);
  enable_actions (self, FALSE);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = td_collation_key ((*(const TdPlanUnit *const *)a)->name);
  g_autofree char *second = td_collation_key ((*(const TdPlanUnit *const *)b)->name);

  return strcmp (first, second);
}

static void
show_units (TdRegistersPage *self, const TdPlan *plan)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->units = g_ptr_array_new ();
  for (guint i = 0; i < plan->units->len; i++)
    if (g_ptr_array_index (plan->units, i) != (gpointer)td_plan_get_district (plan))
      g_ptr_array_add (self->units, g_ptr_array_index (plan->units, i));
  g_ptr_array_sort (self->units, compare_units);
  gtk_string_list_append (titles, _ ("Whole district"));
  for (guint i = 0; i < self->units->len; i++)
    {
      const TdPlanUnit *unit = g_ptr_array_index (self->units, i);

      gtk_string_list_take (titles, td_unit_title (unit->kind, unit->name));
    }
  gtk_drop_down_set_expression (self->unit, expression);
  gtk_drop_down_set_model (self->unit, G_LIST_MODEL (titles));
}

/**
 * td_registers_page_set_session:
 * @self: the page
 * @session: the database to show; set once
 * @settings: (nullable): where the tables' layouts are kept; lives as long as the program
 */
void
td_registers_page_set_session (TdRegistersPage *self, TdSession *session, GSettings *settings)
{
  GtkMultiSelection *selection;

  show_units (self, td_session_get_plan (session));
  self->session = g_object_ref (session);
  self->settings = settings;
  self->model = td_row_model_new (session);
  selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  td_shortcuts_attach (GTK_WIDGET (self), "table.");
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (on_sorted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::appraisal", G_CALLBACK (search_all), self, G_CONNECT_SWAPPED);
}

/**
 * td_registers_page_find:
 * @self: the page
 *
 * Goes to the search, to be typed anew.
 */
void
td_registers_page_find (TdRegistersPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/**
 * td_registers_page_focus:
 * @self: the page
 *
 * Puts the focus on the table, or where there is none on the registers at the side.
 */
void
td_registers_page_focus (TdRegistersPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->registers);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "table") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
