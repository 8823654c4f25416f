/* td-focus.c: a widget's state tells of the focus only while its window is in front, and after a question it is not
 * yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-focus.h"

/**
 * td_focus_is_within:
 * @widget: a widget
 *
 * Returns: whether the focus of its window is on it or in it, or will be when the window is in front again
 */
gboolean
td_focus_is_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focused != NULL && (focused == widget || gtk_widget_is_ancestor (focused, widget));
}
