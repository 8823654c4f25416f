/* td-export.h: every register into a folder, in the form that td-import.h reads, or masked, for others to see.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-export-writer.h"
#include "td-store.h"

G_BEGIN_DECLS

#define TD_EXPORT_WORKBOOK "registers.xlsx"

gboolean td_export (TdStore *store, const char *folder, TdExportFormat format, gboolean masked, TdProgress progress,
                    gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
