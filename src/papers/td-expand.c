/* td-expand.c: fills placeholders. A fact is data: what looks like markup or like a placeholder in it is printed as it
 * stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-expand-private.h"

#include "td-paper-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * td_scope_get:
 * @self: facts within facts
 * @name: a fact's name
 *
 * Returns: (nullable): the innermost fact of that name
 */
const char *
td_scope_get (const TdScope *self, const char *name)
{
  for (; self != NULL; self = self->around)
    {
      const char *value = td_facts_get (self->facts, name);

      if (value != NULL)
        return value;
    }
  return NULL;
}

/**
 * td_scope_find_table:
 * @self: facts within facts
 * @table: a table's name
 *
 * Returns: (nullable): the innermost facts that have rows of @table
 */
const TdFacts *
td_scope_find_table (const TdScope *self, const char *table)
{
  for (; self != NULL; self = self->around)
    if (td_facts_n_rows (self->facts, table) > 0)
      return self->facts;
  return NULL;
}

static gboolean
append_fact (GString *out, const char *placeholder, const TdScope *scope, const char *kind, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (placeholder, "|", 2);
  const char *value = parts[0] != NULL ? td_scope_get (scope, parts[0]) : NULL;
  gboolean plain = parts[0] != NULL && parts[1] == NULL;
  gboolean upper = parts[0] != NULL && g_strcmp0 (parts[1], "upper") == 0;

  if (value == NULL || !(plain || upper))
    {
      g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_PLACEHOLDER,
                   _ ("The template “%s” asks for “{%s}”, which is not known for this paper"), kind, placeholder);
      return FALSE;
    }
  /* Bytes from elsewhere may not be UTF-8; a paper is made all the same. */
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *capitals = upper ? g_utf8_strup (valid, -1) : NULL;
  g_autofree char *escaped = g_markup_escape_text (upper ? capitals : valid, -1);

  g_string_append (out, escaped);
  return TRUE;
}

/**
 * td_expand:
 * @text: a template's markup, with placeholders {name} and {name|upper}
 * @scope: the facts
 * @kind: the template, for the error
 * @error: names the template and the placeholder that no fact answers
 *
 * Returns: (transfer full) (nullable): @text with the facts, escaped, in their places
 */
char *
td_expand (const char *text, const TdScope *scope, const char *kind, GError **error)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text) + 64);

  while (*text != '\0')
    {
      gsize plain = strcspn (text, "{");
      gsize inside;

      g_string_append_len (out, text, (gssize)plain);
      text += plain;
      if (*text == '\0')
        break;
      text++;
      inside = strcspn (text, "}");
      g_autofree char *placeholder = g_strndup (text, inside);

      if (!append_fact (out, placeholder, text[inside] == '}' ? scope : NULL, kind, error))
        return NULL;
      text += inside + 1;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
