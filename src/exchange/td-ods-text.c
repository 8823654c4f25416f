/* td-ods-text.c: the text of a cell of OpenDocument: paragraphs, with spans of a style and signs for what XML would not
 * keep (ISO/IEC 26300-1, 5.1 and 6.1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-ods.h"

#include <string.h>

static gboolean
is_full (const GString *text)
{
  return text->len > TD_RECORD_MAX_CELL_BYTES;
}

/* White space of XML counts as one space, and as none at a paragraph's start. */
static void
append_words (GString *text, gsize start, const char *words)
{
  for (; *words != '\0' && !is_full (text); words++)
    if (strchr (" \t\r\n", *words) == NULL)
      g_string_append_c (text, *words);
    else if (text->len > start && strchr (" \t\n", text->str[text->len - 1]) == NULL)
      g_string_append_c (text, ' ');
}

static void
append_spaces (GString *text, const char *count)
{
  guint64 n = count != NULL ? g_ascii_strtoull (count, NULL, 10) : 1;

  for (guint64 i = 0; i < n && !is_full (text); i++)
    g_string_append_c (text, ' ');
}

/* Notes, drawings and the pronunciation beside a word are no part of the text. */
static gboolean
is_aside (TdPart *part)
{
  static const char *const names[] = { "annotation", "note", "ruby-text", "frame", "custom-shape", "g" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (td_part_is_start (part, names[i]))
      return TRUE;
  return FALSE;
}

/**
 * td_ods_text_read:
 * @part: a part at a paragraph's start
 * @text: takes the paragraph, on a line of its own behind what it holds
 * @error: %TD_EXCHANGE_ERROR
 *
 * Reads to the paragraph's end. Where the text grows beyond what a cell may hold, the rest is left out.
 */
gboolean
td_ods_text_read (TdPart *part, GString *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gsize start = text->len;

  if (td_part_is_empty (part))
    return TRUE;
  while (failure == NULL && td_part_next (part, &failure) && !td_part_is_end (part, "p"))
    {
      const char *words = td_part_get_text (part);

      if (words != NULL)
        append_words (text, start, words);
      else if (td_part_is_start (part, "s"))
        append_spaces (text, td_part_get_attribute (part, "c"));
      else if (td_part_is_start (part, "tab"))
        g_string_append_c (text, '\t');
      else if (td_part_is_start (part, "line-break"))
        g_string_append_c (text, '\n');
      else if (is_aside (part))
        td_part_skip (part, &failure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
