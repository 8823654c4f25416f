/* td-reference-field.h: a field of a form that holds the key of a row in another register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-directory.h"
#include "td-field-row.h"

G_BEGIN_DECLS

#define TD_TYPE_REFERENCE_FIELD (td_reference_field_get_type ())
G_DECLARE_FINAL_TYPE (TdReferenceField, td_reference_field, TD, REFERENCE_FIELD, TdFieldRow)

void td_reference_field_set_directory (TdReferenceField *self, TdDirectory *directory);

G_END_DECLS
