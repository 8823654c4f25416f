/* td-csv.h: comma-separated files as RFC 4180 has them, read in pieces and written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"
#include "td-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* By this mark spreadsheets know UTF-8. */
#define TD_CSV_BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct _TdCsvReader TdCsvReader;

TdCsvReader *td_csv_reader_new (GInputStream *stream);
const TdRecord *td_csv_reader_next (TdCsvReader *self, GCancellable *cancellable, GError **error);
guint td_csv_reader_get_line (TdCsvReader *self);
guint64 td_csv_reader_get_position (TdCsvReader *self);
void td_csv_reader_free (TdCsvReader *self);

gboolean td_csv_is_formula (const char *text);
gboolean td_csv_write_start (GOutputStream *stream, GCancellable *cancellable, GError **error);
gboolean td_csv_write_record (GOutputStream *stream, const char *const *cells, guint n_cells, GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCsvReader, td_csv_reader_free)

G_END_DECLS
