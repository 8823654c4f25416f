/* td-intake-cell.h: the cells of a table on its way in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-intake-table.h"

G_BEGIN_DECLS

typedef enum
{
  TD_INTAKE_CELL_LINE,   /* where the row stands in its file */
  TD_INTAKE_CELL_ASIDE,  /* whether it is set aside */
  TD_INTAKE_CELL_ANSWER, /* what is wrong with it, or what becomes of it */
  TD_INTAKE_CELL_TEXT,   /* what stands in a column that is left out */
  TD_INTAKE_CELL_ENTRY,  /* what stands in a field's column, to be mended */
} TdIntakeCell;

GtkListItemFactory *td_intake_cell_factory_new (TdIntakeTable *table, TdIntakeCell kind, guint column);

G_END_DECLS
