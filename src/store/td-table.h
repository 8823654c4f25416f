/* td-table.h: a register as it stands before somebody: some of its columns and some of its rows, in their order, with
 * personal data or masked. What leaves the program as a table, on paper or in a file, is read through this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

G_BEGIN_DECLS

typedef struct
{
  const TdRegister *reg;
  GArray *fields; /* guint: of each column */
  GArray *rows;   /* gint64: row_ids */
  gboolean masked;
} TdTable;

typedef struct _TdTableReader TdTableReader;

TdTable *td_table_new (const TdRegister *reg, GArray *fields, GArray *rows, gboolean masked);
void td_table_free (TdTable *self);
const TdField *td_table_get_field (const TdTable *self, guint column);
const char *td_table_get_label (const TdTable *self, guint column);
gboolean td_table_is_personal (const TdField *field);
gboolean td_table_is_masked (const TdTable *self, guint column);

TdTableReader *td_table_reader_new (const TdTable *table, TdStore *store, GError **error);
void td_table_reader_free (TdTableReader *self);
gboolean td_table_reader_go_to (TdTableReader *self, guint row, GError **error);
const char *td_table_reader_show (TdTableReader *self, guint column, GError **error);
const char *td_table_reader_get (TdTableReader *self, guint column, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTable, td_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTableReader, td_table_reader_free)

G_END_DECLS
