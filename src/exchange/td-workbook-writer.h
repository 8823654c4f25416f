/* td-workbook-writer.h: tables as an XLSX workbook, one sheet each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"
#include "td-export-column.h"

G_BEGIN_DECLS

typedef struct _TdWorkbookWriter TdWorkbookWriter;

TdWorkbookWriter *td_workbook_writer_new (const char *path, GError **error);
gboolean td_workbook_writer_start_sheet (TdWorkbookWriter *self, const char *name, const TdExportColumn *columns,
                                         guint n_columns, GError **error);
gboolean td_workbook_writer_add_row (TdWorkbookWriter *self, const char *const *values, GError **error);
gboolean td_workbook_writer_close (TdWorkbookWriter *self, GError **error);
guint64 td_workbook_writer_get_n_bytes (TdWorkbookWriter *self);
void td_workbook_writer_free (TdWorkbookWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdWorkbookWriter, td_workbook_writer_free)

G_END_DECLS
