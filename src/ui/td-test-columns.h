/* td-test-columns.h: what a sheet of tests shows of a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-columns.h"

G_BEGIN_DECLS

extern const TdSheetColumn td_test_columns[];
extern const guint td_n_test_columns;

gboolean td_test_columns_focus_substances (TdSheetItem *item);

G_END_DECLS
