/* td-sheet-writer.c: a sheet whose head stays in sight and filters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-writer.h"

#include <string.h>

/* Spreadsheets keep 15 digits of a number; a longer amount is written as text. */
#define MAX_DIGITS 15

/* The first day of the 1900 system on which all spreadsheets agree: before it stands a day that never was. */
#define FIRST_DAY "1900-03-01"

/* What the 1900 system counts from, as GDate counts. */
#define DAY_ZERO 693594

#define N_LETTERS 26

static void
append_literal (GString *xml, const char *literal)
{
  g_string_append_len (xml, literal, (gssize)strlen (literal));
}

/* Answers the end of what it wrote, as stpcpy() does. */
static char *
put_number (char *at, guint number)
{
  char digits[16];
  char *start = digits + sizeof digits;
  gsize n;

  do
    *--start = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  n = (gsize)(digits + sizeof digits - start);
  memcpy (at, start, n);
  at[n] = '\0';
  return at + n;
}

static char *
put_place (char *at, guint column, guint row)
{
  if (column >= N_LETTERS)
    *at++ = (char)('A' + column / N_LETTERS - 1);
  *at++ = (char)('A' + column % N_LETTERS);
  return put_number (at, row);
}

static gboolean
looks_escaped (const char *text)
{
  guint digits = 0;

  if (text[1] != 'x')
    return FALSE;
  while (digits < 4 && g_ascii_isxdigit (text[2 + digits]))
    digits++;
  return digits == 4 && text[6] == '_';
}

/* What must not stand in XML as it is, or NULL; what XML cannot hold at all stands as _xHHHH_ in a workbook, and so
 * does the sign that would make other text look so. */
static const char *
escape (const char *text, char *buffer, guint *n_bytes)
{
  *n_bytes = 1;
  switch ((guchar)*text)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '_':
      return looks_escaped (text) ? "_x005F_" : NULL;
    case '\t':
    case '\n':
      return NULL;
    case 0xEF:
      *n_bytes = 3;
      return g_str_has_prefix (text, "\xEF\xBF\xBE")   ? "_xFFFE_"
             : g_str_has_prefix (text, "\xEF\xBF\xBF") ? "_xFFFF_"
                                                       : NULL;
    default:
      if ((guchar)*text >= ' ')
        return NULL;
      g_snprintf (buffer, 8, "_x%04X_", (guint)(guchar)*text);
      return buffer;
    }
}

/**
 * td_sheet_write_text:
 * @xml: takes it
 * @text: any text, valid UTF-8
 *
 * Appends it as XML has it.
 */
void
td_sheet_write_text (GString *xml, const char *text)
{
  const char *start = text;

  while (*text != '\0')
    {
      char buffer[8];
      guint n_bytes;
      const char *escaped = escape (text, buffer, &n_bytes);

      if (escaped != NULL)
        {
          g_string_append_len (xml, start, text - start);
          append_literal (xml, escaped);
          start = text + n_bytes;
        }
      text += escaped != NULL ? n_bytes : 1;
    }
  g_string_append_len (xml, start, text - start);
}

/* The start of a cell, up to the end of its attributes: put together first, as there are millions of them. */
static void
start_cell (GString *xml, guint column, guint row, guint style, const char *rest)
{
  char start[96];
  char *at = put_place (stpcpy (start, "<c r=\""), column, row);

  at = stpcpy (put_number (stpcpy (at, "\" s=\""), style), rest);
  g_string_append_len (xml, start, at - start);
}

static gboolean
has_outer_space (const char *text)
{
  return g_ascii_isspace (*text) || (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1]));
}

static void
append_text (GString *xml, guint column, guint row, guint style, const char *text)
{
  start_cell (xml, column, row, style,
              has_outer_space (text) ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                     : "\" t=\"inlineStr\"><is><t>");
  td_sheet_write_text (xml, text);
  append_literal (xml, "</t></is></c>");
}

static void
append_number (GString *xml, guint column, guint row, guint style, const char *number)
{
  start_cell (xml, column, row, style, "\"><v>");
  append_literal (xml, number);
  append_literal (xml, "</v></c>");
}

static guint
count_days (const char *date)
{
  GDate day;

  g_date_set_dmy (&day, (GDateDay)atoi (date + 8), (GDateMonth)atoi (date + 5), (GDateYear)atoi (date));
  return g_date_get_julian (&day) - DAY_ZERO;
}

static void
append_day (GString *xml, guint column, guint row, const char *date)
{
  char days[16];

  if (strcmp (date, FIRST_DAY) < 0)
    {
      append_text (xml, column, row, TD_STYLE_TEXT, date);
      return;
    }
  put_number (days, count_days (date));
  append_number (xml, column, row, TD_STYLE_DAY, days);
}

static void
append_amount (GString *xml, guint column, guint row, const char *amount)
{
  if (strlen (amount) > MAX_DIGITS)
    append_text (xml, column, row, TD_STYLE_TEXT, amount);
  else
    append_number (xml, column, row, TD_STYLE_AMOUNT, amount);
}

static guint
style_of (TdType type)
{
  return type == TD_TYPE_DATE ? TD_STYLE_DAY : type == TD_TYPE_AMOUNT ? TD_STYLE_AMOUNT : TD_STYLE_TEXT;
}

static void
append_columns (GString *xml, const TdExportColumn *columns, guint n_columns)
{
  append_literal (xml, "<cols>");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (xml, "<col min=\"%u\" max=\"%u\" width=\"%u\" style=\"%u\" customWidth=\"1\"/>", i + 1,
                            i + 1, columns[i].width, style_of (columns[i].type));
  append_literal (xml, "</cols>");
}

/**
 * td_sheet_write_start:
 * @xml: takes it
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many, at least one
 *
 * Appends what stands before the rows, and the head row.
 */
void
td_sheet_write_start (GString *xml, const TdExportColumn *columns, guint n_columns)
{
  append_literal (xml, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                       "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                       "<sheetViews><sheetView workbookViewId=\"0\">"
                       "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                       "<selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
                       "<sheetFormatPr defaultRowHeight=\"15\"/>");
  append_columns (xml, columns, n_columns);
  append_literal (xml, "<sheetData><row r=\"1\">");
  for (guint i = 0; i < n_columns; i++)
    append_text (xml, i, 1, TD_STYLE_HEAD, columns[i].heading);
  append_literal (xml, "</row>");
}

/**
 * td_sheet_write_row:
 * @xml: takes it
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many
 * @row: its number, 2 for the first below the head
 * @values: (array length=n_columns): its values, %NULL for what is not known
 */
void
td_sheet_write_row (GString *xml, const TdExportColumn *columns, guint n_columns, guint row, const char *const *values)
{
  g_string_append_printf (xml, "<row r=\"%u\">", row);
  for (guint i = 0; i < n_columns; i++)
    if (values[i] != NULL && columns[i].type == TD_TYPE_DATE)
      append_day (xml, i, row, values[i]);
    else if (values[i] != NULL && columns[i].type == TD_TYPE_AMOUNT)
      append_amount (xml, i, row, values[i]);
    else if (values[i] != NULL)
      append_text (xml, i, row, TD_STYLE_TEXT, values[i]);
  append_literal (xml, "</row>");
}

/**
 * td_sheet_write_end:
 * @xml: takes it
 * @n_columns: how many columns it has
 * @n_rows: how many rows, the head among them
 *
 * Appends what stands behind the rows.
 */
void
td_sheet_write_end (GString *xml, guint n_columns, guint n_rows)
{
  char last[16];

  put_place (last, n_columns - 1, n_rows);
  g_string_append_printf (xml, "</sheetData><autoFilter ref=\"A1:%s\"/></worksheet>\n", last);
}
