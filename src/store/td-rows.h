/* td-rows.h: reading a register's rows, sealed fields opened as they are asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

G_BEGIN_DECLS

typedef struct _TdRows TdRows;

TdRows *td_rows_open (TdStore *store, const TdRegister *reg, const char *field, const char *value, GError **error);
TdRows *td_rows_open_single (TdStore *store, const TdRegister *reg, GError **error);
gboolean td_rows_next (TdRows *self, GError **error);
gboolean td_rows_seek (TdRows *self, gint64 row, GError **error);
gint64 td_rows_get_row_id (TdRows *self);
const char *td_rows_get (TdRows *self, guint field, GError **error);
void td_rows_free (TdRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdRows, td_rows_free)

G_END_DECLS
