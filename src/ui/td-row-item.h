/* td-row-item.h: a row of a table, perhaps still being read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TD_TYPE_ROW_ITEM (td_row_item_get_type ())
G_DECLARE_FINAL_TYPE (TdRowItem, td_row_item, TD, ROW_ITEM, GObject)

TdRowItem *td_row_item_new (gint64 row);
void td_row_item_set (TdRowItem *self, TdRow *row);
const TdRow *td_row_item_get (TdRowItem *self);
gint64 td_row_item_get_row_id (TdRowItem *self);
char *td_row_item_show (TdRowItem *self, guint field);
char *td_row_item_describe (TdRowItem *self);

G_END_DECLS
