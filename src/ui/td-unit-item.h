/* td-unit-item.h: a row of the district's table: one unit and its latest verdict.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-appraisal.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_ITEM (td_unit_item_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitItem, td_unit_item, TD, UNIT_ITEM, GObject)

TdUnitItem *td_unit_item_new (TdAppraisal *appraisal, const TdVerdict *verdict);
void td_unit_item_set (TdUnitItem *self, TdAppraisal *appraisal, const TdVerdict *verdict);
const TdVerdict *td_unit_item_get_verdict (TdUnitItem *self);
const char *td_unit_item_get_name_key (TdUnitItem *self);

G_END_DECLS
