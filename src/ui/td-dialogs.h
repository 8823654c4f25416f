/* td-dialogs.h: closing windows without losing what was typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean td_dialogs_close (GtkWindow *window);
void td_dialogs_ask_discard (GtkWidget *widget, GCallback discard);

G_END_DECLS
