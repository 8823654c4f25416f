/* td-import-intake.c: intakes into the database, by the same checks as files, all or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRESS_ROWS 1024

static void
read_columns (TdColumns *columns, const TdIntake *intake)
{
  columns->n = 0;
  for (guint i = 0; i < intake->n_columns; i++)
    if (intake->fields[i] != TD_NO_FIELD)
      columns->fields[columns->n++] = intake->fields[i];
}

static gboolean
check_columns (TdImportRun *run, const TdIntake *intake, const TdColumns *columns)
{
  gboolean holds = TRUE;

  for (guint i = 0; i < intake->reg->n_fields; i++)
    if (td_field_is_required (&intake->reg->fields[i]) && !td_columns_has (columns, i))
      {
        td_import_report_add_problem (run->report, intake->label, 0, intake->reg->fields[i].name,
                                      _ ("this column is missing; every row needs it"));
        holds = FALSE;
      }
  if (!holds)
    td_import_get_loss (run, intake->reg)->is_unread = TRUE;
  return holds;
}

/* A text beyond any limit is cut where the limit of a record is: it is still too long for its field. */
static const TdRecord *
fill_record (TdRecord *record, const TdIntake *intake, guint row)
{
  const TdIntakeRow *from = g_ptr_array_index (intake->rows, row);

  td_record_start (record, from->line);
  for (guint i = 0; i < intake->n_columns; i++)
    if (intake->fields[i] != TD_NO_FIELD)
      {
        const char *text = td_intake_get (intake, row, i);
        gsize length = strlen (text);

        td_record_start_cell (record);
        if (!td_record_append (record, text, length))
          td_record_append (record, text,
                            (gsize)(g_utf8_find_prev_char (text, text + TD_RECORD_MAX_CELL_BYTES) - text));
      }
  td_record_finish (record);
  return record;
}

static gboolean
import_intake (TdImportRun *run, const TdIntake *intake, guint64 *done, guint64 total, TdProgress progress,
               gpointer progress_data, GError **error)
{
  g_autoptr (TdRecord) record = td_record_new ();
  TdColumns columns;

  read_columns (&columns, intake);
  if (!check_columns (run, intake, &columns))
    return TRUE;
  for (guint row = 0; row < intake->rows->len; row++)
    {
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (td_intake_is_taken (intake, row)
          && !td_import_row (run, &columns, fill_record (record, intake, row), intake->label, error))
        return FALSE;
      if ((*done)++ % PROGRESS_ROWS == 0 && progress != NULL)
        progress (*done, total, progress_data);
    }
  return TRUE;
}

static gboolean
import_all (TdImportRun *run, GPtrArray *intakes, TdProgress progress, gpointer progress_data, GError **error)
{
  guint64 done = 0, total = 0;

  for (guint i = 0; i < intakes->len; i++)
    total += ((const TdIntake *)g_ptr_array_index (intakes, i))->rows->len;
  for (guint i = 0; i < intakes->len; i++)
    {
      const TdIntake *intake = g_ptr_array_index (intakes, i);
      const TdIntake *next = i + 1 < intakes->len ? g_ptr_array_index (intakes, i + 1) : NULL;

      if (run->reg != intake->reg)
        td_import_run_start (run, intake->reg);
      if (!import_intake (run, intake, &done, total, progress, progress_data, error))
        return FALSE;
      if (next != NULL && next->reg == intake->reg)
        continue;
      if (!td_import_check_register (run, error))
        return FALSE;
      td_import_report_sort_problems (run->report, run->first_problem);
    }
  return TRUE;
}

/**
 * td_import_intakes:
 * @store: an unlocked store
 * @intakes: (element-type TdIntake): each with its register; must outlive the report
 * @today: the last day that a date may name, `2025-11-30`
 * @dry_run: whether to leave the database as it is
 * @progress: (nullable): told how many rows are read
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: what stopped the import: %TD_STORE_ERROR, cancelled; bad rows are not errors
 *
 * Takes in the rows that are not set aside, by the rules of td_import().
 *
 * Returns: (transfer full) (nullable): what was done, or would be, or what stands in the way
 */
TdImportReport *
td_import_intakes (TdStore *store, GPtrArray *intakes, const char *today, gboolean dry_run, TdProgress progress,
                   gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_auto (TdImportRun) run = { 0 };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < intakes->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (intakes, i));
  td_intakes_sort (sorted);
  if (!td_import_run_init (&run, store, "import", today, cancellable, error))
    return NULL;
  run.tells_rows = TRUE;
  if (!import_all (&run, sorted, progress, progress_data, error) || !td_import_run_finish (&run, dry_run, error))
    return NULL;
  return g_steal_pointer (&run.report);
}
