/* td-workbook-parts.c: relations and shared strings of SpreadsheetML (ISO/IEC 29500-1, 9.3 and 18.4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-parts.h"

#include <string.h>

#define MAX_RELATIONS 1024
#define MAX_STRINGS   (4 * 1024 * 1024)

static void
relation_free (TdRelation *relation)
{
  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

/* A target is a path from the folder of the part that names it, or from the root of the zip. */
static char *
resolve (const char *part, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *root = g_strconcat ("/", folder, NULL);
  g_autofree char *resolved = g_canonicalize_filename (target, root);

  return g_strdup (resolved + 1);
}

static char *
relations_of (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  if (*part == '\0')
    return g_strdup (TD_RELATIONS_TOP);
  if (strchr (part, '/') == NULL)
    return g_strdup_printf ("_rels/%s.rels", part);
  return g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

/**
 * td_relations_read:
 * @package: a workbook
 * @part: a part's name, empty for the workbook itself
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (element-type TdRelation): what the part refers to
 */
GPtrArray *
td_relations_read (TdPackage *package, const char *part, GError **error)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify)relation_free);
  g_autofree char *name = relations_of (part);
  g_autoptr (TdPart) reader = td_part_open (package, name, error);
  g_autoptr (GError) failure = NULL;

  if (reader == NULL)
    return NULL;
  while (td_part_next (reader, &failure))
    {
      TdRelation *relation;
      g_autofree char *target = NULL;

      if (!td_part_is_start (reader, "Relationship"))
        continue;
      target = g_strdup (td_part_get_attribute (reader, "Target"));
      if (relations->len >= MAX_RELATIONS)
        {
          td_package_refuse_size (error);
          return NULL;
        }
      if (target == NULL)
        {
          td_part_refuse (error);
          return NULL;
        }
      relation = g_new0 (TdRelation, 1);
      relation->id = g_strdup (td_part_get_attribute (reader, "Id"));
      relation->type = g_strdup (td_part_get_attribute (reader, "Type"));
      relation->part = resolve (part, target);
      g_ptr_array_add (relations, relation);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&relations);
}

/**
 * td_relations_find_type:
 * @relations: (element-type TdRelation): relations
 * @type: the last word of a type's name; the words before it differ between the two editions of the standard
 *
 * Returns: (nullable): the first relation of that type
 */
const TdRelation *
td_relations_find_type (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const TdRelation *relation = g_ptr_array_index (relations, i);
      const char *last = relation->type != NULL ? strrchr (relation->type, '/') : NULL;

      if (last != NULL && g_str_equal (last + 1, type))
        return relation;
    }
  return NULL;
}

/**
 * td_relations_find_id:
 * @relations: (element-type TdRelation): relations
 * @id: a relation's id
 *
 * Returns: (nullable): the relation
 */
const TdRelation *
td_relations_find_id (GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const TdRelation *relation = g_ptr_array_index (relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

/* The character that _xHHHH_ stands for; 0 where it names none of its own. */
static gunichar
escaped_character (const char *text)
{
  gunichar c = 0;
  guint digits = 0;

  if (text[0] != '_' || text[1] != 'x')
    return 0;
  for (; digits < 4 && g_ascii_isxdigit (text[2 + digits]); digits++)
    c = c * 16 + (gunichar)g_ascii_xdigit_value (text[2 + digits]);
  return digits == 4 && text[6] == '_' && (c < 0xD800 || c > 0xDFFF) ? c : 0;
}

/* Characters that XML cannot hold stand as _xHHHH_. The text only shrinks, so it is rewritten in its place. */
static void
unescape (GString *text, gsize from)
{
  char *to = strstr (text->str + from, "_x");
  const char *at = to;

  if (to == NULL)
    return;
  while (*at != '\0')
    {
      gunichar c = escaped_character (at);

      if (c == 0)
        *to++ = *at++;
      else
        {
          to += g_unichar_to_utf8 (c, to);
          at += strlen ("_xHHHH_");
        }
    }
  g_string_truncate (text, (gsize)(to - text->str));
}

/**
 * td_part_read_text:
 * @part: a part at the start of @element
 * @element: an element whose text stands in `t` elements, in one or in runs, or right in it
 * @text: takes the text, behind what it holds
 * @error: %TD_EXCHANGE_ERROR
 *
 * Reads to the element's end. The pronunciation that some programs put beside a text is left out.
 */
gboolean
td_part_read_text (TdPart *part, const char *element, GString *text, GError **error)
{
  gsize from = text->len;
  gboolean bare = !g_str_equal (element, "si") && !g_str_equal (element, "is");
  gboolean within = bare, aside = FALSE;

  if (td_part_is_empty (part))
    return TRUE;
  while (td_part_next (part, error))
    {
      const char *piece = td_part_get_text (part);

      if (td_part_is_end (part, element))
        {
          unescape (text, from);
          return TRUE;
        }
      if (piece != NULL && within && !aside)
        g_string_append (text, piece);
      else if (td_part_is_start (part, "rPh"))
        aside = !td_part_is_empty (part);
      else if (td_part_is_end (part, "rPh"))
        aside = FALSE;
      else if (td_part_is_start (part, "t"))
        within = !td_part_is_empty (part);
      else if (td_part_is_end (part, "t"))
        within = bare;
    }
  return error != NULL && *error != NULL ? FALSE : td_part_refuse (error);
}

/**
 * td_strings_read:
 * @package: a workbook
 * @part: the name of its part of shared texts
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the texts
 */
TdStrings *
td_strings_read (TdPackage *package, const char *part, GError **error)
{
  g_autoptr (TdStrings) self = g_new0 (TdStrings, 1);
  g_autoptr (TdPart) reader = td_part_open (package, part, error);
  g_autoptr (GError) failure = NULL;

  self->pool = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (reader == NULL)
    return NULL;
  while (failure == NULL && td_part_next (reader, &failure))
    {
      guint32 start = (guint32)self->pool->len;

      if (!td_part_is_start (reader, "si"))
        continue;
      g_array_append_val (self->starts, start);
      if (self->starts->len > MAX_STRINGS)
        td_package_refuse_size (&failure);
      else if (td_part_read_text (reader, "si", self->pool, &failure))
        g_string_append_c (self->pool, '\0');
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * td_strings_get:
 * @self: (nullable): shared texts
 * @index: a text's number
 *
 * Returns: (nullable): the text; %NULL where there is none of that number
 */
const char *
td_strings_get (const TdStrings *self, guint index)
{
  if (self == NULL || index >= self->starts->len)
    return NULL;
  return self->pool->str + g_array_index (self->starts, guint32, index);
}

void
td_strings_free (TdStrings *self)
{
  g_string_free (self->pool, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}
