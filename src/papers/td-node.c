/* td-node.c: reads a template's XML. Indentation and line ends of the file mean one space; a no-break space stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-node-private.h"

#include <string.h>

typedef struct
{
  TdNode *root;
  GPtrArray *open; /* TdNode, not owned, the innermost last */
} Reader;

static TdNode *
node_new (const char *name, const char **names, const char **values)
{
  TdNode *self = g_new0 (TdNode, 1);
  GPtrArray *attributes = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_ptr_array_add (attributes, g_strdup (names[i]));
      g_ptr_array_add (attributes, g_strdup (values[i]));
    }
  g_ptr_array_add (attributes, NULL);
  self->name = g_strdup (name);
  self->attributes = (char **)g_ptr_array_free (attributes, FALSE);
  self->text = g_string_new (NULL);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)td_node_free);
  return self;
}

void
td_node_free (TdNode *self)
{
  g_free (self->name);
  g_strfreev (self->attributes);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/**
 * td_node_attribute:
 * @self: an element
 * @name: an attribute's name
 *
 * Returns: (nullable) (transfer none): its value
 */
const char *
td_node_attribute (const TdNode *self, const char *name)
{
  for (guint i = 0; self->attributes[i] != NULL; i += 2)
    if (strcmp (self->attributes[i], name) == 0)
      return self->attributes[i + 1];
  return NULL;
}

static TdNode *
innermost (Reader *reader)
{
  return reader->open->len > 0 ? g_ptr_array_index (reader->open, reader->open->len - 1) : NULL;
}

static gboolean
is_inline (const char *name)
{
  return strcmp (name, "b") == 0 || strcmp (name, "i") == 0 || strcmp (name, "n") == 0;
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
               GError **error)
{
  Reader *reader = data;
  TdNode *parent = innermost (reader);

  if (parent != NULL && is_inline (name))
    {
      g_string_append_printf (parent->text, "<%s>", name);
      return;
    }
  TdNode *node = node_new (name, names, values);

  if (parent != NULL)
    g_ptr_array_add (parent->children, node);
  else
    reader->root = node;
  g_ptr_array_add (reader->open, node);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *reader = data;
  TdNode *node = innermost (reader);

  if (is_inline (name))
    {
      g_string_append_printf (node->text, "</%s>", name);
      return;
    }
  if (g_str_has_suffix (node->text->str, " "))
    g_string_truncate (node->text, node->text->len - 1);
  g_ptr_array_set_size (reader->open, (int)reader->open->len - 1);
}

static void
text (GMarkupParseContext *context, const char *characters, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  TdNode *node = innermost (reader);
  g_autofree char *escaped = g_markup_escape_text (characters, (gssize)length);
  g_autofree char *normal = g_utf8_normalize (escaped, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *c = normal; *c != '\0'; c++)
    {
      gboolean space = g_ascii_isspace (*c);

      if (space && (node->text->len == 0 || node->text->str[node->text->len - 1] == ' '))
        continue;
      g_string_append_c (node->text, space ? ' ' : *c);
    }
}

/**
 * td_node_parse:
 * @xml: a template
 * @length: its bytes, -1 where it ends with a zero
 * @error: what GMarkup found wrong, with the line
 *
 * Returns: (transfer full) (nullable): the outermost element
 */
TdNode *
td_node_parse (const char *xml, gssize length, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Reader reader = { NULL, open };
  g_autoptr (GMarkupParseContext) context
    = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);

  if (!g_markup_parse_context_parse (context, xml, length, error) || !g_markup_parse_context_end_parse (context, error))
    {
      g_clear_pointer (&reader.root, td_node_free);
      return NULL;
    }
  return reader.root;
}
