/* td-xlsx.h: a workbook of SpreadsheetML (ISO/IEC 29500-1, 18): what its sheets lean on, and their rows one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-record.h"
#include "td-workbook-parts.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *parts;    /* of the sheets: names in the zip */
  TdStrings *strings;  /* (nullable) */
  GArray *date_styles; /* (nullable): of gboolean */
  gboolean counts_from_1904;
} TdXlsx;

typedef struct _TdXlsxRows TdXlsxRows;

TdXlsx *td_xlsx_read (TdPackage *package, GPtrArray *names, GError **error);
void td_xlsx_free (TdXlsx *self);

TdXlsxRows *td_xlsx_rows_open (TdPackage *package, const TdXlsx *workbook, guint sheet, GError **error);
gboolean td_xlsx_rows_next (TdXlsxRows *self, TdRecord *record, gboolean *fault, GError **error);
guint64 td_xlsx_rows_get_position (TdXlsxRows *self);
void td_xlsx_rows_free (TdXlsxRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdXlsx, td_xlsx_free)

G_END_DECLS
