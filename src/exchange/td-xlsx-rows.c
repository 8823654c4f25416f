/* td-xlsx-rows.c: the rows of a sheet of SpreadsheetML (ISO/IEC 29500-1, 18.3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cell.h"
#include "td-xlsx.h"

#include <math.h>

/* The last row and column of the format. */
#define MAX_ROW    1048576
#define MAX_COLUMN 16384

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* a formula's, or one that stands in the cell itself */
  CELL_BOOLEAN,
  CELL_DATE,
  CELL_ERROR,
} CellType;

struct _TdXlsxRows
{
  const TdXlsx *workbook;
  TdPart *part;
  TdRecord *record; /* that is being filled */
  GString *value;
  guint line;
  guint column; /* of the cell at hand, counted from 1 */
  gboolean fault;
};

/**
 * td_xlsx_rows_open:
 * @package: a workbook, which must live longer
 * @workbook: what its sheets lean on; likewise
 * @sheet: a sheet's place
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the sheet's rows, before the first
 */
TdXlsxRows *
td_xlsx_rows_open (TdPackage *package, const TdXlsx *workbook, guint sheet, GError **error)
{
  TdPart *part = td_part_open (package, g_ptr_array_index (workbook->parts, sheet), error);
  TdXlsxRows *self;

  if (part == NULL)
    return NULL;
  self = g_new0 (TdXlsxRows, 1);
  self->workbook = workbook;
  self->part = part;
  self->value = g_string_new (NULL);
  return self;
}

void
td_xlsx_rows_free (TdXlsxRows *self)
{
  td_part_free (self->part);
  g_string_free (self->value, TRUE);
  g_free (self);
}

/**
 * td_xlsx_rows_get_position:
 * @self: a sheet's rows
 *
 * Returns: how many bytes of it are read
 */
guint64
td_xlsx_rows_get_position (TdXlsxRows *self)
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
read_column (TdXlsxRows *self, const char *reference, GError **error)
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
format_serial (TdXlsxRows *self, double serial)
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

static void
format_number (TdXlsxRows *self, guint style)
{
  GArray *styles = self->workbook->date_styles;
  gboolean is_day = styles != NULL && style < styles->len && g_array_index (styles, gboolean, style);
  char *end;
  double number = g_ascii_strtod (self->value->str, &end);

  if (!is_day || self->value->len == 0 || *end != '\0' || !isfinite (number) || !format_serial (self, number))
    td_cell_tidy_number (self->value);
}

/* Turns what stands in the file into the text that a CSV file would hold. */
static gboolean
convert (TdXlsxRows *self, CellType type, guint style, GError **error)
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
      td_cell_tidy_truth (self->value);
      return TRUE;
    case CELL_DATE:
      td_cell_tidy_day (self->value);
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

/* Empty cells leave no trace here; a later cell in the row fills the gap. */
static void
add_value (TdXlsxRows *self)
{
  if (self->value->len == 0)
    return;
  td_cell_cut (self->value);
  td_record_start_column (self->record, self->column);
  td_record_append (self->record, self->value->str, self->value->len);
}

/* Reads from a cell's start to its end; a formula is passed over, its result is taken. */
static gboolean
read_cell (TdXlsxRows *self, GError **error)
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
start_row (TdXlsxRows *self, GError **error)
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

static gboolean
read_row (TdXlsxRows *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!start_row (self, error))
    return FALSE;
  if (!td_part_is_empty (self->part))
    while (td_part_next (self->part, &failure) && !td_part_is_end (self->part, "row"))
      if (td_part_is_start (self->part, "c") && !read_cell (self, &failure))
        break;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * td_xlsx_rows_next:
 * @self: a sheet's rows
 * @record: takes the row's cells
 * @fault: (out): whether a formula in it has no result
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: whether there is a row; %FALSE with @error unset at the sheet's end
 */
gboolean
td_xlsx_rows_next (TdXlsxRows *self, TdRecord *record, gboolean *fault, GError **error)
{
  self->record = record;
  while (td_part_next (self->part, error))
    if (td_part_is_start (self->part, "row"))
      {
        if (!read_row (self, error))
          return FALSE;
        *fault = self->fault;
        return TRUE;
      }
  return FALSE;
}
