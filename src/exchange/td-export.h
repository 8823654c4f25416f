/* td-export.h: every register into a folder, in the form that td-import.h reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TD_EXPORT_CSV,  /* a file for each register: persons.csv */
  TD_EXPORT_XLSX, /* one workbook with a sheet for each register */
} TdExportFormat;

#define TD_EXPORT_WORKBOOK "registers.xlsx"

gboolean td_export (TdStore *store, const char *folder, TdExportFormat format, TdProgress progress,
                    gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
