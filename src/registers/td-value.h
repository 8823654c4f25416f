/* td-value.h: from what stands in a cell to the value that is kept, and back to what a person reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

#define TD_VALUE_ERROR (td_value_error_quark ())
GQuark td_value_error_quark (void);

typedef enum
{
  TD_VALUE_ERROR_ENCODING, /* not UTF-8, or a control character */
  TD_VALUE_ERROR_TOO_LONG,
  TD_VALUE_ERROR_MISSING,
  TD_VALUE_ERROR_INVALID, /* not of the field's type */
  TD_VALUE_ERROR_FUTURE,  /* a day that has not come yet */
  TD_VALUE_ERROR_ORDER,   /* an end before its start */
} TdValueError;

char *td_fold (const char *text);
gboolean td_field_parse (const TdField *field, const char *text, const char *today, char **value, GError **error);
char *td_field_show (const TdField *field, const char *value);
gboolean td_row_check_order (const TdRegister *self, const char *const *values, const TdField **field, GError **error);

G_END_DECLS
