/* td-import-check.c: what needs more than a row: references, overlapping periods, units below themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-private.h"

#include <glib/gi18n-lib.h>

/* Each search for a circle reads every unit: who has this many mends some first. */
#define MAX_CIRCLES 100

/* How many keys of a register are kept in mind, so that memory does not grow with it; and how many are asked for one
 * by one before all are read. */
#define MAX_KNOWN 262144
#define FEW_KNOWN 256

/**
 * td_import_get_loss:
 * @run: the import
 * @reg: a register
 *
 * Returns: (transfer none): what is lost of it
 */
TdLoss *
td_import_get_loss (TdImportRun *run, const TdRegister *reg)
{
  TdLoss *loss = g_hash_table_lookup (run->losses, reg);

  if (loss == NULL)
    {
      loss = g_new0 (TdLoss, 1);
      loss->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (run->losses, (gpointer)reg, loss);
    }
  return loss;
}

static gboolean
is_lost (TdImportRun *run, const TdRegister *reg, const char *key)
{
  const TdLoss *loss = g_hash_table_lookup (run->losses, reg);

  return loss != NULL && (loss->is_unread || g_hash_table_contains (loss->keys, key));
}

static GHashTable *
get_known (TdImportRun *run, const TdRegister *reg)
{
  GHashTable *known = g_hash_table_lookup (run->known, reg);

  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (run->known, (gpointer)reg, known);
    }
  return known;
}

/* Many rows refer to the same few: the database is asked once for each of them. */
static gboolean
has_key (TdImportRun *run, const TdRegister *reg, const char *key, gboolean *has, GError **error)
{
  GHashTable *known = get_known (run, reg);

  *has = g_hash_table_contains (known, key);
  if (*has)
    return TRUE;
  if (!td_change_has_key (run->change, reg, key, has, error))
    return FALSE;
  if (g_hash_table_size (known) >= MAX_KNOWN)
    g_hash_table_remove_all (known);
  if (*has)
    g_hash_table_add (known, g_strdup (key));
  return !*has || g_hash_table_size (known) != FEW_KNOWN
         || td_change_read_keys (run->change, reg, MAX_KNOWN, known, error);
}

/**
 * td_import_check_reference:
 * @run: the import
 * @key: what a cell refers to
 * @field: the index of the cell's field
 * @origin: where it stands
 * @holds: (out): whether it is there; where it isn't, that is reported, unless it is itself among the bad rows
 * @error: what stops the whole import
 *
 * Returns: whether there is an answer
 */
gboolean
td_import_check_reference (TdImportRun *run, const char *key, guint field, TdOrigin origin, gboolean *holds,
                           GError **error)
{
  const TdRegister *target = run->targets[field];
  g_autofree char *what = NULL;

  if (!has_key (run, target, key, holds, error))
    return FALSE;
  if (*holds || is_lost (run, target, key))
    return TRUE;
  what = g_strdup_printf (_ ("no row of “%s” has this key; add that row or correct the key"), target->name);
  td_import_report_add_problem (run->report, origin.file, origin.line, run->reg->fields[field].name, what);
  return TRUE;
}

static gboolean
check_open_references (TdImportRun *run, GError **error)
{
  gboolean holds;

  for (guint i = 0; i < run->open_references->len; i++)
    {
      const TdOpenReference *open = &g_array_index (run->open_references, TdOpenReference, i);

      if (!td_import_check_reference (run, open->key, open->field, open->origin, &holds, error))
        return FALSE;
    }
  return TRUE;
}

static const TdOrigin *
find_origin (TdImportRun *run, gint64 row)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (run->rows, GSIZE_TO_POINTER ((gsize)row), NULL, &index))
    return NULL;
  return &g_array_index (run->origins, TdOrigin, GPOINTER_TO_SIZE (index));
}

static gboolean
put_unique (TdImportRun *run, const TdOpenUnique *open, GError **error)
{
  const char *values[TD_RECORD_MAX_CELLS];
  g_autoptr (GError) failure = NULL;
  TdOutcome outcome;

  for (guint i = 0; i < run->reg->n_fields; i++)
    values[i] = td_unchanged;
  values[0] = open->key;
  values[open->field] = open->value;
  outcome = td_change_put (run->change, run->reg, values, NULL, &failure);
  if (g_error_matches (failure, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE))
    td_import_report_add_problem (
      run->report, open->origin.file, open->origin.line, run->reg->fields[open->field].name,
      _ ("stands in another row too; correct it here or there, for no two rows may hold the same"));
  else if (outcome == TD_OUTCOME_FAILED)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  else if (open->was_same && outcome == TD_OUTCOME_CHANGED)
    {
      run->count->same--;
      run->count->changed++;
    }
  return TRUE;
}

static gboolean
check_open_uniques (TdImportRun *run, GError **error)
{
  for (guint i = 0; i < run->open_uniques->len; i++)
    {
      const TdOpenUnique *open = &g_array_index (run->open_uniques, TdOpenUnique, i);
      const TdOrigin *origin = find_origin (run, open->row);

      /* A later row of the same key holds instead. */
      if (origin != NULL && (origin->file != open->origin.file || origin->line != open->origin.line))
        continue;
      if (!put_unique (run, open, error))
        return FALSE;
    }
  return TRUE;
}

static void
report_overlap (TdImportRun *run, const char *start, const TdOrigin *origin, const TdOrigin *other)
{
  g_autofree char *what = NULL;

  if (other == NULL)
    what = g_strdup (_ ("the period overlaps with one that the database holds; end the earlier one on the day on which "
                        "the later one starts, or before"));
  else
    what = g_strdup_printf (_ ("the period overlaps with that of %s:%u; end the earlier one on the day on which the "
                               "later one starts, or before"),
                            other->file, other->line);
  td_import_report_add_problem (run->report, origin->file, origin->line, start, what);
}

static gboolean
check_periods (TdImportRun *run, GError **error)
{
  const char *start = td_register_period_start (run->reg);
  g_autoptr (GArray) overlaps = NULL;

  if (start == NULL)
    return TRUE;
  if (!td_change_find_overlaps (run->change, run->reg, &overlaps, error))
    return FALSE;
  for (guint i = 0; i < overlaps->len; i++)
    {
      const TdOverlap *overlap = &g_array_index (overlaps, TdOverlap, i);
      const TdOrigin *origin = find_origin (run, overlap->row);

      if (origin != NULL)
        report_overlap (run, start, origin, find_origin (run, overlap->other));
    }
  return TRUE;
}

/* Names a row of the circle, and cuts the circle there to see whether there is another. With a problem reported,
 * nothing of the change will be kept. */
static gboolean
report_circle (TdImportRun *run, const char *code, GError **error)
{
  const char *values[TD_RECORD_MAX_CELLS];
  guint parent = td_register_field_index (run->reg, "parent");
  const TdOrigin *origin;
  gint64 row;

  for (guint i = 0; i < run->reg->n_fields; i++)
    values[i] = td_unchanged;
  values[0] = code;
  values[parent] = NULL;
  if (td_change_put (run->change, run->reg, values, &row, error) == TD_OUTCOME_FAILED)
    return FALSE;
  origin = find_origin (run, row);
  if (origin == NULL)
    origin = &g_array_index (run->origins, TdOrigin, 0);
  td_import_report_add_problem (run->report, origin->file, origin->line, run->reg->fields[parent].name,
                                _ ("the units above this one lead back to it; correct the parent of one of them"));
  return TRUE;
}

static gboolean
check_circles (TdImportRun *run, GError **error)
{
  if (!g_str_equal (run->reg->name, "units"))
    return TRUE;
  for (guint i = 0; i < MAX_CIRCLES; i++)
    {
      g_autofree char *code = NULL;

      if (!td_change_find_unit_cycle (run->change, &code, error))
        return FALSE;
      if (code == NULL || run->origins->len == 0)
        return TRUE;
      if (!report_circle (run, code, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_import_check_register:
 * @run: the import, every row of the register at hand put
 * @error: what stops the whole import
 *
 * Puts the values that another row held, and reports those that it still holds. Reports references within the register
 * that lead nowhere or round in a circle, and periods that overlap.
 *
 * Returns: whether the import can go on
 */
gboolean
td_import_check_register (TdImportRun *run, GError **error)
{
  return check_open_uniques (run, error) && check_open_references (run, error) && check_circles (run, error)
         && check_periods (run, error);
}
