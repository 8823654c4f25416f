/* td-unit-cell.h: a cell of the district's table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-unit-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_UNIT_CELL (td_unit_cell_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitCell, td_unit_cell, TD, UNIT_CELL, AdwBin)

/* Shows in @self what @verdict says. */
typedef void (*TdUnitCellShow) (TdUnitCell *self, const TdVerdict *verdict, gpointer data);

TdUnitCell *td_unit_cell_new (TdUnitCellShow show, gpointer data);
void td_unit_cell_bind (TdUnitCell *self, TdUnitItem *item);
void td_unit_cell_set_icon (TdUnitCell *self, const char *icon);
void td_unit_cell_set_text (TdUnitCell *self, const char *text, float align);
void td_unit_cell_set_name (TdUnitCell *self, const char *name);
void td_unit_cell_set_row_name (TdUnitCell *self, const char *name);

G_END_DECLS
