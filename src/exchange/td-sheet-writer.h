/* td-sheet-writer.h: the XML of a sheet, row by row: text as text and never as a formula, days as days, amounts as
 * numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-export-column.h"

G_BEGIN_DECLS

/* The rows that a sheet can hold, its head among them. */
#define TD_SHEET_MAX_ROWS 1048576

/* The styles of its cells, which the workbook describes. */
enum
{
  TD_STYLE_NONE,
  TD_STYLE_HEAD,
  TD_STYLE_TEXT,
  TD_STYLE_DAY,
  TD_STYLE_AMOUNT,
};

void td_sheet_write_start (GString *xml, const TdExportColumn *columns, guint n_columns);
void td_sheet_write_row (GString *xml, const TdExportColumn *columns, guint n_columns, guint row,
                         const char *const *values);
void td_sheet_write_end (GString *xml, guint n_columns, guint n_rows);
void td_sheet_write_text (GString *xml, const char *text);

G_END_DECLS
