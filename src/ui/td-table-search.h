/* td-table-search.h: what a table shows, asked of the database in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-list.h"

G_BEGIN_DECLS

/* A wish that holds its own texts. */
typedef struct
{
  TdRowWish wish;
  char *text;
  char **filters; /* one for each field */
  char *unit;
  char *day;
} TdTableSearch;

TdTableSearch *td_table_search_new (const TdRegister *reg, const char *text, char **filters, const char *unit,
                                    const char *day);
void td_table_search_free (gpointer search);
gpointer td_table_search_list (TdStore *store, gpointer search, GCancellable *cancellable, GError **error);
gpointer td_table_search_count (TdStore *store, gpointer search, GCancellable *cancellable, GError **error);

G_END_DECLS
