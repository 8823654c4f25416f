/* td-row-save.h: putting a form's row into its register, or taking it out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What became of it. */
typedef struct
{
  int field;     /* at fault; -1 where it is none */
  char *message; /* (nullable): why it was refused; %NULL where it was saved */
} TdRowAnswer;

typedef struct
{
  TdRow *row;
  gboolean is_new; /* must not be there yet */
} TdRowSave;

TdRowSave *td_row_save_new (TdRow *row, gboolean is_new);
void td_row_save_free (gpointer save);
gpointer td_row_save_do (TdStore *store, gpointer save, GCancellable *cancellable, GError **error);
gpointer td_row_save_delete (TdStore *store, gpointer save, GCancellable *cancellable, GError **error);
void td_row_answer_free (gpointer answer);

G_END_DECLS
