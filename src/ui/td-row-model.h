/* td-row-model.h: the rows of a table, read as they come into sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-item.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_ROW_MODEL (td_row_model_get_type ())
G_DECLARE_FINAL_TYPE (TdRowModel, td_row_model, TD, ROW_MODEL, GObject)

TdRowModel *td_row_model_new (TdSession *session);
void td_row_model_show (TdRowModel *self, const TdRegister *reg, GArray *rows);
GArray *td_row_model_get_rows (TdRowModel *self);

G_END_DECLS
