/* td-export-column.h: a column of what is exported.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

typedef struct
{
  char *heading;
  TdType type; /* of its values, as td-register.h has them */
  guint width; /* in characters */
} TdExportColumn;

void td_export_column_init (TdExportColumn *self, const TdField *field, const char *heading, gboolean masked);
void td_export_column_clear (TdExportColumn *self);

G_END_DECLS
