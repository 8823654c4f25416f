/* td-batch-private.h: rows of one table, gathered and written many in one statement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-writer-private.h"

G_BEGIN_DECLS

typedef struct _TdBatch TdBatch;

TdBatch *td_batch_new (sqlite3 *db, const char *into, guint n_columns, GError **error);
void td_batch_free (TdBatch *self);

gboolean td_batch_gather (TdBatch *self, TdWriter *writer, GError **error);
void td_batch_add_null (TdBatch *self);
void td_batch_add_number (TdBatch *self, gint64 number);
void td_batch_add_text (TdBatch *self, const char *text);
void td_batch_add_blob (TdBatch *self, gconstpointer data, gsize size);
int td_batch_end_row (TdBatch *self);
int td_batch_write (TdBatch *self);
int td_batch_write_rows (gpointer data, gboolean is_wanted);

G_END_DECLS
