/* td-row-list.c: goes through a register once. What names are is sealed, so the database can neither order nor search
 * them: both happen here, over keys that are wiped afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-list.h"

#include "td-collation.h"
#include "td-name-book.h"
#include "td-row-place-private.h"
#include "td-rows.h"
#include "td-value.h"

#include <string.h>

/* How many rows pass between two looks at whether to go on. */
#define ROWS_BETWEEN_LOOKS 512

typedef struct
{
  gint64 row;
  char *key;
} Entry;

typedef struct
{
  const TdRowWish *wish;
  TdNameBook *names;
  TdRowPlace *place;
  char **words;   /* search keys of the wish's text */
  char **filters; /* search keys of the wish's filters, NULL for none */
  GArray *entries;
  GString *text; /* of the row at hand */
} Listing;

static void
wipe_text (char *text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
entry_clear (gpointer data)
{
  wipe_text (((Entry *)data)->key);
}

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->names, td_name_book_free);
  g_clear_pointer (&self->place, td_row_place_free);
  g_strfreev (self->words);
  for (guint i = 0; self->filters != NULL && i < self->wish->reg->n_fields; i++)
    g_free (self->filters[i]);
  g_free (self->filters);
  g_array_unref (self->entries);
  explicit_bzero (self->text->str, self->text->len);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static void
listing_init (Listing *self, TdStore *store)
{
  const TdRowWish *wish = self->wish;
  g_autofree char *text = td_search_key (wish->text != NULL ? wish->text : "");

  self->names = td_name_book_new (store);
  self->words = g_strsplit (text, " ", -1);
  self->filters = g_new0 (char *, wish->reg->n_fields);
  for (guint i = 0; wish->filters != NULL && i < wish->reg->n_fields; i++)
    if (wish->filters[i] != NULL && *wish->filters[i] != '\0')
      self->filters[i] = td_search_key (wish->filters[i]);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->text = g_string_new (NULL);
}

/* A field as a person sees it: what it refers to by name and key. */
static gboolean
append_shown (Listing *self, TdRows *rows, guint i, GError **error)
{
  const TdField *field = &self->wish->reg->fields[i];
  g_autoptr (GError) failed = NULL;
  const char *value = td_rows_get (rows, i, &failed);
  const char *name = NULL;
  g_autofree char *shown = NULL;

  if (failed == NULL && value != NULL && field->refers_to != NULL)
    td_name_book_get (self->names, field, value, &name, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  shown = td_field_show (field, value);
  g_string_append_printf (self->text, "%s %s\n", name != NULL ? name : "", shown);
  return TRUE;
}

static gboolean
contains_all (const char *text, char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
passes_filter (Listing *self, TdRows *rows, guint field, gboolean *passes, GError **error)
{
  char *key;

  g_string_truncate (self->text, 0);
  if (!append_shown (self, rows, field, error))
    return FALSE;
  key = td_search_key (self->text->str);
  *passes = strstr (key, self->filters[field]) != NULL;
  wipe_text (key);
  return TRUE;
}

static gboolean
passes_text (Listing *self, TdRows *rows, gboolean *passes, GError **error)
{
  char *key;

  g_string_truncate (self->text, 0);
  for (guint i = 0; i < self->wish->reg->n_fields; i++)
    if (!append_shown (self, rows, i, error))
      return FALSE;
  key = td_search_key (self->text->str);
  *passes = contains_all (key, self->words);
  wipe_text (key);
  return TRUE;
}

static gboolean
is_wished (Listing *self, TdRows *rows, gboolean *is_wished, GError **error)
{
  *is_wished = self->place == NULL || td_row_place_has (self->place, rows);
  for (guint i = 0; *is_wished && i < self->wish->reg->n_fields; i++)
    if (self->filters[i] != NULL && !passes_filter (self, rows, i, is_wished, error))
      return FALSE;
  return !*is_wished || self->words[0] == NULL || passes_text (self, rows, is_wished, error);
}

static char *
make_key (Listing *self, const TdField *field, const char *value, GError **error)
{
  const char *name;
  g_autofree char *shown = NULL;

  if (field->refers_to != NULL)
    {
      if (!td_name_book_get (self->names, field, value, &name, error))
        return NULL;
      if (name != NULL)
        return td_name_book_is_of_persons (field) ? td_collation_name_key (name) : td_collation_key (name);
    }
  if (field->flags & TD_FIELD_PERSON)
    return td_collation_name_key (value);
  if (field->type == TD_TYPE_DATE)
    return g_strdup (value);
  if (field->type == TD_TYPE_AMOUNT)
    return g_strdup_printf ("%20s", value);
  shown = td_field_show (field, value);
  return td_collation_key (shown);
}

static gboolean
add_entry (Listing *self, TdRows *rows, GError **error)
{
  const TdField *field = &self->wish->reg->fields[self->wish->sort];
  g_autoptr (GError) failed = NULL;
  const char *value = td_rows_get (rows, self->wish->sort, &failed);
  Entry entry = { td_rows_get_row_id (rows), NULL };

  if (failed == NULL)
    entry.key = value != NULL ? make_key (self, field, value, &failed) : g_strdup ("");
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  g_array_append_val (self->entries, entry);
  return TRUE;
}

/* What is not known comes last in either direction; equals keep the order of their keys. */
static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *first = a, *second = b;
  const gboolean *is_descending = data;
  int order = (*first->key == '\0') - (*second->key == '\0');

  if (order == 0)
    order = *is_descending ? strcmp (second->key, first->key) : strcmp (first->key, second->key);
  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static gboolean
collect (Listing *self, TdRows *rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;

  for (guint n = 0; td_rows_next (rows, &failed); n++)
    {
      gboolean wished;

      if (n % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_wished (self, rows, &wished, error) || (wished && !add_entry (self, rows, error)))
        return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * td_row_list:
 * @store: an unlocked store
 * @wish: which rows, and in which order
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * Takes a few microseconds a row, more where it opens sealed fields: off the main thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their row_ids
 */
GArray *
td_row_list (TdStore *store, const TdRowWish *wish, GCancellable *cancellable, GError **error)
{
  g_auto (Listing) self = { .wish = wish };
  g_autoptr (TdRows) rows = td_rows_open (store, wish->reg, NULL, NULL, error);
  gboolean is_descending = wish->is_descending;
  GArray *list;

  listing_init (&self, store);
  if (rows == NULL)
    return NULL;
  if (wish->unit != NULL && (self.place = td_row_place_new (store, wish, error)) == NULL)
    return NULL;
  if (!collect (&self, rows, cancellable, error))
    return NULL;
  g_qsort_with_data (self.entries->data, (int)self.entries->len, sizeof (Entry), compare_entries, &is_descending);
  list = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self.entries->len);
  for (guint i = 0; i < self.entries->len; i++)
    g_array_append_val (list, g_array_index (self.entries, Entry, i).row);
  return list;
}
