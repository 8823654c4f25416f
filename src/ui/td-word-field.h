/* td-word-field.h: a field of a form that holds one of its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-field-row.h"

G_BEGIN_DECLS

#define TD_TYPE_WORD_FIELD (td_word_field_get_type ())
G_DECLARE_FINAL_TYPE (TdWordField, td_word_field, TD, WORD_FIELD, TdFieldRow)

G_END_DECLS
