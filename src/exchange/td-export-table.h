/* td-export-table.h: one table as it stands, with the labels and words that a person reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-export-writer.h"
#include "td-table.h"

G_BEGIN_DECLS

gboolean td_export_table (TdStore *store, const TdTable *table, const char *path, TdExportFormat format,
                          TdProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
