/* fuzz.c: reading a workbook to its end, and making one of parts that are fuzzed, so that what is tried reaches the
 * readers of XML instead of being lost on the zip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <string.h>

static void
check_record (const TdRecord *record, guint line)
{
  g_assert_cmpuint (record->line, >=, line);
  g_assert_cmpuint (record->n_cells, >, 0);
  for (guint i = 0; i < MIN (record->n_cells, TD_RECORD_MAX_CELLS); i++)
    {
      g_assert_cmpuint (strlen (record->cells[i]), <=, TD_RECORD_MAX_CELL_BYTES);
      g_assert_true (g_utf8_validate (record->cells[i], -1, NULL));
    }
}

static void
read_sheet (TdWorkbook *workbook, guint index)
{
  g_autoptr (TdSheet) sheet = td_sheet_open (workbook, index, NULL);
  gboolean is_over = sheet == NULL;
  guint line = 1;

  while (!is_over)
    {
      g_autoptr (GError) error = NULL;
      const TdRecord *record = td_sheet_next (sheet, NULL, &error);

      if (record != NULL)
        check_record (record, line);
      g_assert_true (record == NULL || error == NULL);
      g_assert_true (error == NULL || error->domain == TD_EXCHANGE_ERROR);
      is_over = record == NULL && !g_error_matches (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_RECORD);
      line = td_sheet_get_line (sheet);
    }
}

/* Reads every row of every sheet. */
void
fuzz_read_workbook (GBytes *zip)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);

  g_assert_true ((workbook == NULL) == (error != NULL));
  for (guint i = 0; workbook != NULL && i < td_workbook_get_n_sheets (workbook); i++)
    read_sheet (workbook, i);
}

/* The input is one part after the other, with form feeds between them, which XML cannot hold; where one is empty or
 * left out, the text that stands in @parts is taken. */
void
fuzz_read_parts (const guint8 *data, gsize size, Part *parts, guint n_parts)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) given = g_strsplit (text, "\f", (int)n_parts);
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < n_parts && given[i] != NULL; i++)
    if (*given[i] != '\0')
      parts[i].text = given[i];
  zip = zip_parts_stored (parts, n_parts);
  fuzz_read_workbook (zip);
}
