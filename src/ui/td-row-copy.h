/* td-row-copy.h: the selected rows of a table, into the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_row_copy_selected (GtkColumnView *view, TdSession *session, const TdRegister *reg);

G_END_DECLS
