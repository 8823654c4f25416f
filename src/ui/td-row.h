/* td-row.h: a row of a register, out of the database.
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
  char **values; /* one for each field, %NULL for not known; sealed ones only where they were asked for */
  char **names;  /* one for each field: what the row is called that a reference names, where it was asked for */
} TdRow;

TdRow *td_row_new (const TdRegister *reg);
TdRow *td_row_new_key (const TdRegister *reg, const char *key);
TdRow *td_row_copy (const TdRow *self);
void td_row_free (TdRow *self);
void td_row_set (TdRow *self, guint field, const char *value);
gboolean td_row_has_whole_key (const TdRow *self);
gboolean td_row_has_key_of (const TdRow *self, const TdRow *key);
gboolean td_row_is_same (const TdRow *self, const TdRow *other, gboolean with_sealed);
char *td_row_describe_key (const TdRow *self, guint from);
char *td_row_summarise (const TdRow *self);

gboolean td_row_read_names (TdRow *self, TdStore *store, GError **error);
TdRow *td_row_read (TdStore *store, const TdRow *key, GError **error);
GPtrArray *td_row_read_all (TdStore *store, const TdRegister *reg, guint field, const char *value, guint most,
                            guint *n_rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdRow, td_row_free)

G_END_DECLS
