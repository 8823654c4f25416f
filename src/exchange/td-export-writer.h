/* td-export-writer.h: tables into files, whatever their form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-export-column.h"
#include "td-output.h"

G_BEGIN_DECLS

typedef enum
{
  TD_EXPORT_CSV,  /* a file for each table */
  TD_EXPORT_XLSX, /* one workbook with a sheet for each table */
} TdExportFormat;

typedef struct _TdExportWriter TdExportWriter;

TdExportWriter *td_export_writer_new (TdOutput *output, const char *workbook, GCancellable *cancellable,
                                      GError **error);
gboolean td_export_writer_start (TdExportWriter *self, const char *name, const TdExportColumn *columns, guint n_columns,
                                 GError **error);
gboolean td_export_writer_add (TdExportWriter *self, const char *const *values, GError **error);
gboolean td_export_writer_close (TdExportWriter *self, GError **error);
void td_export_writer_free (TdExportWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdExportWriter, td_export_writer_free)

G_END_DECLS
