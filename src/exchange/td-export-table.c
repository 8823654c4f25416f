/* td-export-table.c: one table into a workbook or a CSV file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export-table.h"

/* How many rows pass between two looks at whether to go on. */
#define PROGRESS_ROWS 256

typedef struct
{
  const TdTable *table;
  TdTableReader *reader;
  TdExportWriter *writer;
  gboolean typed; /* whether days and amounts are more than text there */
  TdProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Export;

static GArray *
make_columns (const TdTable *table)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (TdExportColumn));

  g_array_set_clear_func (columns, (GDestroyNotify)td_export_column_clear);
  for (guint i = 0; i < table->fields->len; i++)
    {
      TdExportColumn column;

      td_export_column_init (&column, td_table_get_field (table, i), td_table_get_label (table, i),
                             td_table_is_masked (table, i));
      g_array_append_val (columns, column);
    }
  return columns;
}

/* A cell is the reader's until the next: a row's are copied. */
static gboolean
write_row (Export *self, guint row, GError **error)
{
  guint n_columns = self->table->fields->len;
  g_auto (GStrv) texts = g_new0 (char *, n_columns + 1);
  g_autofree const char **values = g_new0 (const char *, n_columns);

  if (!td_table_reader_go_to (self->reader, row, error))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GError) failed = NULL;
      const char *text = self->typed ? td_table_reader_get (self->reader, i, &failed)
                                     : td_table_reader_show (self->reader, i, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      values[i] = texts[i] = g_strdup (text != NULL ? text : "");
      if (*values[i] == '\0')
        values[i] = NULL;
    }
  return td_export_writer_add (self->writer, values, error);
}

static gboolean
write_rows (Export *self, GError **error)
{
  guint n_rows = self->table->rows->len;

  for (guint row = 0; row < n_rows; row++)
    {
      if (row % PROGRESS_ROWS == 0 && self->progress != NULL)
        self->progress (row, n_rows, self->progress_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !write_row (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_table (Export *self, const char *name, GError **error)
{
  g_autoptr (GArray) columns = make_columns (self->table);

  return td_export_writer_start (self->writer, self->typed ? self->table->reg->title : name,
                                 (const TdExportColumn *)(gpointer)columns->data, columns->len, error)
         && write_rows (self, error) && td_export_writer_close (self->writer, error);
}

/**
 * td_export_table:
 * @store: an unlocked store
 * @table: a table of at least one column
 * @path: a file, which is replaced as a whole or left as it was
 * @format: CSV, or a workbook, in which days are days and amounts numbers
 * @progress: (nullable): told how many rows are written
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: %TD_STORE_ERROR, %TD_EXCHANGE_ERROR, cancelled
 *
 * Writes the table as a person reads it: Vietnamese labels and words, references by name.
 *
 * Returns: whether it is written
 */
gboolean
td_export_table (TdStore *store, const TdTable *table, const char *path, TdExportFormat format, TdProgress progress,
                 gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (TdTableReader) reader = td_table_reader_new (table, store, error);
  g_autoptr (TdOutput) output = reader != NULL ? td_output_new (folder, error) : NULL;
  gboolean is_workbook = format == TD_EXPORT_XLSX;
  g_autoptr (TdExportWriter) writer
    = output != NULL ? td_export_writer_new (output, is_workbook ? name : NULL, cancellable, error) : NULL;
  Export self = { .table = table,
                  .reader = reader,
                  .writer = writer,
                  .typed = is_workbook,
                  .progress = progress,
                  .progress_data = progress_data,
                  .cancellable = cancellable };

  return writer != NULL && write_table (&self, name, error) && td_output_publish (output, error);
}
