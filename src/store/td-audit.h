/* td-audit.h: checking the audit log.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

G_BEGIN_DECLS

gboolean td_audit_verify (TdStore *store, guint64 *n_entries, GError **error);

G_END_DECLS
