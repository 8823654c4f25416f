/* td-change-checks.c: what must hold over the rows of a whole change: periods of one kind do not overlap, and no unit
 * lies below itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-change-private.h"

#include <glib/gi18n-lib.h>

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return (first > second) - (first < second);
}

static gboolean
is_touched (GArray *rows, gint64 row)
{
  return g_array_binary_search (rows, &row, compare_rows, NULL);
}

/**
 * td_change_find_overlaps:
 * @self: the change
 * @reg: a register with td_register_period_start()
 * @overlaps: (out) (transfer full): TdOverlap, in the order of rows
 * @error: what failed
 *
 * Finds rows of this change whose period shares a day with that of a row of the same key but for the starting day. Of
 * two rows of this change the one that starts later is named.
 *
 * Returns: whether there is an answer
 */
gboolean
td_change_find_overlaps (TdChange *self, const TdRegister *reg, GArray **overlaps, GError **error)
{
  TdRegisterSql *sql = td_change_get_statements (self, reg, error);
  GArray *rows = g_hash_table_lookup (self->touched, reg);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TdOverlap));

  if (sql == NULL || !td_change_flush (self, error))
    return FALSE;
  if (rows != NULL)
    g_array_sort (rows, compare_rows);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TdOverlap overlap = { g_array_index (rows, gint64, i), 0 };
      gboolean other_is_later;

      if (i > 0 && overlap.row == g_array_index (rows, gint64, i - 1)) /* put more than once */
        continue;
      if (!td_register_sql_find_overlap (sql, overlap.row, &overlap.other, &other_is_later, error))
        return FALSE;
      if (overlap.other != 0 && !(other_is_later && is_touched (rows, overlap.other)))
        g_array_append_val (found, overlap);
    }
  *overlaps = g_steal_pointer (&found);
  return TRUE;
}

/**
 * td_change_find_unit_cycle:
 * @self: the change
 * @code: (out) (transfer full) (nullable): a unit that lies below itself; %NULL where none does
 * @error: what failed
 *
 * Returns: whether there is an answer
 */
gboolean
td_change_find_unit_cycle (TdChange *self, char **code, GError **error)
{
  g_autoptr (TdStatement) statement = NULL;
  gboolean has_row;

  if (!td_change_flush (self, error))
    return FALSE;
  statement
    = td_sql_prepare (td_store_get_db (self->store),
                      "WITH RECURSIVE above (code, ancestor) AS ("
                      "  SELECT code, parent FROM units WHERE parent IS NOT NULL"
                      "  UNION SELECT above.code, units.parent FROM above JOIN units ON units.code = above.ancestor"
                      "  WHERE units.parent IS NOT NULL) "
                      "SELECT code FROM above WHERE code = ancestor ORDER BY code LIMIT 1",
                      error);
  if (statement == NULL || !td_sql_step (statement, &has_row, error))
    return FALSE;
  *code = has_row ? g_strdup (td_sql_text (statement, 0)) : NULL;
  return TRUE;
}

static gboolean
check_periods (TdChange *self, GError **error)
{
  GHashTableIter iter;
  gpointer reg;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &reg, NULL))
    {
      g_autoptr (GArray) overlaps = NULL;

      if (!td_change_find_overlaps (self, reg, &overlaps, error))
        return FALSE;
      if (overlaps->len > 0)
        {
          g_set_error (
            error, TD_STORE_ERROR, TD_STORE_ERROR_OVERLAP,
            _ ("Two periods of the same kind overlap in “%s”. End the earlier one first, on the day on which "
               "the later one starts or before."),
            ((const TdRegister *)reg)->title);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_units (TdChange *self, GError **error)
{
  g_autofree char *code = NULL;

  if (!td_change_find_unit_cycle (self, &code, error))
    return FALSE;
  if (code == NULL)
    return TRUE;
  g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
               _ ("Unit %s would lie below itself. Choose another unit above it."), code);
  return FALSE;
}

/* What only the whole change can tell: it is looked at before the commit. */
gboolean
td_change_check (TdChange *self, GError **error)
{
  return check_periods (self, error) && check_units (self, error);
}
