/* td-csv-writer.c: records as td-csv.c reads them back, byte for byte, that no spreadsheet takes for formulas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-csv.h"

#include <string.h>

/**
 * td_csv_write_start:
 * @stream: a new file
 * @cancellable: (nullable): a cancellable
 * @error: what the stream reports
 *
 * Writes the mark by which spreadsheets know that the file is UTF-8.
 */
gboolean
td_csv_write_start (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, TD_CSV_BYTE_ORDER_MARK, 3, NULL, cancellable, error);
}

/**
 * td_csv_is_formula:
 * @text: a cell
 *
 * Spreadsheets run a cell that starts so, whoever wrote it, and whether or not it stands between quotation marks. One
 * apostrophe more before it makes it text; the reader takes that one off, so that what is exported comes back as it
 * was.
 *
 * Returns: whether it would be run, were it not for the apostrophes before it
 */
gboolean
td_csv_is_formula (const char *text)
{
  static const char *const starts[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  text += strspn (text, "'");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;
  return FALSE;
}

static void
append_cell (GString *text, const char *cell)
{
  const char *guard = td_csv_is_formula (cell) ? "'" : "";

  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append_printf (text, "%s%s", guard, cell);
      return;
    }
  g_string_append_printf (text, "\"%s", guard);
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

/**
 * td_csv_write_record:
 * @stream: the file; buffered, since each record is written by itself
 * @cells: (array length=n_cells): the texts, %NULL for an empty cell
 * @n_cells: how many
 * @cancellable: (nullable): a cancellable
 * @error: what the stream reports
 *
 * Writes the texts as they are, between quotation marks where they need them, and behind an apostrophe where
 * td_csv_is_formula().
 */
gboolean
td_csv_write_record (GOutputStream *stream, const char *const *cells, guint n_cells, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (256);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      if (cells[i] != NULL)
        append_cell (text, cells[i]);
    }
  g_string_append (text, "\r\n");
  return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}
