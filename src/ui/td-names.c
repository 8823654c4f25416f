/* td-names.c: at the floor, GTK names a button by its label with the underline in it, and then by the label's widget
 * once more: "_Save Save".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-names.h"

/**
 * td_names_mend:
 * @widget: a widget made from a template
 *
 * Leaves every button within it that shows a text to be named by that text.
 */
void
td_names_mend (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    td_names_mend (child);
}
