/* td-test-sheet.h: the results of a day's drug tests, for many people at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-day-sheet.h"

G_BEGIN_DECLS

#define TD_TYPE_TEST_SHEET (td_test_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TdTestSheet, td_test_sheet, TD, TEST_SHEET, TdDaySheet)

void td_test_sheet_present (GtkWindow *parent, TdSession *session, const char *unit);

G_END_DECLS
