/* td-focus.h: where the focus of a window is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean td_focus_is_within (GtkWidget *widget);

G_END_DECLS
