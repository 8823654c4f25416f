/* td-directory.c: reads keys and names in a thread, in the order in which they are listed, and searches them on the
 * main thread: a district has some thousands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-directory.h"

#include "td-collation.h"
#include "td-subject.h"

#include <string.h>

/* The rows of one register. */
typedef struct
{
  GPtrArray *entries; /* of TdDirectoryEntry, as they are listed */
  GHashTable *by_key; /* the same by key */
} Section;

struct _TdDirectory
{
  GHashTable *sections; /* by the register's name */
};

/* What was unsealed does not stay behind. */
static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
entry_free (gpointer data)
{
  TdDirectoryEntry *entry = data;

  wipe (entry->key);
  wipe (entry->name);
  wipe (entry->detail);
  wipe (entry->first);
  wipe (entry->search);
  wipe (entry->order);
  wipe (entry->above);
  g_free (entry);
}

static void
section_free (gpointer data)
{
  Section *section = data;

  g_hash_table_unref (section->by_key);
  g_ptr_array_unref (section->entries);
  g_free (section);
}

static Section *
section_new (void)
{
  Section *section = g_new0 (Section, 1);

  section->entries = g_ptr_array_new_with_free_func (entry_free);
  section->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  return section;
}

static void
directory_clear (gpointer data)
{
  TdDirectory *self = data;

  g_hash_table_unref (self->sections);
}

TdDirectory *
td_directory_ref (TdDirectory *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
td_directory_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, directory_clear);
}

static const char *
get_value (TdRows *rows, const TdRegister *reg, const char *field, GError **error)
{
  return td_rows_get (rows, td_register_field_index (reg, field), error);
}

/* A person's year of birth; what a unit is part of is known once all are read. */
static gboolean
read_detail (TdDirectoryEntry *entry, TdRows *rows, const TdRegister *reg, GError **error)
{
  GError *failed = NULL;

  if (g_str_equal (reg->name, "units"))
    entry->above = g_strdup (get_value (rows, reg, "parent", NULL));
  else if (g_str_equal (reg->name, "persons"))
    {
      const char *born = get_value (rows, reg, "birth_date", &failed);

      entry->detail = born != NULL ? g_strndup (born, strlen ("1990")) : NULL;
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

static void
add_keys (TdDirectoryEntry *entry, TdRows *rows, const TdRegister *reg)
{
  gboolean is_unit = g_str_equal (reg->name, "units");
  gboolean is_person = g_str_equal (reg->name, "persons");
  /* Nobody looks for a commune under the letter of the word "commune". */
  const char *proper = is_unit ? get_value (rows, reg, "name", NULL) : entry->name;
  char *all = g_strconcat (entry->name, " ", entry->key, NULL);

  entry->first = td_search_key (proper);
  entry->search = td_search_key (all);
  entry->order = is_person ? td_collation_name_key (proper) : td_collation_key (proper);
  wipe (all);
}

static TdDirectoryEntry *
read_entry (TdStore *store, TdRows *rows, const TdRegister *reg, GError **error)
{
  TdDirectoryEntry *entry = g_new0 (TdDirectoryEntry, 1);

  entry->key = g_strdup (td_rows_get (rows, 0, NULL));
  entry->name = td_subject_describe_row (store, rows, reg, error);
  if (entry->name != NULL && read_detail (entry, rows, reg, error))
    {
      add_keys (entry, rows, reg);
      return entry;
    }
  entry_free (entry);
  return NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const TdDirectoryEntry *one = *(TdDirectoryEntry *const *)a;
  const TdDirectoryEntry *other = *(TdDirectoryEntry *const *)b;
  int order = strcmp (one->order, other->order);

  return order != 0 ? order : strcmp (one->key, other->key);
}

static gboolean
read_entries (Section *section, TdStore *store, const TdRegister *reg, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (store, reg, NULL, NULL, error);
  GError *failed = NULL;

  if (rows == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, &failed) && td_rows_next (rows, &failed))
    {
      TdDirectoryEntry *entry = read_entry (store, rows, reg, &failed);

      if (entry == NULL)
        break;
      g_ptr_array_add (section->entries, entry);
      g_hash_table_insert (section->by_key, entry->key, entry);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  g_ptr_array_sort (section->entries, compare);
  return failed == NULL;
}

static void
name_above (Section *section)
{
  for (guint i = 0; i < section->entries->len; i++)
    {
      TdDirectoryEntry *entry = g_ptr_array_index (section->entries, i);
      const TdDirectoryEntry *above = entry->above != NULL ? g_hash_table_lookup (section->by_key, entry->above) : NULL;

      entry->detail = above != NULL ? g_strdup (above->name) : NULL;
    }
}

/* Police and health workers know a person by the number of the record. */
static gboolean
add_numbers (Section *section, TdStore *store, GError **error)
{
  const TdRegister *reg = td_register_find ("management_records");
  g_autoptr (TdRows) rows = td_rows_open (store, reg, NULL, NULL, error);
  GError *failed = NULL;

  while (rows != NULL && td_rows_next (rows, &failed))
    {
      const char *person = get_value (rows, reg, "person", NULL);
      TdDirectoryEntry *entry = g_hash_table_lookup (section->by_key, person);
      g_autofree char *number = td_search_key (get_value (rows, reg, "number", NULL));
      char *former = entry != NULL ? entry->search : NULL;

      if (entry == NULL)
        continue;
      entry->search = g_strconcat (former, " ", number, NULL);
      wipe (former);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  return rows != NULL && failed == NULL;
}

static gboolean
read_section (TdDirectory *self, TdStore *store, const TdRegister *reg, GCancellable *cancellable, GError **error)
{
  Section *section = section_new ();

  g_hash_table_insert (self->sections, (gpointer)reg->name, section);
  if (!read_entries (section, store, reg, cancellable, error))
    return FALSE;
  if (g_str_equal (reg->name, "units"))
    name_above (section);
  return !g_str_equal (reg->name, "persons") || add_numbers (section, store, error);
}

/**
 * td_directory_read:
 * @store: an unlocked store
 * @registers: a GPtrArray of TdRegister, each with a key of one field
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): a TdDirectory of all rows of @registers
 */
gpointer
td_directory_read (TdStore *store, gpointer registers, GCancellable *cancellable, GError **error)
{
  const GPtrArray *wanted = registers;
  g_autoptr (TdDirectory) self = g_atomic_rc_box_new0 (TdDirectory);

  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, section_free);
  for (guint i = 0; i < wanted->len; i++)
    if (!read_section (self, store, g_ptr_array_index (wanted, i), cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

static const TdDirectoryEntry *
find_in_any_case (const Section *section, const char *key)
{
  const TdDirectoryEntry *found = NULL;

  for (guint i = 0; i < section->entries->len; i++)
    {
      const TdDirectoryEntry *entry = g_ptr_array_index (section->entries, i);

      if (g_ascii_strcasecmp (entry->key, key) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = entry;
    }
  return found;
}

/**
 * td_directory_find:
 * @self: the directory
 * @reg: a register's name, of those that were read
 * @text: what was typed
 *
 * Returns: (nullable): the row with that key; in any case of letters, where that is but one
 */
const TdDirectoryEntry *
td_directory_find (TdDirectory *self, const char *reg, const char *text)
{
  const Section *section = g_hash_table_lookup (self->sections, reg);
  g_autofree char *key = g_strstrip (g_strdup (text));
  const TdDirectoryEntry *entry = section != NULL ? g_hash_table_lookup (section->by_key, key) : NULL;

  if (entry != NULL || section == NULL || *key == '\0')
    return entry;
  return find_in_any_case (section, key);
}

static gboolean
contains_all (const char *search, char **parts)
{
  for (; *parts != NULL; parts++)
    if (strstr (search, *parts) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * td_directory_match:
 * @self: the directory
 * @reg: a register's name, of those that were read
 * @text: parts of names, keys and numbers, without marks or with
 * @most: how many to answer
 *
 * Returns: (transfer container) (element-type TdDirectoryEntry): the rows that hold every part: the one with that very
 *   key, those whose name begins with the text, the others; each in Vietnamese order
 */
GPtrArray *
td_directory_match (TdDirectory *self, const char *reg, const char *text, guint most)
{
  const Section *section = g_hash_table_lookup (self->sections, reg);
  const TdDirectoryEntry *exact = td_directory_find (self, reg, text);
  g_autofree char *key = td_search_key (text);
  g_auto (GStrv) parts = g_strsplit (key, " ", -1);
  GPtrArray *found = g_ptr_array_new ();

  if (exact != NULL)
    g_ptr_array_add (found, (gpointer)exact);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; section != NULL && i < section->entries->len && found->len < most; i++)
      {
        TdDirectoryEntry *entry = g_ptr_array_index (section->entries, i);
        gboolean begins = g_str_has_prefix (entry->first, key);

        if (entry != exact && begins == (pass == 0) && (begins || contains_all (entry->search, parts)))
          g_ptr_array_add (found, entry);
      }
  return found;
}

/**
 * td_directory_describe:
 * @entry: a row
 *
 * Returns: (transfer full): it in one line: its name, its key, and what tells it from others
 */
char *
td_directory_describe (const TdDirectoryEntry *entry)
{
  return g_strjoin (" · ", entry->name, entry->key, entry->detail, NULL);
}
