/* td-record.h: one row of a file, CSV or workbook alike: its cells and where it stands. The readers fill one record
 * again and again, so that memory does not grow with the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_RECORD_MAX_CELLS 64

/* Longer than any text that a register takes, so that a cell somewhat too long is still reported as that cell. */
#define TD_RECORD_MAX_CELL_BYTES (64 * 1024)

typedef struct
{
  guint line;               /* where it starts, counted from 1 */
  guint n_cells;            /* also counts those beyond the limit, which are not kept */
  const char *const *cells; /* not necessarily UTF-8, never %NULL; theirs until the next record is read */

  /*< private >*/
  GString *text;
  gsize starts[TD_RECORD_MAX_CELLS];
  const char *pointers[TD_RECORD_MAX_CELLS];
} TdRecord;

TdRecord *td_record_new (void);
void td_record_free (TdRecord *self);

void td_record_start (TdRecord *self, guint line);
void td_record_start_cell (TdRecord *self);
void td_record_start_column (TdRecord *self, guint column);
gboolean td_record_append (TdRecord *self, const char *bytes, gsize length);
void td_record_finish (TdRecord *self);
void td_record_drop_first (TdRecord *self, guint cell);
gboolean td_record_is_blank (const TdRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdRecord, td_record_free)

G_END_DECLS
