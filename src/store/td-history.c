/* td-history.c: an undo is a change like any other, with the reason "undo N", a redo one with "redo N": nothing that
 * the log has is ever rewritten, and what can be undone or redone follows from reading it again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-history.h"

#include "td-change-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNDO "undo "
#define REDO "redo "

/* A change that is to be turned back. */
typedef struct
{
  gint64 change;
  gint64 first; /* of its entries */
  gint64 last;
  TdHistoryStep *step; /* what a person did */
} Entry;

typedef struct
{
  GArray *undo; /* of Entry, the latest last */
  GArray *redo;
} Stacks;

void
td_history_step_free (TdHistoryStep *self)
{
  g_free (self->reason);
  g_free (self);
}

static void
entry_clear (gpointer data)
{
  g_clear_pointer (&((Entry *)data)->step, td_history_step_free);
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (stack, entry_clear);
  return stack;
}

static void
stacks_clear (Stacks *stacks)
{
  g_array_unref (stacks->undo);
  g_array_unref (stacks->redo);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stacks, stacks_clear)

/* What made the database is not the work of a day. */
static gboolean
is_founding (const char *reason)
{
  return g_str_equal (reason, "plan") || g_str_equal (reason, "sample");
}

/* The change @number goes over from one stack to the other: from now on @entry is what takes it back. */
static void
move (GArray *from, GArray *to, gint64 number, Entry entry)
{
  for (guint i = from->len; i-- > 0;)
    {
      Entry *found = &g_array_index (from, Entry, i);

      if (found->change != number)
        continue;
      td_history_step_free (entry.step);
      entry.step = g_steal_pointer (&found->step);
      g_array_remove_index (from, i);
      g_array_append_val (to, entry);
      return;
    }
  td_history_step_free (entry.step);
}

static void
replay (Stacks *stacks, Entry entry)
{
  const char *reason = entry.step->reason;

  if (g_str_has_prefix (reason, UNDO))
    move (stacks->undo, stacks->redo, g_ascii_strtoll (reason + strlen (UNDO), NULL, 10), entry);
  else if (g_str_has_prefix (reason, REDO))
    move (stacks->redo, stacks->undo, g_ascii_strtoll (reason + strlen (REDO), NULL, 10), entry);
  else if (is_founding (reason))
    td_history_step_free (entry.step);
  else
    {
      g_array_set_size (stacks->redo, 0);
      g_array_append_val (stacks->undo, entry);
    }
}

static Entry
read_entry (TdStatement *changes)
{
  const char *first = td_sql_text (changes, 5), *last = td_sql_text (changes, 6);
  Entry entry = { sqlite3_column_int64 (changes, 0), sqlite3_column_int64 (changes, 1),
                  sqlite3_column_int64 (changes, 2), g_new0 (TdHistoryStep, 1) };

  entry.step->reason = g_strdup (td_sql_text (changes, 3));
  entry.step->n_rows = (guint64)sqlite3_column_int64 (changes, 4);
  entry.step->reg = g_strcmp0 (first, last) == 0 ? td_register_find (first) : NULL;
  return entry;
}

static gboolean
read_stacks (TdStore *store, const char *since, Stacks *stacks, GError **error)
{
  g_autoptr (TdStatement) changes
    = td_sql_prepare (td_store_get_db (store),
                      "SELECT change, min (seq), max (seq), reason, count (*), min (register), max (register) "
                      "FROM audit WHERE user = ?2 AND seq > coalesce "
                      "((SELECT seq FROM audit WHERE at < ?1 ORDER BY seq DESC LIMIT 1), 0) "
                      "GROUP BY change ORDER BY change",
                      error);
  gboolean has_row, read;

  if (changes == NULL || !td_sql_bind_text (changes, 1, since, error)
      || !td_sql_bind_text (changes, 2, td_store_get_user (store), error))
    return FALSE;
  while ((read = td_sql_step (changes, &has_row, error)) && has_row)
    replay (stacks, read_entry (changes));
  return read;
}

/* The last row first, so that each finds what it stands on. */
static gboolean
turn_back (TdStore *store, TdChange *change, const Entry *entry, GError **error)
{
  g_autoptr (TdStatement) rows = td_sql_prepare (td_store_get_db (store),
                                                 "SELECT register, row, before, after FROM audit "
                                                 "WHERE seq BETWEEN ?1 AND ?2 AND change = ?3 ORDER BY seq DESC",
                                                 error);
  gboolean has_row, read;

  if (rows == NULL)
    return FALSE;
  sqlite3_bind_int64 (rows, 1, entry->first);
  sqlite3_bind_int64 (rows, 2, entry->last);
  sqlite3_bind_int64 (rows, 3, entry->change);
  while ((read = td_sql_step (rows, &has_row, error)) && has_row)
    if (!td_change_restore (change, td_register_find (td_sql_text (rows, 0)), sqlite3_column_int64 (rows, 1),
                            td_sql_text (rows, 3), td_sql_text (rows, 2), error))
      return FALSE;
  return read;
}

static TdHistoryStep *
take_back (TdStore *store, const char *since, gboolean is_redo, GError **error)
{
  g_auto (Stacks) stacks = { new_stack (), new_stack () };
  g_autofree char *reason = NULL;
  g_autoptr (TdChange) change = NULL;
  GArray *stack = is_redo ? stacks.redo : stacks.undo;
  Entry *entry;

  if (td_store_get_vault (store, error) == NULL || !read_stacks (store, since, &stacks, error))
    return NULL;
  if (stack->len == 0)
    return NULL;
  entry = &g_array_index (stack, Entry, stack->len - 1);
  reason = g_strdup_printf ("%s%" G_GINT64_FORMAT, is_redo ? REDO : UNDO, entry->change);
  change = td_change_begin (store, reason, error);
  if (change == NULL || !turn_back (store, change, entry, error) || !td_change_commit (change, error))
    return NULL;
  return g_steal_pointer (&entry->step);
}

/**
 * td_history_undo:
 * @store: an unlocked store
 * @since: the moment from which changes may be undone, as the log writes it: `2025-11-30T00:00:00Z`
 * @error: %TD_STORE_ERROR_ROW where a row was changed again since, %TD_STORE_ERROR_REFERENCE where another refers to
 *   one that would go, or what else failed; then nothing is changed
 *
 * Undoes the user's latest change that is not undone yet. What made the database is none.
 *
 * Returns: (transfer full) (nullable): what was undone; %NULL without @error where there was nothing
 */
TdHistoryStep *
td_history_undo (TdStore *store, const char *since, GError **error)
{
  return take_back (store, since, FALSE, error);
}

/**
 * td_history_redo:
 * @store: an unlocked store
 * @since: as for td_history_undo()
 * @error: as for td_history_undo()
 *
 * Does again what was undone last; any other change in between leaves nothing to redo.
 *
 * Returns: (transfer full) (nullable): what was done again; %NULL without @error where there was nothing
 */
TdHistoryStep *
td_history_redo (TdStore *store, const char *since, GError **error)
{
  return take_back (store, since, TRUE, error);
}
