/* td-sheet-list.c: who is there on a day comes from population.sql and who lacks something from the criteria, so that a
 * sheet and a verdict never part. Names are sealed: they are opened here, and wiped with the lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-list-private.h"

#include "td-collation.h"
#include "td-evaluation.h"
#include "td-name-book.h"

#include <string.h>

#define N_PARAMETERS 5

/* A list while it is read. */
typedef struct
{
  TdStore *store;
  const TdSheetKind *kind;
  const TdSheetWish *wish;
  GCancellable *cancellable;
  GHashTable *lacking; /* (nullable): the keys of those who lack something, where only they are wanted */
  GHashTable *there;   /* the keys of the lines */
  TdRows *rows;
  TdNameBook *names;
  GPtrArray *lines;
} Reading;

/* What was unsealed does not stay behind. */
void
td_sheet_wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

void
td_sheet_line_clear (TdSheetLine *self)
{
  g_free (self->key);
  td_sheet_wipe (self->name);
  g_free (self->place);
  td_sheet_wipe (self->order);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->lacking, g_hash_table_unref);
  g_clear_pointer (&self->there, g_hash_table_unref);
  g_clear_pointer (&self->rows, td_rows_free);
  g_clear_pointer (&self->names, td_name_book_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* The shortcomings of the unit on the day are who lacks something. */
static GHashTable *
find_lacking (Reading *self, GError **error)
{
  g_autoptr (TdEvaluation) evaluation
    = td_evaluate (self->store, self->wish->day, self->wish->unit, self->cancellable, error);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const TdVerdict *verdict;

  if (evaluation == NULL)
    return NULL;
  verdict = g_ptr_array_index (evaluation->verdicts, 0);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    for (guint j = 0; j < verdict->findings[i].shortcomings->len; j++)
      {
        const TdShortcoming *shortcoming = g_ptr_array_index (verdict->findings[i].shortcomings, j);

        if (g_strv_contains (self->kind->requirements, shortcoming->requirement->id))
          g_hash_table_add (keys, g_strdup (shortcoming->subject));
      }
  return g_steal_pointer (&keys);
}

static gboolean
read_place (Reading *self, const char *unit, TdSheetLine *line, GError **error)
{
  static const TdField lies_in = { .refers_to = "units" };
  const char *place = NULL;

  if (unit != NULL && !td_name_book_get (self->names, &lies_in, unit, &place, error))
    return FALSE;
  line->place = g_strdup (place);
  return TRUE;
}

static gboolean
read_name (Reading *self, gint64 row, TdSheetLine *line, GError **error)
{
  guint field = td_register_field_index (td_register_find (self->kind->reg), self->kind->name);
  g_autoptr (GError) failed = NULL;

  if (td_rows_seek (self->rows, row, &failed))
    line->name = g_strdup (td_rows_get (self->rows, field, &failed));
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static void
set_order (TdSheetLine *line)
{
  g_autofree char *place = td_collation_key (line->place != NULL ? line->place : "");
  char *name = td_collation_name_key (line->name != NULL ? line->name : "");

  line->order = g_strconcat (place, "\n", name, NULL);
  td_sheet_wipe (name);
}

static gboolean
add_line (Reading *self, TdQuery *query, GError **error)
{
  TdSheetLine *line = g_malloc0 (self->kind->size);

  g_ptr_array_add (self->lines, line);
  line->key = g_strdup (td_query_get_text (query, TD_SHEET_KEY));
  g_hash_table_add (self->there, line->key);
  if (!read_name (self, td_query_get_number (query, TD_SHEET_ROW), line, error)
      || !read_place (self, td_query_get_text (query, TD_SHEET_UNIT), line, error)
      || !self->kind->fill (line, query, self->rows, error))
    return FALSE;
  set_order (line);
  return TRUE;
}

static gboolean
is_wanted (Reading *self, const char *key)
{
  return self->lacking == NULL || g_hash_table_contains (self->lacking, key);
}

/* The unit's, or that of a key alone. */
static gboolean
read_lines (Reading *self, const char *unit, const char *key, GError **error)
{
  const TdSheetWish *wish = self->wish;
  const TdParameter parameters[N_PARAMETERS] = {
    { .name = ":day", .text = wish->day },
    { .name = ":unit", .text = unit, .is_null = unit == NULL },
    { .name = ":plan_start", .text = td_store_get_plan (self->store)->first_day },
    { .name = ":occasion", .text = wish->occasion, .is_null = wish->occasion == NULL },
    { .name = ":key", .text = key, .is_null = key == NULL },
  };
  g_autoptr (TdQuery) query = NULL;
  g_autoptr (GError) failed = NULL;

  if (unit != NULL && !td_population_fill (self->store, parameters, N_PARAMETERS, error))
    return FALSE;
  query = td_query_open (self->store, td_population_sql (self->kind->sql), parameters, N_PARAMETERS, error);
  if (query == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (self->cancellable, &failed) && td_query_next (query, &failed))
    if ((key != NULL || is_wanted (self, td_query_get_text (query, TD_SHEET_KEY))) && !add_line (self, query, &failed))
      break;
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
read_all (Reading *self, GError **error)
{
  const GPtrArray *more = self->wish->more;

  if (!td_query_run (self->store, td_population_sql ("tables.sql"), NULL, 0, error))
    return FALSE;
  if (self->wish->unit != NULL && !read_lines (self, self->wish->unit, NULL, error))
    return FALSE;
  for (guint i = 0; i < more->len; i++)
    if (!g_hash_table_contains (self->there, g_ptr_array_index (more, i))
        && !read_lines (self, NULL, g_ptr_array_index (more, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const TdSheetLine *first = *(TdSheetLine *const *)a;
  const TdSheetLine *second = *(TdSheetLine *const *)b;
  int order = strcmp (first->order, second->order);

  return order != 0 ? order : strcmp (first->key, second->key);
}

/**
 * td_sheet_list_read:
 * @store: an unlocked store
 * @kind: what the sheet is of
 * @wish: what it is to name
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type TdSheetLine): the lines, by place and name
 */
GPtrArray *
td_sheet_list_read (TdStore *store, const TdSheetKind *kind, const TdSheetWish *wish, GCancellable *cancellable,
                    GError **error)
{
  g_auto (Reading) self = { .store = store, .kind = kind, .wish = wish, .cancellable = cancellable };
  gboolean done;

  if (wish->only_lacking && wish->unit != NULL && (self.lacking = find_lacking (&self, error)) == NULL)
    return NULL;
  self.there = g_hash_table_new (g_str_hash, g_str_equal);
  self.names = td_name_book_new (store);
  self.lines = g_ptr_array_new_with_free_func (kind->free_line);
  self.rows = td_rows_open_single (store, td_register_find (kind->reg), error);
  if (self.rows == NULL || !td_query_begin_reading (store, error))
    return NULL;
  done = read_all (&self, error);
  td_query_end_reading (store);
  if (!done)
    return NULL;
  g_ptr_array_sort (self.lines, compare_lines);
  return g_steal_pointer (&self.lines);
}
