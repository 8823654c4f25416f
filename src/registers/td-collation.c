/* td-collation.c: Vietnamese order whatever the locale: letters a ă â b c d đ e ê g … first, tones only between words
 * that are otherwise the same; and search, to which marks do not matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-collation.h"

#include <string.h>

#define GRAVE      0x0300
#define ACUTE      0x0301
#define CIRCUMFLEX 0x0302
#define TILDE      0x0303
#define BREVE      0x0306
#define HOOK_ABOVE 0x0309
#define HORN       0x031B
#define DOT_BELOW  0x0323
#define D_STROKE   0x0111

/* The tones in the order of dictionaries; a syllable without a mark comes before all. */
static const gunichar tones[] = { GRAVE, HOOK_ABOVE, TILDE, ACUTE, DOT_BELOW };

static guint
find_tone (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (tones[i] == c)
      return i + 1;
  return 0;
}

/* Of ă and â, ê, ô and ơ, ư: where they come after the bare letter. */
static guint
find_shape (gunichar c)
{
  switch (c)
    {
    case BREVE:
      return 1;
    case CIRCUMFLEX:
      return 2;
    case HORN:
      return 3;
    default:
      return 0;
    }
}

/**
 * td_collation_key:
 * @text: a name
 *
 * Returns: (transfer full): a key; keys in byte order are names in Vietnamese order
 */
char *
td_collation_key (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *parts = g_utf8_normalize (cased, -1, G_NORMALIZE_DEFAULT);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (find_tone (c) > 0 && marks->len > 0)
        marks->str[marks->len - 1] = (char)('0' + find_tone (c));
      else if (find_shape (c) > 0 && letters->len > 0)
        letters->str[letters->len - 1] = (char)('0' + find_shape (c));
      else
        {
          g_string_append_unichar (letters, c == D_STROKE ? 'd' : c);
          g_string_append_c (letters, c == D_STROKE ? '1' : '0');
          g_string_append_c (marks, '0');
        }
    }
  /* Below every letter, so that a shorter name comes first. */
  g_string_append_c (letters, '\1');
  g_string_append_len (letters, marks->str, (gssize)marks->len);
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/**
 * td_collation_name_key:
 * @name: a person's full name, the family name first
 *
 * Returns: (transfer full): a key; keys in byte order are people by given name, those of one given name by the whole
 */
char *
td_collation_name_key (const char *name)
{
  g_autofree char *trimmed = g_strchomp (g_strdup (name));
  const char *space = strrchr (trimmed, ' ');
  g_autofree char *given = td_collation_key (space != NULL ? space + 1 : trimmed);
  g_autofree char *whole = td_collation_key (trimmed);

  return g_strconcat (given, "\1", whole, NULL);
}

/**
 * td_search_key:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without case and marks, đ as d, each run of space as one: what contains the key of a
 *   few typed letters is found by them
 */
char *
td_search_key (const char *text)
{
  g_autofree char *cased = g_utf8_casefold (text, -1);
  g_autofree char *parts = g_utf8_normalize (cased, -1, G_NORMALIZE_DEFAULT);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (key->len > 0 && key->str[key->len - 1] != ' ')
            g_string_append_c (key, ' ');
        }
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (key, c == D_STROKE ? 'd' : c);
    }
  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  return g_string_free (g_steal_pointer (&key), FALSE);
}
