/* td-export.c: every register, row by row, into CSV files or a workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export.h"

#include "td-csv.h"
#include "td-output.h"
#include "td-rows.h"
#include "td-workbook-reader.h"
#include "td-workbook-writer.h"

#include <glib/gi18n-lib.h>

/* How many rows pass between two looks at whether to go on. */
#define PROGRESS_ROWS 1024

typedef struct
{
  TdStore *store;
  TdOutput *output;
  GOutputStream *csv; /* one of the two: where the register at hand goes */
  TdWorkbookWriter *workbook;
  TdProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 n_rows; /* of all registers so far */
} Export;

static gboolean
write_values (Export *self, const TdRegister *reg, const char *const *values, GError **error)
{
  if (self->workbook != NULL)
    return td_workbook_writer_add_row (self->workbook, values, error);
  return td_csv_write_record (self->csv, values, reg->n_fields, self->cancellable, error);
}

static gboolean
write_row (Export *self, const TdRegister *reg, TdRows *rows, const char **values, GError **error)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_autoptr (GError) failure = NULL;

      values[i] = td_rows_get (rows, i, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return write_values (self, reg, values, error);
}

static gboolean
write_rows (Export *self, guint index, guint n_registers, const TdRegister *reg, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (self->store, reg, NULL, NULL, error);
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (td_rows_next (rows, &failure))
    {
      if (self->n_rows++ % PROGRESS_ROWS == 0 && self->progress != NULL)
        self->progress (index, n_registers, self->progress_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !write_row (self, reg, rows, values, error))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}

static gboolean
write_names (Export *self, const TdRegister *reg, GError **error)
{
  g_autofree const char **names = g_new0 (const char *, reg->n_fields);

  for (guint i = 0; i < reg->n_fields; i++)
    names[i] = reg->fields[i].name;
  return td_csv_write_record (self->csv, names, reg->n_fields, self->cancellable, error);
}

static gboolean
write_csv (Export *self, guint index, guint n_registers, const TdRegister *reg, GError **error)
{
  g_autofree char *name = g_strconcat (reg->name, ".csv", NULL);
  g_autoptr (GOutputStream) stream = td_output_add_stream (self->output, name, error);

  if (stream == NULL)
    return FALSE;
  self->csv = stream;
  if (td_csv_write_start (stream, self->cancellable, error) && write_names (self, reg, error)
      && write_rows (self, index, n_registers, reg, error) && g_output_stream_close (stream, self->cancellable, error))
    return TRUE;
  g_prefix_error (error, _ ("“%s” was not written: "), name);
  return FALSE;
}

static gboolean
write_sheet (Export *self, guint index, guint n_registers, const TdRegister *reg, GError **error)
{
  return td_workbook_writer_start_sheet (self->workbook, reg, error)
         && write_rows (self, index, n_registers, reg, error);
}

static gboolean
write_registers (Export *self, GError **error)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    if (!(self->workbook != NULL ? write_sheet : write_csv) (self, i, n_registers, registers[i], error))
      return FALSE;
  if (self->progress != NULL)
    self->progress (n_registers, n_registers, self->progress_data);
  return TRUE;
}

static gboolean
count_rows (Export *self, TdWorkbook *workbook, guint64 *n_rows, GError **error)
{
  *n_rows = 0;
  for (guint i = 0; i < td_workbook_get_n_sheets (workbook); i++)
    {
      g_autoptr (TdSheet) sheet = td_sheet_open (workbook, i, error);
      g_autoptr (GError) failure = NULL;

      if (sheet == NULL)
        return FALSE;
      td_sheet_next (sheet, self->cancellable, &failure);
      while (failure == NULL && td_sheet_next (sheet, self->cancellable, &failure) != NULL)
        ++*n_rows;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

/* The library that writes the workbook does not tell when its own temporary files met a full disk; and a workbook that
 * the import would refuse as too large is no export. */
static gboolean
read_back (Export *self, const char *path, GError **error)
{
  g_autoptr (TdWorkbook) workbook = td_workbook_open (path, error);
  guint64 n_rows;

  if (workbook == NULL || !count_rows (self, workbook, &n_rows, error))
    {
      g_prefix_error (error,
                      _ ("The workbook could not be read back after it was written; export to CSV, or free space "
                         "on the disk: "));
      return FALSE;
    }
  if (n_rows == self->n_rows)
    return TRUE;
  g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_WRITE,
                       _ ("The workbook lost rows while it was written; free space on the disk and export again."));
  return FALSE;
}

static gboolean
write_workbook (Export *self, GError **error)
{
  const char *path = td_output_add (self->output, TD_EXPORT_WORKBOOK, error);
  g_autoptr (TdWorkbookWriter) workbook = path != NULL ? td_workbook_writer_new (path, error) : NULL;

  if (workbook == NULL)
    return FALSE;
  self->workbook = workbook;
  return write_registers (self, error) && td_workbook_writer_close (workbook, error) && read_back (self, path, error);
}

/**
 * td_export:
 * @store: an unlocked store
 * @folder: where the files go; made where it is missing
 * @format: CSV files, or a workbook
 * @progress: (nullable): told which register it is at, of how many
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: %TD_STORE_ERROR, %TD_EXCHANGE_ERROR, cancelled; then the folder holds what it held before
 *
 * Writes every register, its rows by key, dates as 2025-11-30 (in a workbook as dates), words as their values. What is
 * written holds personal data in the clear; it is readable for its owner alone.
 *
 * Returns: whether all is written
 */
gboolean
td_export (TdStore *store, const char *folder, TdExportFormat format, TdProgress progress, gpointer progress_data,
           GCancellable *cancellable, GError **error)
{
  g_autoptr (TdOutput) output = td_output_new (folder, error);
  Export self = {
    .store = store, .output = output, .progress = progress, .progress_data = progress_data, .cancellable = cancellable
  };

  if (output == NULL || !(format == TD_EXPORT_XLSX ? write_workbook : write_registers) (&self, error))
    return FALSE;
  return td_output_publish (output, error);
}
