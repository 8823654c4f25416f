/* td-related-row.h: a row that refers to the row of a page, edited in its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"
#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_RELATED_ROW (td_related_row_get_type ())
G_DECLARE_FINAL_TYPE (TdRelatedRow, td_related_row, TD, RELATED_ROW, AdwExpanderRow)

TdRelatedRow *td_related_row_new (TdSession *session, const TdRow *row, guint field);
void td_related_row_update (TdRelatedRow *self, const TdRow *row);
const TdRow *td_related_row_get (TdRelatedRow *self);
void td_related_row_open (TdRelatedRow *self);
gboolean td_related_row_is_new (TdRelatedRow *self);
gboolean td_related_row_is_changed (TdRelatedRow *self);

G_END_DECLS
