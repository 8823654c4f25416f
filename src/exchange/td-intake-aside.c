/* td-intake-aside.c: the rows that were set aside, in a file of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-csv.h"
#include "td-intake.h"

static gboolean
write_row (GOutputStream *stream, const TdIntake *self, guint row, GCancellable *cancellable, GError **error)
{
  const char *cells[TD_RECORD_MAX_CELLS];

  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = td_intake_get (self, row, i);
  return td_csv_write_record (stream, cells, self->n_columns, cancellable, error);
}

/**
 * td_intake_write_aside:
 * @self: an intake
 * @file: where to; what stands there is replaced, readable for its owner alone
 * @cancellable: (nullable): a cancellable
 * @error: what failed; then the file is as it was
 *
 * Writes the headings and the rows set aside as CSV, so that the file can come back when it is mended.
 *
 * Returns: whether all is written
 */
gboolean
td_intake_write_aside (const TdIntake *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream
    = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  GOutputStream *output = (GOutputStream *)stream;

  if (stream == NULL || !td_csv_write_start (output, cancellable, error))
    return FALSE;
  if (self->head != TD_INTAKE_NO_HEAD && !write_row (output, self, self->head, cancellable, error))
    return FALSE;
  for (guint row = td_intake_get_start (self); row < self->rows->len; row++)
    if (!td_intake_is_taken (self, row) && !write_row (output, self, row, cancellable, error))
      return FALSE;
  return g_output_stream_close (output, cancellable, error);
}
