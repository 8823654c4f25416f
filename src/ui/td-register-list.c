/* td-register-list.c: a line for each register, in the order in which td_registers_all() has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-list.h"

#include "td-count.h"
#include "td-register.h"

#include <glib/gi18n.h>

static GtkWidget *
make_row (const TdRegister *reg)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (reg->title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "count", count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, reg->title, -1);
  return row;
}

/**
 * td_register_list_fill:
 * @list: an empty list
 */
void
td_register_list_fill (GtkListBox *list)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    gtk_list_box_append (list, make_row (registers[i]));
}

/**
 * td_register_list_select:
 * @list: the registers
 * @name: of the one to put in front
 */
void
td_register_list_select (GtkListBox *list, const char *name)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    if (g_str_equal (registers[i]->name, name))
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int)i));
}

/**
 * td_register_list_show_counts:
 * @list: the registers
 * @counts: (element-type guint): how many rows of each there are
 * @is_search: whether they are those that a search found, so that a register without one is dimmed
 */
void
td_register_list_show_counts (GtkListBox *list, const GArray *counts, gboolean is_search)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int)i);
      GtkLabel *label = g_object_get_data (G_OBJECT (row), "count");
      guint n_rows = g_array_index (counts, guint, i);
      g_autofree char *count = td_count_show (n_rows);
      /* Translators: a register, and how many of its rows there are. */
      g_autofree char *name = g_strdup_printf (_ ("%s, %s"), registers[i]->title, count);

      gtk_label_set_label (label, count);
      gtk_widget_set_sensitive (gtk_list_box_row_get_child (row), n_rows > 0 || !is_search);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}
