/* td-history.h: undo and redo, over the changes that the audit log has numbered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

G_BEGIN_DECLS

/* A change that can be undone or redone. */
typedef struct
{
  char *reason; /* what it was */
  guint64 n_rows;
  const TdRegister *reg; /* (nullable): of all its rows; %NULL where they are of several */
} TdHistoryStep;

TdHistoryStep *td_history_undo (TdStore *store, const char *since, GError **error);
TdHistoryStep *td_history_redo (TdStore *store, const char *since, GError **error);
void td_history_step_free (TdHistoryStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdHistoryStep, td_history_step_free)

G_END_DECLS
