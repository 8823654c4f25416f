/* td-import-columns.h: which column of a file holds which field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"
#include "td-record.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  guint fields[TD_RECORD_MAX_CELLS]; /* each a field's index */
} TdColumns;

gboolean td_columns_read (TdColumns *self, const TdRegister *reg, const TdRecord *head, const char *file,
                          TdImportReport *report);
gboolean td_columns_has (const TdColumns *self, guint field);

G_END_DECLS
