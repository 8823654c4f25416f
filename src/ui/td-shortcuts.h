/* td-shortcuts.h: every keyboard shortcut of the program, from one table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_shortcuts_set_accels (GtkApplication *application);
void td_shortcuts_attach (GtkWidget *widget, const char *prefix);
void td_shortcuts_attach_within (GtkWidget *widget, const char *prefix);
GtkWindow *td_shortcuts_window_new (void);

G_END_DECLS
