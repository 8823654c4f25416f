/* td-export.c: every register, row by row, into CSV files or a workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export.h"

#include "td-mask.h"
#include "td-rows.h"

/* How many rows pass between two looks at whether to go on. */
#define PROGRESS_ROWS 1024

typedef struct
{
  TdStore *store;
  TdExportWriter *writer;
  gboolean masked;
  gboolean is_workbook;
  guint index; /* of the register at hand */
  guint n_registers;
  guint64 n_rows; /* of all registers so far */
  TdProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Export;

/* The register at hand: what of it is written. */
typedef struct
{
  const TdRegister *reg;
  GArray *columns;     /* TdExportColumn */
  GArray *fields;      /* guint, one for each column */
  const char **values; /* of the row at hand */
  char **masks;        /* those of them that are masked */
} Table;

static void
table_init (Table *self, const TdRegister *reg, gboolean masked)
{
  self->reg = reg;
  self->columns = g_array_new (FALSE, TRUE, sizeof (TdExportColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify)td_export_column_clear);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < reg->n_fields; i++)
    if (!masked || !td_field_is_left_out (&reg->fields[i]))
      {
        TdExportColumn column;

        td_export_column_init (&column, &reg->fields[i], reg->fields[i].name,
                               masked && td_field_is_masked (&reg->fields[i]));
        g_array_append_val (self->columns, column);
        g_array_append_val (self->fields, i);
      }
  self->values = g_new0 (const char *, self->fields->len);
  self->masks = g_new0 (char *, self->fields->len);
}

static void
forget_masks (Table *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    g_clear_pointer (&self->masks[i], g_free);
}

static void
table_clear (Table *self)
{
  forget_masks (self);
  g_free (self->masks);
  g_free (self->values);
  g_array_unref (self->columns);
  g_array_unref (self->fields);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static gboolean
read_value (Table *table, TdRows *rows, guint column, gboolean masked, GError **error)
{
  guint field = g_array_index (table->fields, guint, column);
  const TdField *described = &table->reg->fields[field];
  g_autoptr (GError) failure = NULL;

  table->values[column] = td_rows_get (rows, field, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (masked && td_field_is_masked (described))
    table->values[column] = table->masks[column] = td_field_mask (described, table->values[column]);
  return TRUE;
}

static gboolean
write_row (Export *self, Table *table, TdRows *rows, GError **error)
{
  forget_masks (table);
  for (guint i = 0; i < table->fields->len; i++)
    if (!read_value (table, rows, i, self->masked, error))
      return FALSE;
  return td_export_writer_add (self->writer, table->values, error);
}

static gboolean
write_rows (Export *self, Table *table, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (self->store, table->reg, NULL, NULL, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (td_rows_next (rows, &failure))
    {
      if (self->n_rows++ % PROGRESS_ROWS == 0 && self->progress != NULL)
        self->progress (self->index, self->n_registers, self->progress_data);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !write_row (self, table, rows, error))
        return FALSE;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
write_register (Export *self, const TdRegister *reg, GError **error)
{
  g_autofree char *name = g_strconcat (reg->name, self->is_workbook ? "" : ".csv", NULL);
  g_auto (Table) table;

  table_init (&table, reg, self->masked);
  return td_export_writer_start (self->writer, name, (const TdExportColumn *)(gpointer)table.columns->data,
                                 table.columns->len, error)
         && write_rows (self, &table, error);
}

static gboolean
write_registers (Export *self, GError **error)
{
  const TdRegister *const *registers = td_registers_all (&self->n_registers);

  for (self->index = 0; self->index < self->n_registers; self->index++)
    if (!write_register (self, registers[self->index], error))
      return FALSE;
  if (self->progress != NULL)
    self->progress (self->n_registers, self->n_registers, self->progress_data);
  return td_export_writer_close (self->writer, error);
}

/**
 * td_export:
 * @store: an unlocked store
 * @folder: where the files go; made where it is missing
 * @format: CSV files, or a workbook
 * @masked: whether personal data is masked as td_field_mask() does
 * @progress: (nullable): told which register it is at, of how many
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: %TD_STORE_ERROR, %TD_EXCHANGE_ERROR, cancelled; then the folder holds what it held before
 *
 * Writes every register, its rows by key, dates as 2025-11-30 (in a workbook as dates), words as their values. Unless
 * it is masked, what is written holds personal data in the clear; it is readable for its owner alone. A masked column
 * is headed so that no import takes it for the real one.
 *
 * Returns: whether all is written
 */
gboolean
td_export (TdStore *store, const char *folder, TdExportFormat format, gboolean masked, TdProgress progress,
           gpointer progress_data, GCancellable *cancellable, GError **error)
{
  gboolean is_workbook = format == TD_EXPORT_XLSX;
  g_autoptr (TdOutput) output = td_output_new (folder, error);
  g_autoptr (TdExportWriter) writer
    = output != NULL ? td_export_writer_new (output, is_workbook ? TD_EXPORT_WORKBOOK : NULL, cancellable, error)
                     : NULL;
  Export self = { .store = store,
                  .writer = writer,
                  .masked = masked,
                  .is_workbook = is_workbook,
                  .progress = progress,
                  .progress_data = progress_data,
                  .cancellable = cancellable };

  return writer != NULL && write_registers (&self, error) && td_output_publish (output, error);
}
