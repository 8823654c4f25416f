/* td-sheet.c: the rows of a sheet (ISO/IEC 29500-1, 18.3): each cell as the text that stands in a CSV file for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The last row and column of the format. */
#define MAX_ROW    1048576
#define MAX_COLUMN 16384

/* Up to here every whole number is itself. */
#define MAX_EXACT 9007199254740992.0

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* a formula's, or one that stands in the cell itself */
  CELL_BOOLEAN,
  CELL_DATE,
  CELL_ERROR,
} CellType;

struct _TdSheet
{
  TdWorkbook *workbook;
  TdPart *part;
  TdRecord *record;
  GString *value;
  guint line;
  guint column; /* of the cell at hand, counted from 1 */
  guint width;  /* of the first row: the headings */
  gboolean fault;
};

/**
 * td_sheet_open:
 * @workbook: a workbook
 * @sheet: a sheet's place in it
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the sheet, before its first row
 */
TdSheet *
td_sheet_open (TdWorkbook *workbook, guint sheet, GError **error)
{
  TdPart *part = td_part_open (workbook->package, g_ptr_array_index (workbook->parts, sheet), error);
  TdSheet *self;

  if (part == NULL)
    return NULL;
  self = g_new0 (TdSheet, 1);
  self->workbook = td_workbook_ref (workbook);
  self->part = part;
  self->record = td_record_new ();
  self->value = g_string_new (NULL);
  return self;
}

void
td_sheet_free (TdSheet *self)
{
  td_part_free (self->part);
  td_workbook_unref (self->workbook);
  td_record_free (self->record);
  g_string_free (self->value, TRUE);
  g_free (self);
}

/**
 * td_sheet_get_line:
 * @self: a sheet
 *
 * Returns: the row that the last error speaks of
 */
guint
td_sheet_get_line (TdSheet *self)
{
  return MAX (self->line, 1);
}

/**
 * td_sheet_get_position:
 * @self: a sheet
 *
 * Returns: how many bytes of it are read
 */
guint64
td_sheet_get_position (TdSheet *self)
{
  return td_part_get_position (self->part);
}

static CellType
cell_type (const char *type)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "n", CELL_NUMBER },  { "s", CELL_SHARED }, { "str", CELL_TEXT }, { "inlineStr", CELL_TEXT },
    { "b", CELL_BOOLEAN }, { "d", CELL_DATE },   { "e", CELL_ERROR },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].name))
      return types[i].type;
  return CELL_NUMBER;
}

/* The column of a reference such as C5; the next one where the cell has none. */
static gboolean
read_column (TdSheet *self, const char *reference, GError **error)
{
  guint column = 0;

  if (reference == NULL)
    column = self->column + 1;
  else
    for (; g_ascii_isalpha (*reference) && column <= MAX_COLUMN; reference++)
      column = column * 26 + (guint)(g_ascii_toupper (*reference) - 'A') + 1;
  if (column <= self->column || column > MAX_COLUMN)
    return td_part_refuse (error);
  self->column = column;
  return TRUE;
}

/* The day of a serial number. Day 60 of the 1900 system is a 29 February that never was; what names no day at all stays
 * a number, which no date field takes. */
static gboolean
format_serial (TdSheet *self, double serial)
{
  gboolean from_1904 = self->workbook->counts_from_1904;
  double day = floor (serial);
  GDate date;

  if (day < (from_1904 ? 0 : 1) || day > 2957003 || (!from_1904 && day == 60))
    return FALSE;
  g_date_clear (&date, 1);
  if (from_1904)
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1904);
  else
    g_date_set_dmy (&date, day < 60 ? 31 : 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint)day);
  g_string_printf (self->value, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                   g_date_get_day (&date));
  return TRUE;
}

/* A number as a person would have typed it: whole ones without a point or an exponent. */
static void
format_number (TdSheet *self, guint style)
{
  GArray *styles = self->workbook->date_styles;
  char *end, buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_ascii_strtod (self->value->str, &end);

  if (self->value->len == 0 || *end != '\0' || !isfinite (number))
    return;
  if (styles != NULL && style < styles->len && g_array_index (styles, gboolean, style) && format_serial (self, number))
    return;
  if (floor (number) == number && fabs (number) <= MAX_EXACT)
    g_string_printf (self->value, "%" G_GINT64_FORMAT, (gint64)number);
  else
    {
      g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
      g_string_assign (self->value, buffer);
    }
}

/* Turns what stands in the file into the text that a CSV file would hold. */
static gboolean
convert (TdSheet *self, CellType type, guint style, GError **error)
{
  const char *text;

  switch (type)
    {
    case CELL_SHARED:
      if (self->value->len == 0)
        return TRUE;
      text = td_strings_get (self->workbook->strings,
                             (guint)MIN (g_ascii_strtoull (self->value->str, NULL, 10), G_MAXUINT));
      if (text == NULL)
        return td_part_refuse (error);
      g_string_assign (self->value, text);
      return TRUE;
    case CELL_BOOLEAN:
      g_string_assign (self->value, g_str_equal (self->value->str, "1") ? "yes" : "no");
      return TRUE;
    case CELL_DATE:
      g_string_truncate (self->value, MIN (self->value->len, strlen ("2025-11-30")));
      return TRUE;
    case CELL_NUMBER:
      format_number (self, style);
      return TRUE;
    case CELL_ERROR:
      self->fault = TRUE;
      return TRUE;
    case CELL_TEXT:
    default:
      return TRUE;
    }
}

/* Empty cells leave no trace here; a later cell in the row fills the gap. A text beyond the limit is cut, at a
 * character's start: it is still too long for any field. */
static void
add_value (TdSheet *self)
{
  gsize length = self->value->len;

  if (length == 0)
    return;
  if (length > TD_RECORD_MAX_CELL_BYTES)
    for (length = TD_RECORD_MAX_CELL_BYTES; (self->value->str[length] & 0xC0) == 0x80;)
      length--;
  while (self->record->n_cells < self->column)
    td_record_start_cell (self->record);
  td_record_append (self->record, self->value->str, length);
}

/* Reads from a cell's start to its end; a formula is passed over, its result is taken. */
static gboolean
read_cell (TdSheet *self, GError **error)
{
  CellType type = cell_type (td_part_get_attribute (self->part, "t"));
  const char *style_text = td_part_get_attribute (self->part, "s");
  guint style = style_text != NULL ? (guint)g_ascii_strtoull (style_text, NULL, 10) : 0;
  g_autoptr (GError) failure = NULL;

  g_string_truncate (self->value, 0);
  if (!read_column (self, td_part_get_attribute (self->part, "r"), error))
    return FALSE;
  if (td_part_is_empty (self->part))
    return TRUE;
  while (td_part_next (self->part, &failure) && !td_part_is_end (self->part, "c"))
    {
      if (td_part_is_start (self->part, "v"))
        td_part_read_text (self->part, "v", self->value, &failure);
      else if (td_part_is_start (self->part, "is"))
        td_part_read_text (self->part, "is", self->value, &failure);
      if (failure != NULL)
        break;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!convert (self, type, style, error))
    return FALSE;
  add_value (self);
  return TRUE;
}

static gboolean
start_row (TdSheet *self, GError **error)
{
  const char *number = td_part_get_attribute (self->part, "r");
  guint64 line = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->line + 1;

  if (line <= self->line || line > MAX_ROW)
    return td_part_refuse (error);
  self->line = (guint)line;
  self->column = 0;
  self->fault = FALSE;
  td_record_start (self->record, self->line);
  return TRUE;
}

/* Reads the cells up to the row's end, and pads the record to the width of the headings. */
static gboolean
read_row (TdSheet *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!start_row (self, error))
    return FALSE;
  if (!td_part_is_empty (self->part))
    while (td_part_next (self->part, &failure) && !td_part_is_end (self->part, "row"))
      if (td_part_is_start (self->part, "c") && !read_cell (self, &failure))
        break;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  while (self->record->n_cells < self->width)
    td_record_start_cell (self->record);
  td_record_finish (self->record);
  return TRUE;
}

static gboolean
find_row (TdSheet *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  while (td_part_next (self->part, error))
    if (td_part_is_start (self->part, "row"))
      return TRUE;
  return FALSE;
}

/**
 * td_sheet_next:
 * @self: a sheet
 * @cancellable: (nullable): a cancellable
 * @error: %TD_EXCHANGE_ERROR_RECORD where only this row is lost, other errors of that domain where the sheet ends here;
 *   td_sheet_get_line() says where
 *
 * Reads the next row in which something stands. Days come as 2025-11-30, truth values as the words of a yes/no field,
 * formulas as their results; a row is as wide as the first one, gaps being empty, or wider where more stands in it.
 *
 * Returns: (transfer none) (nullable): the row, until the next call; %NULL with @error unset at the sheet's end
 */
const TdRecord *
td_sheet_next (TdSheet *self, GCancellable *cancellable, GError **error)
{
  do
    {
      if (!find_row (self, cancellable, error) || !read_row (self, error))
        return NULL;
      if (self->fault)
        {
          g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_RECORD,
                               _ ("a formula in this row has no result; mend it, or type the value in its place"));
          return NULL;
        }
    }
  while (td_record_is_blank (self->record));
  if (self->width == 0)
    self->width = self->record->n_cells;
  return self->record;
}
