/* td-intake-names.c: keys for the names that stand in their place: of persons and of units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-names-private.h"

#include "td-rows.h"
#include "td-value.h"

/* What a row may be called by, to its key; to an empty text where two are called so. */
static void
learn (GHashTable *names, const char *name, const char *key)
{
  g_autofree char *folded = name != NULL ? td_fold (name) : NULL;

  if (folded == NULL || *folded == '\0')
    return;
  if (g_hash_table_contains (names, folded))
    key = "";
  g_hash_table_insert (names, g_steal_pointer (&folded), g_strdup (key));
}

/* A person is called by name and identity number, a unit by its name with its kind before it or without. */
static gboolean
learn_row (GHashTable *names, const TdRegister *target, const char *key, TdRows *rows, GError **error)
{
  for (guint i = 1; i < target->n_fields; i++)
    {
      const TdField *field = &target->fields[i];
      GError *failure = NULL;
      g_autofree char *name = NULL;

      if (!(field->flags & (TD_FIELD_PERSON | TD_FIELD_UNIQUE)) && !g_str_equal (field->name, "name"))
        continue;
      name = g_strdup (td_rows_get (rows, i, &failure));
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      learn (names, name, key);
      if (name != NULL && g_str_equal (target->name, "units"))
        {
          guint kind = td_register_field_index (target, "kind");
          g_autofree char *word = td_field_show (&target->fields[kind], td_rows_get (rows, kind, NULL));
          g_autofree char *title = g_strconcat (word, " ", name, NULL);

          learn (names, title, key);
        }
    }
  return TRUE;
}

static gboolean
learn_register (GHashTable *names, GHashTable *keys, TdStore *store, const TdRegister *target,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (store, target, NULL, NULL, error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  while (failure == NULL && td_rows_next (rows, &failure))
    {
      g_autofree char *key = g_strdup (td_rows_get (rows, 0, &failure));

      if (key == NULL || g_cancellable_set_error_if_cancelled (cancellable, &failure)
          || !learn_row (names, target, key, rows, &failure))
        break;
      g_hash_table_add (keys, g_steal_pointer (&key));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/**
 * td_intake_resolve:
 * @self: an intake
 * @column: a column whose field refers to a register
 * @store: an unlocked store
 * @cancellable: (nullable): a cancellable
 * @error: what the store reports; cancelled
 *
 * People write a name where the register has a key: the key is put there, if only one row is called so.
 */
gboolean
td_intake_resolve (TdIntake *self, guint column, TdStore *store, GCancellable *cancellable, GError **error)
{
  const TdRegister *target = td_register_find (self->reg->fields[self->fields[column]].refers_to);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!learn_register (names, keys, store, target, cancellable, error))
    return FALSE;
  for (guint row = td_intake_get_start (self); row < self->rows->len; row++)
    {
      const char *text = td_intake_get (self, row, column);
      g_autofree char *folded = td_fold (text);
      const char *key = g_hash_table_lookup (names, folded);

      if (!g_hash_table_contains (keys, text) && key != NULL && *key != '\0')
        td_intake_set (self, row, column, key);
    }
  return TRUE;
}
