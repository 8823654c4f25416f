/* td-commitment-list.c: the households of a place, and the day on which a stack of them signed as one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-commitment-list.h"

#include "td-change.h"
#include "td-sheet-list-private.h"

/* The query's columns behind those of every sheet. */
enum
{
  COLUMN_COMMITTED_ON = TD_SHEET_N_COLUMNS,
  COLUMN_IS_THERE
};

static const char *const requirements[] = { "household-uncommitted", NULL };

void
td_commitment_line_free (gpointer line)
{
  TdCommitmentLine *self = line;

  td_sheet_line_clear (&self->line);
  g_free (self->committed_on);
  g_free (self);
}

static gboolean
fill_line (gpointer line, TdQuery *query, TdRows *rows, GError **error)
{
  TdCommitmentLine *self = line;

  self->committed_on = g_strdup (td_query_get_text (query, COLUMN_COMMITTED_ON));
  self->is_there = td_query_get_number (query, COLUMN_IS_THERE) != 0;
  return TRUE;
}

static const TdSheetKind commitments = {
  .sql = "commitment-list.sql",
  .reg = "households",
  .name = "head_name",
  .requirements = requirements,
  .size = sizeof (TdCommitmentLine),
  .fill = fill_line,
  .free_line = td_commitment_line_free,
};

/**
 * td_commitment_list_read:
 * @store: an unlocked store
 * @wish: which; who lacks something is who has no commitment by the day
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type TdCommitmentLine): the households that are there on the day, by
 *   place and name
 */
GPtrArray *
td_commitment_list_read (TdStore *store, const TdSheetWish *wish, GCancellable *cancellable, GError **error)
{
  return td_sheet_list_read (store, &commitments, wish, cancellable, error);
}

static gboolean
put (TdChange *change, const char *day, const char *household, GError **error)
{
  const TdRegister *reg = td_register_find ("households");
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);

  for (guint i = 0; i < reg->n_fields; i++)
    values[i] = td_unchanged;
  values[0] = household;
  values[td_register_field_index (reg, "committed_on")] = day;
  return td_change_put (change, reg, values, NULL, error) != TD_OUTCOME_FAILED;
}

/**
 * td_commitment_list_keep:
 * @store: an unlocked store
 * @day: on which they signed
 * @households: (element-type utf8): the keys of households that are there
 * @error: what failed; then nothing of it is kept
 *
 * All in one change, which one undo takes back.
 *
 * Returns: whether all is kept
 */
gboolean
td_commitment_list_keep (TdStore *store, const char *day, const GPtrArray *households, GError **error)
{
  g_autoptr (TdChange) change = td_change_begin (store, "commitments of a day", error);

  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < households->len; i++)
    if (!put (change, day, g_ptr_array_index (households, i), error))
      return FALSE;
  return td_change_commit (change, error);
}
