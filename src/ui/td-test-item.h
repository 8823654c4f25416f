/* td-test-item.h: a person on a sheet of tests, and what the test found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-item.h"
#include "td-test-list.h"

G_BEGIN_DECLS

#define TD_TYPE_TEST_ITEM (td_test_item_get_type ())
G_DECLARE_FINAL_TYPE (TdTestItem, td_test_item, TD, TEST_ITEM, TdSheetItem)

TdTestItem *td_test_item_new (TdTestLine *line);
const TdTestLine *td_test_item_get_line (TdTestItem *self);
void td_test_item_set_result (TdTestItem *self, const char *result);
const char *td_test_item_get_result (TdTestItem *self);
gboolean td_test_item_is_positive (TdTestItem *self);
void td_test_item_set_substances (TdTestItem *self, const char *substances);
const char *td_test_item_get_substances (TdTestItem *self);
gboolean td_test_item_is_news (TdTestItem *self);

G_END_DECLS
