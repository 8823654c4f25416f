/* td-import.c: an import from its paths to its report: one change for all, kept only where nothing is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows pass between two words on progress. */
#define PROGRESS_ROWS 1024

/* The audit log names the files, not all of a long list. */
#define MAX_REASON 200

/* How far an import is, in bytes over all its sources. */
typedef struct
{
  TdProgress tell;
  gpointer data;
  guint64 before; /* of the sources that are done */
  guint64 total;
  guint rows;
} Meter;

static void
loss_free (TdLoss *loss)
{
  g_hash_table_unref (loss->keys);
  g_free (loss);
}

static void
open_reference_clear (TdOpenReference *open)
{
  g_free (open->key);
}

static void
open_unique_clear (TdOpenUnique *open)
{
  g_free (open->key);
  g_free (open->value);
}

static void
run_init (TdImportRun *run)
{
  run->losses = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)loss_free);
  run->targets = g_new0 (const TdRegister *, TD_RECORD_MAX_CELLS);
  run->rows = g_hash_table_new (NULL, NULL);
  run->origins = g_array_new (FALSE, FALSE, sizeof (TdOrigin));
  run->open_references = g_array_new (FALSE, FALSE, sizeof (TdOpenReference));
  g_array_set_clear_func (run->open_references, (GDestroyNotify)open_reference_clear);
  run->open_uniques = g_array_new (FALSE, FALSE, sizeof (TdOpenUnique));
  g_array_set_clear_func (run->open_uniques, (GDestroyNotify)open_unique_clear);
}

static void
run_clear (TdImportRun *run)
{
  g_clear_pointer (&run->change, td_change_free);
  g_clear_pointer (&run->report, td_import_report_free);
  g_hash_table_unref (run->losses);
  g_free (run->targets);
  g_hash_table_unref (run->rows);
  g_array_unref (run->origins);
  g_array_unref (run->open_references);
  g_array_unref (run->open_uniques);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdImportRun, run_clear)

static void
start_register (TdImportRun *run, const TdRegister *reg)
{
  run->reg = reg;
  run->count = td_import_report_add_count (run->report, reg);
  run->first_problem = run->report->problems->len;
  for (guint i = 0; i < reg->n_fields; i++)
    run->targets[i] = reg->fields[i].refers_to != NULL ? td_register_find (reg->fields[i].refers_to) : NULL;
  g_hash_table_remove_all (run->rows);
  g_array_set_size (run->origins, 0);
  g_array_set_size (run->open_references, 0);
  g_array_set_size (run->open_uniques, 0);
}

static void
tell_progress (Meter *meter, TdSource *source)
{
  if (meter->tell != NULL && meter->rows++ % PROGRESS_ROWS == 0)
    meter->tell (MIN (meter->before + td_source_get_position (source), meter->total), meter->total, meter->data);
}

/* A faulty record is a problem like others; a file that cannot be read on takes what it still holds with it. */
static gboolean
report_fault (TdImportRun *run, TdSource *source, GError *fault, gboolean has_head, gboolean *goes_on, GError **error)
{
  if (fault->domain != TD_EXCHANGE_ERROR)
    {
      g_propagate_prefixed_error (error, fault, _ ("“%s” cannot be read: "), td_source_get_label (source));
      return FALSE;
    }
  td_import_report_add_problem (run->report, td_source_get_label (source), td_source_get_line (source), NULL,
                                fault->message);
  *goes_on = fault->code == TD_EXCHANGE_ERROR_RECORD && has_head;
  if (!*goes_on)
    td_import_get_loss (run, run->reg)->is_unread = TRUE;
  g_error_free (fault);
  return TRUE;
}

static gboolean
read_head (TdImportRun *run, TdSource *source, const TdRecord *record, TdColumns *columns)
{
  if (td_columns_read (columns, run->reg, record, td_source_get_label (source), run->report))
    return TRUE;
  td_import_get_loss (run, run->reg)->is_unread = TRUE;
  return FALSE;
}

static void
report_empty (TdImportRun *run, TdSource *source)
{
  td_import_report_add_problem (run->report, td_source_get_label (source), 1, NULL,
                                _ ("is empty; write the columns' names into its first row"));
  td_import_get_loss (run, run->reg)->is_unread = TRUE;
}

static gboolean
import_rows (TdImportRun *run, TdSource *source, Meter *meter, GError **error)
{
  TdColumns columns;
  gboolean has_head = FALSE, goes_on = TRUE;

  while (goes_on)
    {
      GError *fault = NULL;
      const TdRecord *record = td_source_next (source, run->cancellable, &fault);

      if (g_cancellable_is_cancelled (run->cancellable) && fault == NULL)
        g_cancellable_set_error_if_cancelled (run->cancellable, &fault);
      if (fault != NULL)
        {
          if (!report_fault (run, source, fault, has_head, &goes_on, error))
            return FALSE;
        }
      else if (record == NULL)
        break;
      else if (!has_head)
        goes_on = has_head = read_head (run, source, record, &columns);
      else if (!td_import_row (run, &columns, record, td_source_get_label (source), error))
        return FALSE;
      else
        tell_progress (meter, source);
    }
  if (goes_on && !has_head)
    report_empty (run, source);
  return TRUE;
}

static gboolean
import_source (TdImportRun *run, TdSource *source, Meter *meter, GError **error)
{
  gboolean goes_on = TRUE, done;
  GError *fault = NULL;

  if (!td_source_open (source, &fault))
    return report_fault (run, source, fault, FALSE, &goes_on, error);
  done = import_rows (run, source, meter, error);
  td_source_close (source);
  meter->before += td_source_get_size (source);
  return done;
}

/* The sources of one register stand side by side. */
static gboolean
import_sources (TdImportRun *run, GPtrArray *sources, Meter *meter, GError **error)
{
  for (guint i = 0; i < sources->len; i++)
    {
      TdSource *source = g_ptr_array_index (sources, i);
      TdSource *next = i + 1 < sources->len ? g_ptr_array_index (sources, i + 1) : NULL;

      if (run->reg != td_source_get_register (source))
        start_register (run, td_source_get_register (source));
      if (!import_source (run, source, meter, error))
        return FALSE;
      if (next != NULL && td_source_get_register (next) == run->reg)
        continue;
      if (!td_import_check_register (run, error))
        return FALSE;
      td_import_report_sort_problems (run->report, run->first_problem);
    }
  return TRUE;
}

static char *
describe (const char *const *paths)
{
  g_autoptr (GString) reason = g_string_new ("import");

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);

      if (reason->len + strlen (name) > MAX_REASON)
        {
          g_string_append (reason, " …");
          break;
        }
      g_string_append_printf (reason, "%s %s", i > 0 ? "," : "", name);
    }
  return g_string_free (g_steal_pointer (&reason), FALSE);
}

static gboolean
changes_nothing (const TdImportReport *report)
{
  for (guint i = 0; i < report->counts->len; i++)
    {
      const TdImportCount *count = &g_array_index (report->counts, TdImportCount, i);

      if (count->added > 0 || count->changed > 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (TdImportRun *run, gboolean dry_run, GError **error)
{
  if (run->report->n_problems > 0 || dry_run)
    return TRUE;
  if (!changes_nothing (run->report) && !td_change_commit (run->change, error))
    return FALSE;
  run->report->is_done = TRUE;
  return TRUE;
}

static Meter
meter_for (GPtrArray *sources, TdProgress progress, gpointer data)
{
  Meter meter = { .tell = progress, .data = data };

  for (guint i = 0; i < sources->len; i++)
    meter.total += td_source_get_size (g_ptr_array_index (sources, i));
  return meter;
}

/**
 * td_import:
 * @store: an unlocked store
 * @paths: (array zero-terminated=1): CSV files, folders of them, XLSX workbooks; each file or sheet bears the name or
 * the Vietnamese title of its register
 * @today: the last day that a date may name, `2025-11-30`
 * @dry_run: whether to leave the database as it is
 * @progress: (nullable): told how many bytes are read
 * @progress_data: for @progress
 * @cancellable: (nullable): a cancellable
 * @error: what stopped the import: a path that cannot be read, %TD_STORE_ERROR, cancelled; bad rows are not errors
 *
 * Takes in all files in one change, in the order of the registers, so that a row may refer to one of any file. One bad
 * row, and nothing changes; the report then lists every one.
 *
 * Returns: (transfer full) (nullable): what was done, or would be, or what stands in the way
 */
TdImportReport *
td_import (TdStore *store, const char *const *paths, const char *today, gboolean dry_run, TdProgress progress,
           gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_auto (TdImportRun) run = { .report = td_import_report_new (), .today = today, .cancellable = cancellable };
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *reason = describe (paths);
  Meter meter;

  run_init (&run);
  sources = td_sources_find (paths, run.report, cancellable, error);
  if (sources == NULL)
    return NULL;
  run.change = td_change_begin (store, reason, error);
  if (run.change == NULL)
    return NULL;
  meter = meter_for (sources, progress, progress_data);
  if (!import_sources (&run, sources, &meter, error) || !finish (&run, dry_run, error))
    return NULL;
  if (progress != NULL)
    progress (meter.total, meter.total, progress_data);
  return g_steal_pointer (&run.report);
}
