/* td-change-private.h: a change under way, shared by putting rows (td-change.c), finding them (td-change-keys.c), what
 * is checked at its end (td-change-checks.c) and taking rows away and back (td-change-restore.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-audit-private.h"
#include "td-change.h"
#include "td-register-sql-private.h"
#include "td-store-private.h"

G_BEGIN_DECLS

struct _TdChange
{
  TdStore *store;
  TdVault *vault; /* of the store */
  TdAudit *audit;
  GHashTable *statements; /* TdRegister to TdRegisterSql */
  GHashTable *touched;    /* TdRegister to GArray of row_ids, of registers that hold periods */
  gboolean is_open;
  TdWriter *writer;   /* (nullable): of a change that gathers */
  gboolean is_broken; /* a row stands without its audit entry: nothing may be kept */
};

TdRegisterSql *td_change_get_statements (TdChange *self, const TdRegister *reg, GError **error);
gboolean td_change_can_go_on (TdChange *self, GError **error);
gboolean td_change_log (TdChange *self, const TdRegister *reg, gint64 row, const char *before, const char *after,
                        GError **error);
gboolean td_change_flush (TdChange *self, GError **error);
gboolean td_change_find_row (TdChange *self, TdRegisterSql *sql, const char *const *values, gint64 *row,
                             GError **error);
gboolean td_change_check (TdChange *self, GError **error);
gboolean td_change_restore (TdChange *self, const TdRegister *reg, gint64 row, const char *expected, const char *wanted,
                            GError **error);

G_END_DECLS
