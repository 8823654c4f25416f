/* td-cell.c: the forms that CSV has for numbers, days and truth values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cell.h"

#include <math.h>
#include <string.h>

/* Up to here every whole number is itself. */
#define MAX_EXACT 9007199254740992.0

/**
 * td_cell_tidy_number:
 * @cell: what a file keeps for a number
 *
 * Makes it the number as a person would have typed it: a whole one without a point or an exponent. What is no number
 * stays as it is.
 */
void
td_cell_tidy_number (GString *cell)
{
  char *end, buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_ascii_strtod (cell->str, &end);

  if (cell->len == 0 || *end != '\0' || !isfinite (number))
    return;
  if (floor (number) == number && fabs (number) <= MAX_EXACT)
    g_string_printf (cell, "%" G_GINT64_FORMAT, (gint64)number);
  else
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
      g_string_assign (cell, buffer);
    }
}

/**
 * td_cell_tidy_day:
 * @cell: a day of ISO 8601, with or without a time of the day
 *
 * Takes the time off. What is no such day stays as it is.
 */
void
td_cell_tidy_day (GString *cell)
{
  gsize length = strlen ("2025-11-30");

  if (cell->len > length && cell->str[length] == 'T')
    g_string_truncate (cell, length);
}

/**
 * td_cell_tidy_truth:
 * @cell: a truth value as XML writes it
 *
 * Makes it a word of the yes/no fields.
 */
void
td_cell_tidy_truth (GString *cell)
{
  g_string_assign (cell, g_str_equal (cell->str, "1") || g_str_equal (cell->str, "true") ? "yes" : "no");
}

/**
 * td_cell_cut:
 * @cell: a text in UTF-8
 *
 * Cuts a text beyond the limit, at a character's start: it is still too long for any field.
 */
void
td_cell_cut (GString *cell)
{
  gsize length = TD_RECORD_MAX_CELL_BYTES;

  if (cell->len <= length)
    return;
  while ((cell->str[length] & 0xC0) == 0x80)
    length--;
  g_string_truncate (cell, length);
}
