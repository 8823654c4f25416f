/* td-mask.h: personal data as it may be seen by those who need not know whose it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

char *td_mask_name (const char *name);

gboolean td_field_is_masked (const TdField *self);
gboolean td_field_is_left_out (const TdField *self);
char *td_field_mask (const TdField *self, const char *value);

char *td_mask_heading (const char *heading);
gboolean td_mask_is_heading (const char *heading);

G_END_DECLS
