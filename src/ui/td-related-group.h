/* td-related-group.h: the rows of a register that refer to the row of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-related-row.h"
#include "td-row-details.h"

G_BEGIN_DECLS

#define TD_TYPE_RELATED_GROUP (td_related_group_get_type ())
G_DECLARE_FINAL_TYPE (TdRelatedGroup, td_related_group, TD, RELATED_GROUP, AdwBin)

TdRelatedGroup *td_related_group_new (TdSession *session, const TdRelated *related, const char *key);
void td_related_group_update (TdRelatedGroup *self, const TdRelated *related);
TdRelatedRow *td_related_group_find (TdRelatedGroup *self, const TdRow *key);
TdRelatedRow *td_related_group_find_changed (TdRelatedGroup *self);

G_END_DECLS
