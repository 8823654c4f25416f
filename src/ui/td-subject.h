/* td-subject.h: what a person calls the row that a key names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-rows.h"

G_BEGIN_DECLS

char *td_subject_describe (TdStore *store, const TdRegister *reg, const char *key, GError **error);
char *td_subject_describe_row (TdStore *store, TdRows *rows, const TdRegister *reg, GError **error);

G_END_DECLS
