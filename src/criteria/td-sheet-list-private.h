/* td-sheet-list-private.h: what the kinds of sheets leave to their common reading.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-population-private.h"
#include "td-rows.h"
#include "td-sheet-list.h"

G_BEGIN_DECLS

/* The columns that the query of every kind begins with. */
enum
{
  TD_SHEET_ROW,
  TD_SHEET_KEY,
  TD_SHEET_UNIT,
  TD_SHEET_N_COLUMNS
};

typedef struct
{
  const char *sql;                 /* its file in resources/criteria */
  const char *reg;                 /* the register of its lines */
  const char *name;                /* the field of that register that they are called by */
  const char *const *requirements; /* of the criteria: who lacks what is entered */
  gsize size;                      /* of a line, which begins with a TdSheetLine */
  gboolean (*fill) (gpointer line, TdQuery *query, TdRows *rows, GError **error); /* with what else it holds */
  GDestroyNotify free_line;
} TdSheetKind;

GPtrArray *td_sheet_list_read (TdStore *store, const TdSheetKind *kind, const TdSheetWish *wish,
                               GCancellable *cancellable, GError **error);
void td_sheet_line_clear (TdSheetLine *self);
void td_sheet_wipe (char *text);

G_END_DECLS
