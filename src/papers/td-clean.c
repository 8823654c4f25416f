/* td-clean.c: what may stand on paper. Text comes out composed (NFC), without control characters; a character that the
 * font of the papers lacks comes out as an empty box (U+25A1) and never in another font. Numbers stay with their word:
 * "Điều 3", "số 12", "ngày 05".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-clean-private.h"

#include "td-fonts-private.h"
#include "td-paper-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOX  0x25A1
#define NBSP "\302\240"

/* A code as "06-CT/TU" or a date has fewer letters; what is longer may be broken. */
#define MAX_CODE 32

/* 0: leave the character out. */
static gunichar
printable (gunichar c, gboolean lines)
{
  if (c >= 0x20 && c < 0x7F)
    return c;
  if (c == '\n')
    return lines ? '\n' : ' ';
  switch ((int)g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
      return c == '\t' || c == '\r' ? ' ' : 0;
    case G_UNICODE_FORMAT: /* marks of direction, joiners, soft hyphen: nothing to see, and they break searches */
      return 0;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return ' ';
    case G_UNICODE_PRIVATE_USE:
      return BOX;
    default:
      break;
    }
  if (c >= 0xFE00 && c <= 0xFE0F) /* ask for an emoji's other look */
    return 0;
  if (c == 0xFFFD || c == 0xFFFC)
    return BOX;
  return td_fonts_have (c) || !td_fonts_have (BOX) ? c : BOX;
}

static gboolean
ends_with_word (const char *start, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize)(end - start) >= length && strncmp (end - length, word, length) == 0
         && (end - length == start || g_ascii_isspace (end[-(gssize)length - 1]) || end[-(gssize)length - 1] == '(');
}

/* Whether the space at @space stands between a word and its number. */
static gboolean
binds (const char *start, const char *space)
{
  static const char *const words[]
    = { "Điều", "điều", "khoản", "số", "Số", "ngày", "tháng", "năm", "mục", "Mục", "Phụ lục" };

  if (!g_ascii_isdigit (space[1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (ends_with_word (start, space, words[i]))
      return TRUE;
  return FALSE;
}

static char *
bind_numbers (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text) + 16);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ' && binds (text, c))
      g_string_append (out, NBSP);
    else
      g_string_append_c (out, *c);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * td_clean:
 * @text: UTF-8
 * @length: its bytes
 * @lines: whether a line feed may break the line; else it is a space
 *
 * Returns: (transfer full): @text as it is printed
 */
char *
td_clean (const char *text, gsize length, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)length);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) out = g_string_sized_new (length);
  const char *c = normal;

  /* A mark at the start would compose with what stands before this text. */
  while (*c != '\0' && g_unichar_ismark (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  for (; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar shown = printable (g_utf8_get_char (c), lines);

      if (shown != 0)
        g_string_append_unichar (out, shown);
    }
  return bind_numbers (out->str);
}

typedef struct
{
  GString *text;
  PangoAttrList *attributes;
  gboolean lines;
  guint bold, italic, name; /* how deep */
} Reader;

static void
insert (Reader *reader, PangoAttribute *attribute, gsize start)
{
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)reader->text->len;
  pango_attr_list_insert (reader->attributes, attribute);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  gsize start = reader->text->len;
  g_autofree char *clean = td_clean (text, length, reader->lines);

  g_string_append (reader->text, clean);
  if (reader->attributes == NULL)
    return;
  if (reader->bold > 0)
    insert (reader, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
  if (reader->italic > 0)
    insert (reader, pango_attr_style_new (PANGO_STYLE_ITALIC), start);
  if (reader->name > 0)
    insert (reader, pango_attr_allow_breaks_new (FALSE), start);
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
               GError **error)
{
  Reader *reader = data;

  if (strcmp (name, "b") == 0)
    reader->bold++;
  else if (strcmp (name, "i") == 0)
    reader->italic++;
  else if (strcmp (name, "n") == 0)
    reader->name++;
  else if (strcmp (name, "text") != 0)
    g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_MARKUP,
                 _ ("A paper's text may hold bold, italic and names only, not <%s>"), name);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reader *reader = data;

  if (strcmp (name, "b") == 0)
    reader->bold--;
  else if (strcmp (name, "i") == 0)
    reader->italic--;
  else if (strcmp (name, "n") == 0)
    reader->name--;
}

/* Codes and dates stay in one piece; an attribute leaves the text as it is, where a word joiner would change it. */
static void
keep_codes (const char *text, PangoAttrList *attributes)
{
  for (const char *start = text; *start != '\0';)
    {
      gsize length = strcspn (start, " \n");
      gsize hyphen = strcspn (start, "-/");

      if (hyphen > 0 && hyphen + 1 < length && length <= MAX_CODE)
        {
          PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

          whole->start_index = (guint)(start - text);
          whole->end_index = whole->start_index + (guint)length;
          pango_attr_list_insert (attributes, whole);
        }
      start += length + (start[length] != '\0' ? 1 : 0);
    }
}

static gboolean
read_markup (Reader *reader, const char *markup, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, reader, NULL);

  return g_markup_parse_context_parse (context, "<text>", -1, error)
         && g_markup_parse_context_parse (context, markup, -1, error)
         && g_markup_parse_context_parse (context, "</text>", -1, error)
         && g_markup_parse_context_end_parse (context, error);
}

/**
 * td_clean_markup:
 * @markup: a block's text
 * @lines: whether a line feed may break the line
 * @attributes: (nullable): where to add bold, italic, and where no line may break: within codes and names
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: (transfer full) (nullable): the text that is printed
 */
char *
td_clean_markup (const char *markup, gboolean lines, PangoAttrList *attributes, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { text, attributes, lines, 0, 0, 0 };
  g_autoptr (GError) wrong = NULL;

  if (!read_markup (&reader, markup, &wrong))
    {
      g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_MARKUP, _ ("A paper's text cannot be read: %s"),
                   wrong->message);
      return NULL;
    }
  if (attributes != NULL)
    keep_codes (text->str, attributes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * td_markup_to_plain:
 * @markup: (nullable): a block's text
 *
 * Returns: (transfer full): its letters alone with common spaces, for a PDF's properties and bookmarks; empty where it
 *   cannot be read
 */
char *
td_markup_to_plain (const char *markup)
{
  g_autofree char *text = markup != NULL ? td_clean_markup (markup, FALSE, NULL, NULL) : NULL;
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, NBSP, -1) : NULL;

  return parts != NULL ? g_strjoinv (" ", parts) : g_strdup ("");
}
