/* td-row.c: reading a row by its key, the rows that refer to another, and saying which row it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row.h"

#include "td-rows.h"
#include "td-subject.h"
#include "td-value.h"

#include <string.h>

/**
 * td_row_new:
 * @reg: a register
 *
 * Returns: (transfer full): a row that knows nothing yet
 */
TdRow *
td_row_new (const TdRegister *reg)
{
  TdRow *self = g_new0 (TdRow, 1);

  self->reg = reg;
  self->values = g_new0 (char *, reg->n_fields);
  self->names = g_new0 (char *, reg->n_fields);
  return self;
}

/**
 * td_row_new_key:
 * @reg: a register with a key of one field
 * @key: a key
 *
 * Returns: (transfer full): a row that knows its key alone
 */
TdRow *
td_row_new_key (const TdRegister *reg, const char *key)
{
  TdRow *self = td_row_new (reg);

  td_row_set (self, 0, key);
  return self;
}

TdRow *
td_row_copy (const TdRow *self)
{
  TdRow *copy = td_row_new (self->reg);

  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      td_row_set (copy, i, self->values[i]);
      copy->names[i] = g_strdup (self->names[i]);
    }
  return copy;
}

/* What was unsealed does not stay behind. */
static void
wipe (char *value)
{
  if (value != NULL)
    explicit_bzero (value, strlen (value));
  g_free (value);
}

void
td_row_free (TdRow *self)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      wipe (self->values[i]);
      wipe (self->names[i]);
    }
  g_free (self->values);
  g_free (self->names);
  g_free (self);
}

void
td_row_set (TdRow *self, guint field, const char *value)
{
  char *copy = g_strdup (value);

  wipe (self->values[field]);
  self->values[field] = copy;
}

/**
 * td_row_has_whole_key:
 * @self: a row
 *
 * Returns: whether every field of its key is known, so that it names one row
 */
gboolean
td_row_has_whole_key (const TdRow *self)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    if ((self->reg->fields[i].flags & TD_FIELD_KEY) && self->values[i] == NULL)
      return FALSE;
  return TRUE;
}

/**
 * td_row_has_key_of:
 * @self: a row
 * @key: another of the same register
 *
 * Returns: whether both are the same row
 */
gboolean
td_row_has_key_of (const TdRow *self, const TdRow *key)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    if ((self->reg->fields[i].flags & TD_FIELD_KEY) && g_strcmp0 (self->values[i], key->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * td_row_is_same:
 * @self: a row
 * @other: another of the same register
 * @with_sealed: whether both know their sealed values
 *
 * Returns: whether both say the same
 */
gboolean
td_row_is_same (const TdRow *self, const TdRow *other, gboolean with_sealed)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    if ((with_sealed || !(self->reg->fields[i].flags & TD_FIELD_SEALED))
        && g_strcmp0 (self->values[i], other->values[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
append (GString *text, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/**
 * td_row_describe_key:
 * @self: a row
 * @from: the first field of the key to tell
 *
 * Returns: (transfer full): the key as a person reads it; nothing personal
 */
char *
td_row_describe_key (const TdRow *self, guint from)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < self->reg->n_fields; i++)
    if (self->reg->fields[i].flags & TD_FIELD_KEY)
      {
        g_autofree char *shown = td_field_show (&self->reg->fields[i], self->values[i]);

        append (text, shown);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * td_row_summarise:
 * @self: a row
 *
 * Returns: (transfer full): what else it says, in the clear
 */
char *
td_row_summarise (const TdRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      const TdField *field = &self->reg->fields[i];
      g_autofree char *shown = td_field_show (field, self->values[i]);
      g_autofree char *part = g_strdup_printf ("%s: %s", field->label, self->names[i] != NULL ? self->names[i] : shown);

      if (self->values[i] != NULL && !(field->flags & (TD_FIELD_KEY | TD_FIELD_SEALED)))
        append (text, part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
fill (TdRow *self, TdRows *rows, gboolean open_sealed, GError **error)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      g_autoptr (GError) failed = NULL;
      const char *value;

      if (!open_sealed && (self->reg->fields[i].flags & TD_FIELD_SEALED))
        continue;
      value = td_rows_get (rows, i, &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      td_row_set (self, i, value);
    }
  return TRUE;
}

/**
 * td_row_read_names:
 * @self: a row
 * @store: an unlocked store
 * @error: what failed
 *
 * Finds what the rows are called that the row refers to.
 *
 * Returns: whether nothing failed; a reference to nothing has no name
 */
gboolean
td_row_read_names (TdRow *self, TdStore *store, GError **error)
{
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      const char *other = self->reg->fields[i].refers_to;
      GError *failed = NULL;

      if (other == NULL || self->values[i] == NULL)
        continue;
      wipe (self->names[i]);
      self->names[i] = td_subject_describe (store, td_register_find (other), self->values[i], &failed);
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * td_row_read:
 * @store: an unlocked store
 * @key: a row that knows its key
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the row with its sealed values; %NULL without @error where there is none
 */
TdRow *
td_row_read (TdStore *store, const TdRow *key, GError **error)
{
  const TdRegister *reg = key->reg;
  g_autoptr (TdRows) rows = td_rows_open (store, reg, reg->fields[0].name, key->values[0], error);
  g_autoptr (TdRow) row = td_row_new (reg);

  while (rows != NULL && td_rows_next (rows, error))
    {
      if (!fill (row, rows, FALSE, error))
        return NULL;
      if (td_row_has_key_of (row, key))
        return fill (row, rows, TRUE, error) ? g_steal_pointer (&row) : NULL;
    }
  return NULL;
}

/**
 * td_row_read_all:
 * @store: a store
 * @reg: a register
 * @field: a field in the clear
 * @value: what the rows hold in it
 * @most: how many rows to answer
 * @n_rows: (out): how many there are
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type TdRow): the last by key, the last first, without sealed values
 */
GPtrArray *
td_row_read_all (TdStore *store, const TdRegister *reg, guint field, const char *value, guint most, guint *n_rows,
                 GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (store, reg, reg->fields[field].name, value, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)td_row_free);
  g_autoptr (GError) failed = NULL;

  *n_rows = 0;
  if (rows == NULL)
    return NULL;
  while (td_rows_next (rows, &failed))
    {
      TdRow *row = td_row_new (reg);

      (*n_rows)++;
      g_ptr_array_insert (all, 0, row);
      if (all->len > most)
        g_ptr_array_remove_index (all, most);
      if (!fill (row, rows, FALSE, error))
        return NULL;
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&all);
}
