/* td-sheet.c: the rows of a sheet, the same whatever kind of workbook it stands in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-private.h"

#include <glib/gi18n-lib.h>

struct _TdSheet
{
  TdWorkbook *workbook;
  TdRecord *record;
  guint width;       /* of the first row: the headings */
  TdXlsxRows *rows;  /* of an XLSX workbook, or */
  TdOdsTable *table; /* of an ODS workbook, and */
  TdOdsPlace place;  /* in it */
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
  TdXlsxRows *rows = NULL;
  TdSheet *self;

  if (workbook->xlsx != NULL && (rows = td_xlsx_rows_open (workbook->package, workbook->xlsx, sheet, error)) == NULL)
    return NULL;
  self = g_new0 (TdSheet, 1);
  self->workbook = td_workbook_ref (workbook);
  self->record = td_record_new ();
  self->rows = rows;
  if (rows == NULL)
    self->table = g_ptr_array_index (workbook->tables, sheet);
  return self;
}

void
td_sheet_free (TdSheet *self)
{
  g_clear_pointer (&self->rows, td_xlsx_rows_free);
  td_workbook_unref (self->workbook);
  td_record_free (self->record);
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
  return MAX (self->record->line, 1);
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
  if (self->rows != NULL)
    return td_xlsx_rows_get_position (self->rows);
  return td_ods_table_get_position (self->table, &self->place);
}

static gboolean
read_row (TdSheet *self, gboolean *fault, GError **error)
{
  if (self->rows != NULL)
    return td_xlsx_rows_next (self->rows, self->record, fault, error);
  return td_ods_table_next (self->table, &self->place, self->record, fault);
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
  gboolean fault;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_row (self, &fault, error))
        return NULL;
      td_record_start_column (self->record, self->width);
      td_record_finish (self->record);
      if (fault)
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

/**
 * td_sheet_get_faulty:
 * @self: a sheet whose last row was refused with %TD_EXCHANGE_ERROR_RECORD
 *
 * Returns: (transfer none): that row, with the name of the error where a result should stand, for a person to mend
 */
const TdRecord *
td_sheet_get_faulty (TdSheet *self)
{
  return self->record;
}
