/* td-import-run.c: an import's life: the change it begins, a register at a time, and what is kept in the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-private.h"

#include <string.h>

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

/**
 * td_import_run_init:
 * @run: (out caller-allocates): an import
 * @store: an unlocked store
 * @reason: what the audit log says of it
 * @today: the last day that a date may name
 * @cancellable: (nullable): a cancellable
 * @error: what the store reports
 *
 * Begins the change. Cleared in either case.
 */
gboolean
td_import_run_init (TdImportRun *run, TdStore *store, const char *reason, const char *today, GCancellable *cancellable,
                    GError **error)
{
  memset (run, 0, sizeof *run);
  run->report = td_import_report_new ();
  run->today = today;
  run->cancellable = cancellable;
  run->losses = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)loss_free);
  run->known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  run->targets = g_new0 (const TdRegister *, TD_RECORD_MAX_CELLS);
  run->rows = g_hash_table_new (NULL, NULL);
  run->origins = g_array_new (FALSE, FALSE, sizeof (TdOrigin));
  run->open_references = g_array_new (FALSE, FALSE, sizeof (TdOpenReference));
  g_array_set_clear_func (run->open_references, (GDestroyNotify)open_reference_clear);
  run->open_uniques = g_array_new (FALSE, FALSE, sizeof (TdOpenUnique));
  g_array_set_clear_func (run->open_uniques, (GDestroyNotify)open_unique_clear);
  run->change = td_change_begin (store, reason, error);
  return run->change != NULL && td_change_gather (run->change, error);
}

void
td_import_run_clear (TdImportRun *run)
{
  g_clear_pointer (&run->change, td_change_free);
  g_clear_pointer (&run->report, td_import_report_free);
  g_hash_table_unref (run->losses);
  g_hash_table_unref (run->known);
  g_free (run->targets);
  g_hash_table_unref (run->rows);
  g_array_unref (run->origins);
  g_array_unref (run->open_references);
  g_array_unref (run->open_uniques);
}

/**
 * td_import_run_start:
 * @run: an import
 * @reg: the register whose rows come now
 */
void
td_import_run_start (TdImportRun *run, const TdRegister *reg)
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

/**
 * td_import_run_finish:
 * @run: an import, all of its rows read and checked
 * @dry_run: whether to leave the database as it is
 * @error: what the store reports
 *
 * Keeps what was read, unless a problem stands in the way.
 */
gboolean
td_import_run_finish (TdImportRun *run, gboolean dry_run, GError **error)
{
  if (run->report->n_problems > 0 || dry_run)
    return TRUE;
  if (!changes_nothing (run->report) && !td_change_commit (run->change, error))
    return FALSE;
  run->report->is_done = TRUE;
  return TRUE;
}
