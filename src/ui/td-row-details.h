/* td-row-details.h: a row with what it refers to and what refers to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rows of one register that refer to the row, in one field. */
typedef struct
{
  const TdRegister *reg;
  guint field;
  GPtrArray *rows; /* of TdRow: the latest */
  guint n_rows;    /* in all */
} TdRelated;

typedef struct
{
  TdRow *row;
  gboolean is_there;  /* else it is new, and knows what was given */
  GPtrArray *related; /* of TdRelated */
} TdRowDetails;

gboolean td_row_details_are_of_life (const TdRegister *reg);
gpointer td_row_details_read_alone (TdStore *store, gpointer key, GCancellable *cancellable, GError **error);
gpointer td_row_details_read (TdStore *store, gpointer key, GCancellable *cancellable, GError **error);
void td_row_details_free (gpointer details);

G_END_DECLS
