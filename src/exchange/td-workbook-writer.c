/* td-workbook-writer.c: writing rows as they come: text as text and never as a formula, days as days, amounts as
 * numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

/* Spreadsheets keep 15 digits of a number; a longer amount is written as text. */
#define MAX_DIGITS 15

/* The first day of the 1900 system on which all spreadsheets agree: before it stands a day that never was. */
#define FIRST_DAY "1900-03-01"

#define WIDTH_DAY  12
#define WIDTH_TEXT 24

struct _TdWorkbookWriter
{
  lxw_workbook *workbook; /* NULL once closed */
  lxw_worksheet *sheet;
  lxw_format *head;
  lxw_format *day;
  lxw_format *amount;
  const TdRegister *reg;
  lxw_row_t row;
};

static gboolean
check (lxw_error status, GError **error)
{
  if (status == LXW_NO_ERROR)
    return TRUE;
  if (status == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT,
                         _ ("a register has more rows than a sheet can hold; export to CSV"));
  else
    g_set_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_WRITE,
                 _ ("the workbook cannot be written; free space on the disk, or choose another folder (%s)"),
                 lxw_strerror (status));
  return FALSE;
}

/**
 * td_workbook_writer_new:
 * @path: a new file; its folder also takes what is not written out yet
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full): a workbook without sheets
 */
TdWorkbookWriter *
td_workbook_writer_new (const char *path, GError **error)
{
  g_autoptr (TdWorkbookWriter) self = g_new0 (TdWorkbookWriter, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };

  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      check (LXW_ERROR_CREATING_XLSX_FILE, error);
      return NULL;
    }
  self->head = workbook_add_format (self->workbook);
  format_set_bold (self->head);
  self->day = workbook_add_format (self->workbook);
  format_set_num_format (self->day, "dd/mm/yyyy");
  self->amount = workbook_add_format (self->workbook);
  format_set_num_format (self->amount, "#,##0");
  return g_steal_pointer (&self);
}

void
td_workbook_writer_free (TdWorkbookWriter *self)
{
  g_clear_pointer (&self->workbook, lxw_workbook_free);
  g_free (self);
}

/**
 * td_workbook_writer_start_sheet:
 * @self: a workbook
 * @reg: a register that has no sheet in it yet
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Adds the register's sheet with the head row; the rows that follow are its own.
 */
gboolean
td_workbook_writer_start_sheet (TdWorkbookWriter *self, const TdRegister *reg, GError **error)
{
  self->sheet = workbook_add_worksheet (self->workbook, reg->name);
  if (self->sheet == NULL)
    return check (LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  self->reg = reg;
  self->row = 0;
  worksheet_freeze_panes (self->sheet, 1, 0);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      double width = reg->fields[i].type == TD_TYPE_DATE ? WIDTH_DAY : WIDTH_TEXT;
      lxw_col_t column = (lxw_col_t)i;
      lxw_error status = worksheet_set_column (self->sheet, column, column, width, NULL);

      if (status == LXW_NO_ERROR)
        status = worksheet_write_string (self->sheet, 0, column, reg->fields[i].name, self->head);
      if (!check (status, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
looks_escaped (const char *text)
{
  guint digits = 0;

  while (digits < 4 && g_ascii_isxdigit (text[2 + digits]))
    digits++;
  return digits == 4 && text[6] == '_';
}

/* What XML cannot hold stands as _xHHHH_ in a workbook, and so does the sign that would make other text look so. */
static char *
escape (const char *text)
{
  GString *escaped;

  if (strstr (text, "_x") == NULL && strstr (text, "\xEF\xBF") == NULL)
    return NULL;
  escaped = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0xFFFE || c == 0xFFFF || (c == '_' && text[1] == 'x' && looks_escaped (text)))
        g_string_append_printf (escaped, "_x%04X_", c);
      else
        g_string_append_unichar (escaped, c);
    }
  return g_string_free (escaped, FALSE);
}

static lxw_error
write_text (TdWorkbookWriter *self, lxw_col_t column, const char *text)
{
  g_autofree char *escaped = escape (text);

  return worksheet_write_string (self->sheet, self->row, column, escaped != NULL ? escaped : text, NULL);
}

static lxw_error
write_day (TdWorkbookWriter *self, lxw_col_t column, const char *date)
{
  lxw_datetime day = { .year = atoi (date), .month = atoi (date + 5), .day = atoi (date + 8) };

  if (strcmp (date, FIRST_DAY) < 0)
    return write_text (self, column, date);
  return worksheet_write_datetime (self->sheet, self->row, column, &day, self->day);
}

static lxw_error
write_value (TdWorkbookWriter *self, const TdField *field, lxw_col_t column, const char *value)
{
  if (field->type == TD_TYPE_DATE)
    return write_day (self, column, value);
  if (field->type == TD_TYPE_AMOUNT && strlen (value) <= MAX_DIGITS)
    return worksheet_write_number (self->sheet, self->row, column, g_ascii_strtod (value, NULL), self->amount);
  return write_text (self, column, value);
}

/**
 * td_workbook_writer_add_row:
 * @self: a workbook with a sheet
 * @values: a row's values, one for each field, %NULL for what is not known
 * @error: %TD_EXCHANGE_ERROR_WRITE, or %TD_EXCHANGE_ERROR_LIMIT where the sheet is full
 */
gboolean
td_workbook_writer_add_row (TdWorkbookWriter *self, const char *const *values, GError **error)
{
  self->row++;
  for (guint i = 0; i < self->reg->n_fields; i++)
    if (values[i] != NULL && !check (write_value (self, &self->reg->fields[i], (lxw_col_t)i, values[i]), error))
      return FALSE;
  return TRUE;
}

/**
 * td_workbook_writer_close:
 * @self: a workbook
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Writes the file; nothing can be added after.
 */
gboolean
td_workbook_writer_close (TdWorkbookWriter *self, GError **error)
{
  return check (workbook_close (g_steal_pointer (&self->workbook)), error);
}
