/* td-import-row.c: one row of a file: its cells to values, the checks that need no other row, and into the change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-private.h"

#include "td-value.h"

#include <glib/gi18n-lib.h>

/* A row on its way: one entry a field. */
typedef struct
{
  char *owned[TD_RECORD_MAX_CELLS];
  const char *values[TD_RECORD_MAX_CELLS];
  TdOrigin origin;
  gboolean is_bad;
} Row;

static void
row_clear (Row *row)
{
  for (guint i = 0; i < TD_RECORD_MAX_CELLS; i++)
    g_free (row->owned[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
report_row (TdImportRun *run, Row *row, const char *column, const char *what)
{
  row->is_bad = TRUE;
  td_import_report_add_problem (run->report, row->origin.file, row->origin.line, column, what);
}

static void
check_width (TdImportRun *run, const TdColumns *columns, const TdRecord *record, Row *row)
{
  g_autofree char *what = NULL;

  if (record->n_cells == columns->n)
    return;
  what = g_strdup_printf (_ ("has %u cells under %u headings; leave a cell empty rather than out, and put a cell that "
                             "holds the separator between quotation marks"),
                          record->n_cells, columns->n);
  report_row (run, row, NULL, what);
}

static void
parse_cells (TdImportRun *run, const TdColumns *columns, const TdRecord *record, Row *row)
{
  for (guint i = 0; i < MIN (columns->n, record->n_cells); i++)
    {
      guint index = columns->fields[i];
      const TdField *field = &run->reg->fields[index];
      g_autoptr (GError) wrong = NULL;

      if (!td_field_parse (field, record->cells[i], run->today, &row->owned[index], &wrong))
        report_row (run, row, field->name, wrong->message);
      row->values[index] = row->owned[index];
    }
}

static void
check_order (TdImportRun *run, Row *row)
{
  const TdField *field;
  g_autoptr (GError) wrong = NULL;

  /* Not yet with the values that the file leaves as they are: those are the store's to compare. */
  if (!td_row_check_order (run->reg, row->values, &field, &wrong))
    report_row (run, row, field->name, wrong->message);
}

static void
leave_absent (TdImportRun *run, const TdColumns *columns, Row *row)
{
  for (guint i = 0; i < run->reg->n_fields; i++)
    if (!td_columns_has (columns, i))
      row->values[i] = td_unchanged;
}

static gboolean
check_references (TdImportRun *run, Row *row, GError **error)
{
  for (guint i = 0; i < run->reg->n_fields; i++)
    {
      gboolean holds;

      if (run->targets[i] == NULL || row->owned[i] == NULL)
        continue;
      if (run->targets[i] == run->reg)
        {
          TdOpenReference open = { g_strdup (row->owned[i]), i, row->origin };

          g_array_append_val (run->open_references, open);
          continue;
        }
      if (!td_import_check_reference (run, row->owned[i], i, row->origin, &holds, error))
        return FALSE;
      row->is_bad |= !holds;
    }
  return TRUE;
}

/* So that a row which refers to this one is not called bad too. */
static void
remember_loss (TdImportRun *run, Row *row)
{
  if (row->owned[0] != NULL)
    g_hash_table_add (td_import_get_loss (run, run->reg)->keys, g_strdup (row->owned[0]));
}

static void
remember_origin (TdImportRun *run, Row *row, gint64 row_id)
{
  gpointer key = GSIZE_TO_POINTER ((gsize)row_id), index;

  if (g_hash_table_lookup_extended (run->rows, key, NULL, &index))
    {
      TdOrigin *origin = &g_array_index (run->origins, TdOrigin, GPOINTER_TO_SIZE (index));
      g_autofree char *what
        = g_strdup_printf (_ ("has the key of an earlier row (%s:%u); this one holds"), origin->file, origin->line);

      td_import_report_add_note (run->report, row->origin.file, row->origin.line, what);
      *origin = row->origin;
      return;
    }
  g_hash_table_insert (run->rows, key, GSIZE_TO_POINTER (run->origins->len));
  g_array_append_val (run->origins, row->origin);
}

static void
take_in (TdImportRun *run, Row *row, TdOutcome outcome, gint64 row_id)
{
  run->count->added += outcome == TD_OUTCOME_ADDED;
  run->count->changed += outcome == TD_OUTCOME_CHANGED;
  run->count->same += outcome == TD_OUTCOME_SAME;
  if (run->tells_rows)
    {
      TdImportOutcome told = { row->origin.file, row->origin.line, outcome };

      g_array_append_val (run->report->outcomes, told);
    }
  remember_origin (run, row, row_id);
}

/* What stops the import; or a fault of the row's own, which is reported. */
static gboolean
sort_out (TdImportRun *run, Row *row, GError *failure, GError **error)
{
  if (!g_error_matches (failure, TD_STORE_ERROR, TD_STORE_ERROR_ROW))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  report_row (run, row, NULL, failure->message);
  g_error_free (failure);
  return TRUE;
}

/* The row without the value that another one holds. When all rows are read, the value is put after it: two rows may
 * change theirs with each other, or one take what another gives up. */
static gboolean
put_without_uniques (TdImportRun *run, Row *row, GError **error)
{
  guint first = run->open_uniques->len;
  GError *failure = NULL;
  gint64 row_id;
  TdOutcome outcome;

  for (guint i = 0; i < run->reg->n_fields; i++)
    if ((run->reg->fields[i].flags & TD_FIELD_UNIQUE) && row->owned[i] != NULL)
      {
        TdOpenUnique open = { g_strdup (row->owned[0]), g_strdup (row->owned[i]), i, 0, row->origin, FALSE };

        g_array_append_val (run->open_uniques, open);
        row->values[i] = NULL;
      }
  outcome = td_change_put (run->change, run->reg, row->values, &row_id, &failure);
  if (outcome == TD_OUTCOME_FAILED)
    {
      g_array_set_size (run->open_uniques, first);
      return sort_out (run, row, failure, error);
    }
  for (guint i = first; i < run->open_uniques->len; i++)
    {
      g_array_index (run->open_uniques, TdOpenUnique, i).row = row_id;
      g_array_index (run->open_uniques, TdOpenUnique, i).was_same = outcome == TD_OUTCOME_SAME;
    }
  take_in (run, row, outcome, row_id);
  return TRUE;
}

static gboolean
put (TdImportRun *run, Row *row, GError **error)
{
  GError *failure = NULL;
  gint64 row_id;
  TdOutcome outcome = td_change_put (run->change, run->reg, row->values, &row_id, &failure);

  if (outcome != TD_OUTCOME_FAILED)
    take_in (run, row, outcome, row_id);
  else if (g_error_matches (failure, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE))
    {
      g_error_free (failure);
      return put_without_uniques (run, row, error);
    }
  else
    return sort_out (run, row, failure, error);
  return TRUE;
}

/**
 * td_import_row:
 * @run: the import
 * @columns: the columns of the file
 * @record: a row of it
 * @file: how messages call the file; must live as long as @run
 * @error: what stops the whole import
 *
 * Reports whatever is wrong with the row, each cell by itself, or puts it into the change.
 *
 * Returns: whether the import can go on
 */
gboolean
td_import_row (TdImportRun *run, const TdColumns *columns, const TdRecord *record, const char *file, GError **error)
{
  g_auto (Row) row = { .origin = { file, record->line } };

  check_width (run, columns, record, &row);
  if (!row.is_bad)
    {
      parse_cells (run, columns, record, &row);
      check_order (run, &row);
      leave_absent (run, columns, &row);
      if (!check_references (run, &row, error))
        return FALSE;
    }
  if (!row.is_bad && !put (run, &row, error))
    return FALSE;
  if (row.is_bad)
    remember_loss (run, &row);
  return TRUE;
}
