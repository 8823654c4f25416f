/* td-table-paper.h: a table of the registers as it stands, on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-listing.h"
#include "td-row-list.h"
#include "td-table.h"

G_BEGIN_DECLS

GBytes *td_table_to_pdf (const TdTable *table, TdStore *store, const TdRowWish *wish, GDateTime *now,
                         TdListingProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error);
char **td_table_describe (const TdTable *table, const TdRowWish *wish, const TdPlan *plan);

G_END_DECLS
