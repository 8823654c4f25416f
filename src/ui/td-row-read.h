/* td-row-read.h: reading rows whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *td_row_read_many (TdStore *store, const TdRegister *reg, const gint64 *rows, guint n_rows,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
