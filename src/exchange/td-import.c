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
        td_import_run_start (run, td_source_get_register (source));
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
  g_auto (TdImportRun) run = { 0 };
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *reason = describe (paths);
  Meter meter;

  if (!td_import_run_init (&run, store, reason, today, cancellable, error))
    return NULL;
  sources = td_sources_find (paths, run.report, cancellable, error);
  if (sources == NULL)
    return NULL;
  meter = meter_for (sources, progress, progress_data);
  if (!import_sources (&run, sources, &meter, error) || !td_import_run_finish (&run, dry_run, error))
    return NULL;
  if (progress != NULL)
    progress (meter.total, meter.total, progress_data);
  return g_steal_pointer (&run.report);
}
