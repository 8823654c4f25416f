/* td-field-row.h: a field of a form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_FIELD_ROW (td_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TdFieldRow, td_field_row, TD, FIELD_ROW, GObject)

TdFieldRow *td_field_row_new (const TdField *field, const char *value, const char *name, gboolean is_fixed);
void td_field_row_add_to (TdFieldRow *self, AdwPreferencesGroup *group);
gboolean td_field_row_check (TdFieldRow *self, char **value);
gboolean td_field_row_is_changed (TdFieldRow *self);
void td_field_row_set_wrong (TdFieldRow *self, const char *message);
gboolean td_field_row_is_fixed (TdFieldRow *self);
void td_field_row_focus (TdFieldRow *self);

G_END_DECLS
