/* td-row-list.h: which rows of a register a table shows, and in which order. The rows themselves are read as they come
 * into sight, so that memory does not grow with what they hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const TdRegister *reg;
  guint sort; /* a field's index */
  gboolean is_descending;
  const char *text;           /* (nullable): each word of it stands somewhere in the row, marks and case apart */
  const char *const *filters; /* (nullable): for each field (nullable) what its text contains, marks and case apart */
  const char *unit;           /* (nullable): of this unit or one below it */
  const char *day;            /* on which a person lives there */
} TdRowWish;

GArray *td_row_list (TdStore *store, const TdRowWish *wish, GCancellable *cancellable, GError **error);

G_END_DECLS
