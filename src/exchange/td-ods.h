/* td-ods.h: a workbook of OpenDocument (ISO/IEC 26300-1, 9). All of its sheets stand in one part, so they are read in
 * one go, and only what stands in their cells is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-ods-table.h"
#include "td-package.h"

G_BEGIN_DECLS

#define TD_ODS_CONTENT  "content.xml"
#define TD_ODS_MANIFEST "META-INF/manifest.xml"

GPtrArray *td_ods_read (TdPackage *package, GPtrArray *names, GError **error);

gboolean td_ods_cell_read (TdPart *part, GString *value, gboolean *fault, GError **error);
gboolean td_ods_text_read (TdPart *part, GString *text, GError **error);

G_END_DECLS
