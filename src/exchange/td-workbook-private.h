/* td-workbook-private.h: what a workbook (td-workbook-reader.c) and its sheets (td-sheet.c) share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-workbook-parts.h"
#include "td-workbook-reader.h"

G_BEGIN_DECLS

struct _TdWorkbook
{
  gatomicrefcount references;
  TdPackage *package;
  GPtrArray *names;    /* of the sheets */
  GPtrArray *parts;    /* their parts, in the same order */
  TdStrings *strings;  /* (nullable) */
  GArray *date_styles; /* (nullable): of gboolean */
  gboolean counts_from_1904;
};

G_END_DECLS
