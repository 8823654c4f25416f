/* td-related-group.h: the rows of a register that refer to the row of a form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-details.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_RELATED_GROUP (td_related_group_get_type ())
G_DECLARE_FINAL_TYPE (TdRelatedGroup, td_related_group, TD, RELATED_GROUP, AdwBin)

TdRelatedGroup *td_related_group_new (const TdRelated *related);
TdRow *td_related_group_parse_row (GVariant *parameter);

G_END_DECLS
