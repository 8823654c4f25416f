/* td-cell.h: what a workbook keeps in a cell, whatever kind of workbook it is, as the text that stands in a CSV file
 * for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-record.h"

G_BEGIN_DECLS

void td_cell_tidy_number (GString *cell);
void td_cell_tidy_day (GString *cell);
void td_cell_tidy_truth (GString *cell);
void td_cell_cut (GString *cell);

G_END_DECLS
