/* td-date-field.h: a field of a form that holds a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-field-row.h"

G_BEGIN_DECLS

#define TD_TYPE_DATE_FIELD (td_date_field_get_type ())
G_DECLARE_FINAL_TYPE (TdDateField, td_date_field, TD, DATE_FIELD, TdFieldRow)

G_END_DECLS
