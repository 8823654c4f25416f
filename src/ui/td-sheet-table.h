/* td-sheet-table.h: the lines of a sheet as a table that keys walk through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-columns.h"

G_BEGIN_DECLS

#define TD_TYPE_SHEET_TABLE (td_sheet_table_get_type ())
G_DECLARE_FINAL_TYPE (TdSheetTable, td_sheet_table, TD, SHEET_TABLE, GtkWidget)

void td_sheet_table_set_columns (TdSheetTable *self, const TdSheetColumn *columns, guint n_columns);
void td_sheet_table_show (TdSheetTable *self, const GPtrArray *items);
void td_sheet_table_find (TdSheetTable *self, const char *text);
GListModel *td_sheet_table_get_items (TdSheetTable *self);
GListModel *td_sheet_table_get_shown (TdSheetTable *self);
void td_sheet_table_focus (TdSheetTable *self, TdSheetItem *item);
void td_sheet_table_step (TdSheetTable *self, TdSheetItem *from, int step);

G_END_DECLS
