/* td-audit-private.h: writing the audit log, within a change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-batch-private.h"
#include "td-store.h"

G_BEGIN_DECLS

typedef struct _TdAudit TdAudit;

TdAudit *td_audit_begin (TdStore *store, const char *reason, GError **error);
void td_audit_free (TdAudit *self);
gboolean td_audit_gather (TdAudit *self, TdWriter *writer, GError **error);
gboolean td_audit_flush (TdAudit *self, GError **error);
gboolean td_audit_append (TdAudit *self, const char *reg, gint64 row, const char *before, const char *after,
                          GError **error);

G_END_DECLS
