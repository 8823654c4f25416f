/* td-table-layout.h: how a register's table was left: which columns, in which order, how wide, sorted by what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_table_layout_restore (GtkColumnView *view, const TdRegister *reg, GSettings *settings);
void td_table_layout_keep (GtkColumnView *view, const TdRegister *reg, GSettings *settings);

G_END_DECLS
