/* td-undo.h: taking back the latest change, or making it again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_undo_run (GtkWidget *widget, TdSession *session, gboolean is_redo);

G_END_DECLS
