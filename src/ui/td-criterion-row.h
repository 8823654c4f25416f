/* td-criterion-row.h: a criterion in the list of a commune's page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_CRITERION_ROW (td_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (TdCriterionRow, td_criterion_row, TD, CRITERION_ROW, GtkListBoxRow)

TdCriterionRow *td_criterion_row_new (guint number, const char *label);
void td_criterion_row_show (TdCriterionRow *self, const TdFinding *finding);

G_END_DECLS
