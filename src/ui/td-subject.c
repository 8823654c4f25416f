/* td-subject.c: a row by its name, and where it has none by what it says. Personal names are read when they are shown
 * and kept nowhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-subject.h"

#include "td-paper-facts.h"
#include "td-value.h"

/* The field that holds the name of what the row is about; n_fields where there is none. */
static guint
find_name (const TdRegister *reg)
{
  guint i = 0;

  while (i < reg->n_fields && !((reg->fields[i].flags & TD_FIELD_SEALED) && reg->fields[i].type == TD_TYPE_TEXT))
    i++;
  return i;
}

static char *
describe_unit (TdRows *rows, const TdRegister *reg)
{
  const char *kind = td_rows_get (rows, td_register_field_index (reg, "kind"), NULL);
  const char *name = td_rows_get (rows, td_register_field_index (reg, "name"), NULL);

  return td_unit_title (kind, name);
}

/* What a case or a hotspot is, and when. */
static char *
describe_facts (TdRows *rows, const TdRegister *reg)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];
      const char *value = td_rows_get (rows, i, NULL);
      g_autofree char *shown = NULL;

      if ((field->type != TD_TYPE_WORD && field->type != TD_TYPE_DATE) || field->words == td_yes_no || value == NULL)
        continue;
      shown = td_field_show (field, value);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", shown);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* An offender without a name of their own may be a person of the register. */
static char *
describe_reference (TdStore *store, TdRows *rows, const TdRegister *reg, GError **error)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const char *key = reg->fields[i].refers_to != NULL ? td_rows_get (rows, i, NULL) : NULL;
      const TdRegister *other = key != NULL ? td_register_find (reg->fields[i].refers_to) : NULL;

      if (other != NULL && other != reg && find_name (other) < other->n_fields)
        return td_subject_describe (store, other, key, error);
    }
  return NULL;
}

/**
 * td_subject_describe_row:
 * @store: an unlocked store
 * @rows: rows of @reg, standing on one
 * @reg: a register
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the row as td_subject_describe() tells it; %NULL with @error
 */
char *
td_subject_describe_row (TdStore *store, TdRows *rows, const TdRegister *reg, GError **error)
{
  guint name = find_name (reg);
  g_autoptr (GError) failed = NULL;
  const char *value;
  char *text;

  if (g_str_equal (reg->name, "units"))
    return describe_unit (rows, reg);
  value = name < reg->n_fields ? td_rows_get (rows, name, &failed) : NULL;
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  if (value != NULL)
    return g_strdup (value);
  text = describe_reference (store, rows, reg, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return text != NULL ? text : describe_facts (rows, reg);
}

/**
 * td_subject_describe:
 * @store: an unlocked store
 * @reg: a register with a key of one field
 * @key: a row's key
 * @error: what failed; %NULL stays where there is no such row
 *
 * A person by name, a unit by kind and name, anything else by its own words and days.
 *
 * Returns: (transfer full) (nullable): the row as people call it
 */
char *
td_subject_describe (TdStore *store, const TdRegister *reg, const char *key, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (store, reg, reg->fields[0].name, key, error);

  if (rows == NULL || !td_rows_next (rows, error))
    return NULL;
  return td_subject_describe_row (store, rows, reg, error);
}
