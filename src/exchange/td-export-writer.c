/* td-export-writer.c: CSV files or a workbook, and a look at what was written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export-writer.h"

#include "td-csv.h"
#include "td-package.h"
#include "td-workbook-writer.h"

#include <glib/gi18n-lib.h>

struct _TdExportWriter
{
  TdOutput *output;
  GCancellable *cancellable;  /* (nullable) */
  TdWorkbookWriter *workbook; /* (nullable): in its place */
  const char *path;           /* of the workbook */
  GOutputStream *csv;         /* (nullable): the file at hand */
  char *name;                 /* of that file */
  guint n_columns;
};

/**
 * td_export_writer_new:
 * @output: takes the files, and must live longer
 * @workbook: (nullable): the name of the workbook; %NULL for CSV files
 * @cancellable: (nullable): to give up
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): a writer without tables
 */
TdExportWriter *
td_export_writer_new (TdOutput *output, const char *workbook, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdExportWriter) self = g_new0 (TdExportWriter, 1);

  self->output = output;
  self->cancellable = cancellable;
  if (workbook == NULL)
    return g_steal_pointer (&self);
  self->path = td_output_add (output, workbook, error);
  if (self->path == NULL || (self->workbook = td_workbook_writer_new (self->path, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
td_export_writer_free (TdExportWriter *self)
{
  g_clear_pointer (&self->workbook, td_workbook_writer_free);
  g_clear_object (&self->csv);
  g_free (self->name);
  g_free (self);
}

/* Whatever failed meanwhile. */
static gboolean
name_file (TdExportWriter *self, GError **error)
{
  g_prefix_error (error, _ ("“%s” was not written: "), self->name);
  return FALSE;
}

static gboolean
end_file (TdExportWriter *self, GError **error)
{
  g_autoptr (GOutputStream) csv = g_steal_pointer (&self->csv);

  return csv == NULL || g_output_stream_close (csv, self->cancellable, error) || name_file (self, error);
}

static gboolean
write_head (TdExportWriter *self, const TdExportColumn *columns, GError **error)
{
  g_autofree const char **headings = g_new0 (const char *, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    headings[i] = columns[i].heading;
  return (td_csv_write_start (self->csv, self->cancellable, error)
          && td_csv_write_record (self->csv, headings, self->n_columns, self->cancellable, error))
         || name_file (self, error);
}

/**
 * td_export_writer_start:
 * @self: a writer
 * @name: what the sheet is called, or the CSV file
 * @columns: (array length=n_columns): its columns, which must live as long as it is written
 * @n_columns: how many, at least one
 * @error: %TD_EXCHANGE_ERROR_WRITE, cancelled
 *
 * Starts a table; the rows that follow are its own.
 */
gboolean
td_export_writer_start (TdExportWriter *self, const char *name, const TdExportColumn *columns, guint n_columns,
                        GError **error)
{
  self->n_columns = n_columns;
  if (self->workbook != NULL)
    return td_workbook_writer_start_sheet (self->workbook, name, columns, n_columns, error);
  if (!end_file (self, error))
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (name);
  self->csv = td_output_add_stream (self->output, name, error);
  return self->csv != NULL && write_head (self, columns, error);
}

/**
 * td_export_writer_add:
 * @self: a writer with a table
 * @values: a row's values, one for each column, %NULL for what is not known
 * @error: %TD_EXCHANGE_ERROR_WRITE, %TD_EXCHANGE_ERROR_LIMIT where a sheet is full, cancelled
 */
gboolean
td_export_writer_add (TdExportWriter *self, const char *const *values, GError **error)
{
  if (self->workbook != NULL)
    return td_workbook_writer_add_row (self->workbook, values, error);
  return td_csv_write_record (self->csv, values, self->n_columns, self->cancellable, error) || name_file (self, error);
}

/* A workbook that the import would refuse as too large is no export, nor one that the disk did not keep. */
static gboolean
verify (TdExportWriter *self, GError **error)
{
  g_autoptr (TdPackage) package = td_package_open (self->path, error);

  if (package != NULL
      && td_package_verify (package, td_workbook_writer_get_n_bytes (self->workbook), self->cancellable, error))
    return TRUE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    g_prefix_error (error, _ ("The workbook could not be read back after it was written; export to CSV, or free space "
                              "on the disk: "));
  return FALSE;
}

/**
 * td_export_writer_close:
 * @self: a writer with a table
 * @error: %TD_EXCHANGE_ERROR, cancelled
 *
 * Writes what is left; then the files only want td_output_publish().
 */
gboolean
td_export_writer_close (TdExportWriter *self, GError **error)
{
  if (self->workbook == NULL)
    return end_file (self, error);
  return td_workbook_writer_close (self->workbook, error) && verify (self, error);
}
