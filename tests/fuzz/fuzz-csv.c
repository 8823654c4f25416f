/* fuzz-csv.c: the reader of CSV files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "td-csv.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  g_autoptr (TdCsvReader) reader = td_csv_reader_new (stream);
  gboolean is_over = FALSE;
  guint line = 0;

  while (!is_over)
    {
      g_autoptr (GError) error = NULL;
      const TdRecord *record = td_csv_reader_next (reader, NULL, &error);

      g_assert_true (record == NULL || error == NULL);
      g_assert_true (error == NULL || error->domain == TD_EXCHANGE_ERROR);
      if (record != NULL)
        {
          g_assert_cmpuint (record->line, >, line);
          line = record->line;
          for (guint i = 0; i < MIN (record->n_cells, TD_RECORD_MAX_CELLS); i++)
            g_assert_cmpuint (strlen (record->cells[i]), <=, TD_RECORD_MAX_CELL_BYTES);
        }
      g_assert_cmpuint (td_csv_reader_get_position (reader), <=, size);
      is_over = record == NULL && !g_error_matches (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_RECORD);
    }
  return 0;
}
