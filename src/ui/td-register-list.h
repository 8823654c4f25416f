/* td-register-list.h: the registers in a list, each with how many of its rows there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_register_list_fill (GtkListBox *list);
void td_register_list_select (GtkListBox *list, const char *name);
void td_register_list_show_counts (GtkListBox *list, const GArray *counts, gboolean is_search);

G_END_DECLS
