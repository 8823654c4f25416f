/* td-workbook-reader.h: the rows of a workbook's sheets, in the same shape as those of a CSV file, whether it
 * is of XLSX or of ODS.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"
#include "td-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdWorkbook TdWorkbook;
typedef struct _TdSheet TdSheet;

TdWorkbook *td_workbook_open (const char *path, GError **error);
TdWorkbook *td_workbook_open_bytes (GBytes *bytes, GError **error);
TdWorkbook *td_workbook_ref (TdWorkbook *self);
void td_workbook_unref (TdWorkbook *self);

guint td_workbook_get_n_sheets (TdWorkbook *self);
const char *td_workbook_get_sheet_name (TdWorkbook *self, guint sheet);
guint64 td_workbook_get_sheet_size (TdWorkbook *self, guint sheet);

TdSheet *td_sheet_open (TdWorkbook *workbook, guint sheet, GError **error);
const TdRecord *td_sheet_next (TdSheet *self, GCancellable *cancellable, GError **error);
const TdRecord *td_sheet_get_faulty (TdSheet *self);
guint td_sheet_get_line (TdSheet *self);
guint64 td_sheet_get_position (TdSheet *self);
void td_sheet_free (TdSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdWorkbook, td_workbook_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSheet, td_sheet_free)

G_END_DECLS
