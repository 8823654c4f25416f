/* td-commitment-item.h: a household on a sheet of commitments, and whether it is marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-commitment-list.h"
#include "td-sheet-item.h"

G_BEGIN_DECLS

#define TD_TYPE_COMMITMENT_ITEM (td_commitment_item_get_type ())
G_DECLARE_FINAL_TYPE (TdCommitmentItem, td_commitment_item, TD, COMMITMENT_ITEM, TdSheetItem)

TdCommitmentItem *td_commitment_item_new (TdCommitmentLine *line, const char *day);
void td_commitment_item_mark (TdCommitmentItem *self, gboolean is_marked);
gboolean td_commitment_item_is_marked (TdCommitmentItem *self);
gboolean td_commitment_item_has_signed (TdCommitmentItem *self);
gboolean td_commitment_item_is_open (TdCommitmentItem *self);
gboolean td_commitment_item_is_wrong (TdCommitmentItem *self);
char *td_commitment_item_tell (TdCommitmentItem *self);

G_END_DECLS
