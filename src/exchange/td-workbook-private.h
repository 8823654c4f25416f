/* td-workbook-private.h: what a workbook (td-workbook-reader.c) and its sheets (td-sheet.c) share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-ods.h"
#include "td-workbook-reader.h"
#include "td-xlsx.h"

G_BEGIN_DECLS

struct _TdWorkbook
{
  gatomicrefcount references;
  TdPackage *package;
  GPtrArray *names;  /* of the sheets */
  TdXlsx *xlsx;      /* of an XLSX workbook, or */
  GPtrArray *tables; /* of an ODS workbook: its sheets' cells, of TdOdsTable */
};

G_END_DECLS
