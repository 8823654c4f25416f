/* td-test-list.c: the criteria say whom to test; what was found on a day is one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-test-list.h"

#include "td-change.h"
#include "td-sheet-list-private.h"
#include "td-value.h"

/* The query's columns behind those of every sheet. */
enum
{
  COLUMN_CATEGORY = TD_SHEET_N_COLUMNS,
  COLUMN_TESTED_ON,
  COLUMN_TESTED_RESULT,
  COLUMN_KEPT_RESULT,
  COLUMN_KEPT_SUBSTANCES
};

static const char *const requirements[]
  = { "addict-test", "user-test", "suspect-test", "post-rehab-periodic-test", "post-rehab-unannounced-test", NULL };

void
td_test_line_free (gpointer line)
{
  TdTestLine *self = line;

  td_sheet_line_clear (&self->line);
  td_sheet_wipe (self->born);
  g_free (self->category);
  g_free (self->tested_on);
  g_free (self->tested_result);
  g_free (self->kept_result);
  g_free (self->kept_substances);
  g_free (self);
}

static gboolean
fill_line (gpointer line, TdQuery *query, TdRows *rows, GError **error)
{
  TdTestLine *self = line;
  g_autoptr (GError) failed = NULL;

  self->born
    = g_strdup (td_rows_get (rows, td_register_field_index (td_register_find ("persons"), "birth_date"), &failed));
  self->category = g_strdup (td_query_get_text (query, COLUMN_CATEGORY));
  self->tested_on = g_strdup (td_query_get_text (query, COLUMN_TESTED_ON));
  self->tested_result = g_strdup (td_query_get_text (query, COLUMN_TESTED_RESULT));
  self->kept_result = g_strdup (td_query_get_text (query, COLUMN_KEPT_RESULT));
  self->kept_substances = g_strdup (td_query_get_text (query, COLUMN_KEPT_SUBSTANCES));
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static const TdSheetKind tests = {
  .sql = "test-list.sql",
  .reg = "persons",
  .name = "full_name",
  .requirements = requirements,
  .size = sizeof (TdTestLine),
  .fill = fill_line,
  .free_line = td_test_line_free,
};

/**
 * td_test_list_read:
 * @store: an unlocked store
 * @wish: a wish with an occasion; who lacks something is who lacks a test that the criteria take on the day
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type TdTestLine): addicts, users, people with psychosis and post-rehab
 *   in the community and whoever is suspected, once each, by place and name
 */
GPtrArray *
td_test_list_read (TdStore *store, const TdSheetWish *wish, GCancellable *cancellable, GError **error)
{
  return td_sheet_list_read (store, &tests, wish, cancellable, error);
}

static void
found_free (gpointer data)
{
  TdTestFound *self = data;

  g_free (self->person);
  g_free (self->result);
  g_free (self->substances);
  g_free (self);
}

GPtrArray *
td_test_found_new (void)
{
  return g_ptr_array_new_with_free_func (found_free);
}

/**
 * td_test_found_add:
 * @found: what td_test_found_new() made
 * @person: a person's key
 * @result: a word of tests.result
 * @substances: (nullable): what was found, as it was typed
 */
void
td_test_found_add (GPtrArray *found, const char *person, const char *result, const char *substances)
{
  TdTestFound *self = g_new0 (TdTestFound, 1);

  self->person = g_strdup (person);
  self->result = g_strdup (result);
  self->substances = g_strdup (substances);
  g_ptr_array_add (found, self);
}

static gboolean
put (TdChange *change, const char *day, const char *occasion, const TdTestFound *found, GError **error)
{
  const TdRegister *reg = td_register_find ("tests");
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  g_autofree char *substances = NULL;

  /* The one field that was typed. */
  if (found->substances != NULL
      && !td_field_parse (td_register_find_field (reg, "substances"), found->substances, day, &substances, error))
    return FALSE;
  values[td_register_field_index (reg, "person")] = found->person;
  values[td_register_field_index (reg, "sampled_on")] = day;
  values[td_register_field_index (reg, "occasion")] = occasion;
  values[td_register_field_index (reg, "result")] = found->result;
  values[td_register_field_index (reg, "substances")] = substances;
  return td_change_put (change, reg, values, NULL, error) != TD_OUTCOME_FAILED;
}

/**
 * td_test_list_keep:
 * @store: an unlocked store
 * @day: the day of the samples
 * @occasion: a word of tests.occasion
 * @found: (element-type TdTestFound): what was found
 * @error: what failed; then nothing of it is kept
 *
 * All in one change, which one undo takes back. A test of that person, day and occasion that is there already is
 * changed.
 *
 * Returns: whether all is kept
 */
gboolean
td_test_list_keep (TdStore *store, const char *day, const char *occasion, const GPtrArray *found, GError **error)
{
  g_autoptr (TdChange) change = td_change_begin (store, "tests of a day", error);

  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!put (change, day, occasion, g_ptr_array_index (found, i), error))
      return FALSE;
  return td_change_commit (change, error);
}
