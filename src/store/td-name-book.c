/* td-name-book.c: looks each name up once, and wipes them all in the end. A register whose rows have no name of their
 * own is called by its keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-name-book.h"

#include "td-rows.h"
#include "td-value.h"

#include <string.h>

struct _TdNameBook
{
  TdStore *store;
  GHashTable *names; /* "register key" to the name, empty where there is none */
};

static void
wipe (gpointer name)
{
  explicit_bzero (name, strlen (name));
  g_free (name);
}

/**
 * td_name_book_new:
 * @store: an unlocked store
 *
 * Returns: (transfer full): a book that knows no name yet; it does not notice later changes
 */
TdNameBook *
td_name_book_new (TdStore *store)
{
  TdNameBook *self = g_new0 (TdNameBook, 1);

  self->store = td_store_ref (store);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe);
  return self;
}

void
td_name_book_free (TdNameBook *self)
{
  g_hash_table_unref (self->names);
  td_store_unref (self->store);
  g_free (self);
}

static int
find_person (const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_PERSON)
      return (int)i;
  return -1;
}

/**
 * td_name_book_is_of_persons:
 * @field: a field
 *
 * Returns: whether it refers to people, who are ordered by given name
 */
gboolean
td_name_book_is_of_persons (const TdField *field)
{
  return field->refers_to != NULL && find_person (td_register_find (field->refers_to)) >= 0;
}

static char *
read_unit (TdRows *rows, const TdRegister *reg)
{
  guint kind = td_register_field_index (reg, "kind");
  g_autofree char *shown = td_field_show (&reg->fields[kind], td_rows_get (rows, kind, NULL));

  return g_strdup_printf ("%s %s", shown, td_rows_get (rows, td_register_field_index (reg, "name"), NULL));
}

static char *
read_name (TdNameBook *self, const TdRegister *reg, const char *key, GError **error)
{
  int person = find_person (reg);
  g_autoptr (TdRows) rows = td_rows_open (self->store, reg, reg->fields[0].name, key, error);

  if (rows == NULL || !td_rows_next (rows, error))
    return NULL;
  if (person >= 0)
    return g_strdup (td_rows_get (rows, (guint)person, error));
  return read_unit (rows, reg);
}

/**
 * td_name_book_get:
 * @self: the book
 * @field: a field that refers to a register
 * @key: a value of it
 * @name: (out) (nullable): the name, as long as the book; %NULL where rows of that register have none, and where
 *   there is no such row
 * @error: what failed
 *
 * Returns: whether there is an answer
 */
gboolean
td_name_book_get (TdNameBook *self, const TdField *field, const char *key, const char **name, GError **error)
{
  const TdRegister *reg = td_register_find (field->refers_to);
  g_autofree char *id = NULL;
  g_autoptr (GError) failed = NULL;
  char *found;

  *name = NULL;
  if (find_person (reg) < 0 && !g_str_equal (reg->name, "units"))
    return TRUE;
  id = g_strconcat (reg->name, " ", key, NULL);
  found = g_hash_table_lookup (self->names, id);
  if (found == NULL)
    {
      found = read_name (self, reg, key, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (found == NULL)
        found = g_strdup ("");
      g_hash_table_insert (self->names, g_steal_pointer (&id), found);
    }
  *name = *found != '\0' ? found : NULL;
  return TRUE;
}

/**
 * td_name_book_show:
 * @field: a field
 * @value: (nullable): a value of it
 * @name: (nullable): what the row is called that it refers to
 *
 * Returns: (transfer full): what stands in a table: of a reference the name, of a person the key behind it too, as two
 * may bear the same
 */
char *
td_name_book_show (const TdField *field, const char *value, const char *name)
{
  if (name == NULL)
    return td_field_show (field, value);
  if (td_name_book_is_of_persons (field))
    return g_strdup_printf ("%s · %s", name, value);
  return g_strdup (name);
}
