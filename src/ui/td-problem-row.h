/* td-problem-row.h: what is wrong with the field above it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_PROBLEM_ROW (td_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (TdProblemRow, td_problem_row, TD, PROBLEM_ROW, AdwPreferencesRow)

TdProblemRow *td_problem_row_new (void);
void td_problem_row_set_message (TdProblemRow *self, const char *message);

G_END_DECLS
