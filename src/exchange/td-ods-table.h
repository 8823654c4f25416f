/* td-ods-table.h: the cells of one sheet in which something stands. Rows and cells that are repeated are kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-record.h"

G_BEGIN_DECLS

typedef struct _TdOdsTable TdOdsTable;

/* A place among the rows; all zero before the first. */
typedef struct
{
  guint row;
  guint times; /* that it was read */
} TdOdsPlace;

TdOdsTable *td_ods_table_new (void);
void td_ods_table_free (TdOdsTable *self);

void td_ods_table_start_row (TdOdsTable *self, guint line);
void td_ods_table_add_cell (TdOdsTable *self, guint column, guint times, const GString *text);
void td_ods_table_mark_fault (TdOdsTable *self);
guint64 td_ods_table_end_row (TdOdsTable *self, guint times);

gboolean td_ods_table_next (const TdOdsTable *self, TdOdsPlace *place, TdRecord *record, gboolean *fault);
guint64 td_ods_table_get_position (const TdOdsTable *self, const TdOdsPlace *place);
guint64 td_ods_table_get_size (const TdOdsTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOdsTable, td_ods_table_free)

G_END_DECLS
