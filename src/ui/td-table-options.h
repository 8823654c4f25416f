/* td-table-options.h: what a table is filtered and sorted by and which columns it shows, all by keyboard too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_TABLE_OPTIONS (td_table_options_get_type ())
G_DECLARE_FINAL_TYPE (TdTableOptions, td_table_options, TD, TABLE_OPTIONS, AdwBin)

void td_table_options_show (TdTableOptions *self, GtkColumnView *view, const TdRegister *reg);
char **td_table_options_get_filters (TdTableOptions *self);
gboolean td_table_options_is_filtered (TdTableOptions *self);
void td_table_options_clear (TdTableOptions *self);

G_END_DECLS
