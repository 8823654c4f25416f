/* td-table-options.c: a button whose popover has a line for each column: what it must contain, whether it is shown, and
 * a button to sort by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table-options.h"

#include "td-row-columns.h"

#include <glib/gi18n.h>

struct _TdTableOptions
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  GtkGrid *grid;

  GtkColumnView *view; /* not owned: both belong to the same page */
  const TdRegister *reg;
  GPtrArray *entries; /* of GtkEntry, one for each field */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TdTableOptions, td_table_options, ADW_TYPE_BIN)

enum
{
  FILTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_filter (TdTableOptions *self)
{
  if (td_table_options_is_filtered (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  if (!self->is_showing)
    g_signal_emit (self, signals[FILTERED], 0);
}

/* By the column that is sorted already: in the other direction. */
static void
on_sort (TdTableOptions *self, GtkWidget *button)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  guint sorted;
  gboolean is_descending;
  gboolean is_same = td_row_columns_get_sort (self->view, &sorted, &is_descending) && sorted == field && !is_descending;

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, td_row_columns_find (self->view, field),
                                  is_same ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Takes the text. */
static void
name (GtkWidget *widget, char *text)
{
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (text);
}

static void
add_field (TdTableOptions *self, guint i)
{
  const TdField *field = &self->reg->fields[i];
  GtkWidget *shown = gtk_check_button_new_with_label (field->label);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *sort = gtk_button_new_from_icon_name ("view-sort-ascending-symbolic");

  g_object_bind_property (td_row_columns_find (self->view, i), "visible", shown, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("contains…"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (sort, "flat");
  g_object_set_data (G_OBJECT (sort), "field", GUINT_TO_POINTER (i));
  /* Translators: a column. */
  name (shown, g_strdup_printf (_ ("Show the column “%s”"), field->label));
  name (entry, g_strdup_printf (_ ("Only rows whose “%s” contains"), field->label));
  name (sort, g_strdup_printf (_ ("Sort by “%s”; again: the other way round"), field->label));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sort, "clicked", G_CALLBACK (on_sort), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, shown, 0, (int)i, 1, 1);
  gtk_grid_attach (self->grid, entry, 1, (int)i, 1, 1);
  gtk_grid_attach (self->grid, sort, 2, (int)i, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

static void
td_table_options_finalize (GObject *object)
{
  g_ptr_array_unref (TD_TABLE_OPTIONS (object)->entries);
  G_OBJECT_CLASS (td_table_options_parent_class)->finalize (object);
}

static void
td_table_options_class_init (TdTableOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_table_options_finalize;

  signals[FILTERED]
    = g_signal_new ("filtered", TD_TYPE_TABLE_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-table-options.ui");
  gtk_widget_class_bind_template_child (widget_class, TdTableOptions, button);
  gtk_widget_class_bind_template_child (widget_class, TdTableOptions, grid);
  gtk_widget_class_bind_template_callback (widget_class, td_table_options_clear);
}

static void
td_table_options_init (TdTableOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new ();
}

/**
 * td_table_options_show:
 * @self: the options
 * @view: the table, with the columns of @reg
 * @reg: a register
 *
 * Begins without a filter.
 */
void
td_table_options_show (TdTableOptions *self, GtkColumnView *view, const TdRegister *reg)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->view = view;
  self->reg = reg;
  for (guint i = 0; i < reg->n_fields; i++)
    add_field (self, i);
  self->is_showing = TRUE;
  on_filter (self);
  self->is_showing = FALSE;
}

/**
 * td_table_options_get_filters:
 * @self: the options
 *
 * Returns: (transfer full): for each field what it is to contain, %NULL for anything
 */
char **
td_table_options_get_filters (TdTableOptions *self)
{
  char **filters = g_new0 (char *, self->reg->n_fields);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *text = gtk_editable_get_text (g_ptr_array_index (self->entries, i));

      filters[i] = *text != '\0' ? g_strdup (text) : NULL;
    }
  return filters;
}

gboolean
td_table_options_is_filtered (TdTableOptions *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (*gtk_editable_get_text (g_ptr_array_index (self->entries, i)) != '\0')
      return TRUE;
  return FALSE;
}

/**
 * td_table_options_clear:
 * @self: the options
 *
 * Takes every filter away.
 */
void
td_table_options_clear (TdTableOptions *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    gtk_editable_set_text (g_ptr_array_index (self->entries, i), "");
  self->is_showing = FALSE;
  on_filter (self);
}
