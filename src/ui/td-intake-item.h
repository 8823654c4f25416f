/* td-intake-item.h: a row of an intake in a table, and what is wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TD_TYPE_INTAKE_ITEM (td_intake_item_get_type ())
G_DECLARE_FINAL_TYPE (TdIntakeItem, td_intake_item, TD, INTAKE_ITEM, GObject)

TdIntakeItem *td_intake_item_new (guint row);
guint td_intake_item_get_row (TdIntakeItem *self);
void td_intake_item_set_problem (TdIntakeItem *self, const char *problem);
const char *td_intake_item_get_problem (TdIntakeItem *self);
void td_intake_item_changed (TdIntakeItem *self);

G_END_DECLS
