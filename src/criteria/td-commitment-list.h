/* td-commitment-list.h: which households are to commit themselves, and keeping the day on which they did.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-list.h"
#include "td-store.h"

G_BEGIN_DECLS

/* A household on the list; its name is that of its head. */
typedef struct
{
  TdSheetLine line;
  char *committed_on; /* (nullable) */
  gboolean is_there;  /* whether it resides there on the day */
} TdCommitmentLine;

GPtrArray *td_commitment_list_read (TdStore *store, const TdSheetWish *wish, GCancellable *cancellable, GError **error);
void td_commitment_line_free (gpointer line);
gboolean td_commitment_list_keep (TdStore *store, const char *day, const GPtrArray *households, GError **error);

G_END_DECLS
