/* td-shortcoming-item.h: a row of the list of what stands in the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-appraisal.h"

G_BEGIN_DECLS

#define TD_TYPE_SHORTCOMING_ITEM (td_shortcoming_item_get_type ())
G_DECLARE_FINAL_TYPE (TdShortcomingItem, td_shortcoming_item, TD, SHORTCOMING_ITEM, GObject)

TdShortcomingItem *td_shortcoming_item_new (TdAppraisal *appraisal, const TdVerdict *verdict,
                                            const TdShortcoming *shortcoming);
const TdShortcoming *td_shortcoming_item_get (TdShortcomingItem *self);
const char *td_shortcoming_item_get_register (TdShortcomingItem *self);
const char *td_shortcoming_item_get_key (TdShortcomingItem *self);

G_END_DECLS
