/* td-intake-item.h: a row of an intake in a table, what is wrong with it, and what becomes of it.
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
void td_intake_item_set_answer (TdIntakeItem *self, const char *problem, guint64 bad_fields, const char *outcome);
const char *td_intake_item_get_problem (TdIntakeItem *self);
gboolean td_intake_item_is_bad (TdIntakeItem *self, guint field);
const char *td_intake_item_get_outcome (TdIntakeItem *self);
void td_intake_item_changed (TdIntakeItem *self);

G_END_DECLS
