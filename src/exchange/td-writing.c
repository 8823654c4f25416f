/* td-writing.c: old encodings to Unicode. In a workbook, and in a CSV file that was read as Latin, a text of an old
 * font stands as the Latin letters of its bytes: `NguyÔn` in TCVN3 and `Nguyeãn` in VNI are both Nguyễn. Which one it
 * is shows in the syllables that come of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-writing.h"

#include "td-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What glibc calls the standard whose right half the fonts of TCVN3 follow. */
#define TCVN3_NAME "TCVN5712-1"

/* What VNI puts behind a letter. The vowels ơ and ư, written ô and ö there, take the tones alone. */
static const struct
{
  const char *mark;
  const char *combining;
} vni_marks[] = {
  { "ù", "\u0301" },       { "ø", "\u0300" },       { "û", "\u0309" },       { "õ", "\u0303" },
  { "ï", "\u0323" },       { "â", "\u0302" },       { "á", "\u0302\u0301" }, { "à", "\u0302\u0300" },
  { "å", "\u0302\u0309" }, { "ã", "\u0302\u0303" }, { "ä", "\u0302\u0323" }, { "ê", "\u0306" },
  { "é", "\u0306\u0301" }, { "è", "\u0306\u0300" }, { "ú", "\u0306\u0309" }, { "ü", "\u0306\u0303" },
  { "ë", "\u0306\u0323" },
};

/* What stands for a letter by itself. */
static const struct
{
  const char *vni;
  const char *letter;
} vni_letters[] = {
  { "ñ", "đ" }, { "Ñ", "Đ" }, { "ô", "ơ" }, { "Ô", "Ơ" }, { "ö", "ư" }, { "Ö", "Ư" }, { "æ", "ỉ" },
  { "Æ", "Ỉ" }, { "ó", "ĩ" }, { "Ó", "Ĩ" }, { "ò", "ị" }, { "Ò", "Ị" }, { "î", "ỵ" }, { "Î", "Ỵ" },
};

static const char *
find_vni_letter (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni_letters); i++)
    if (g_utf8_get_char (vni_letters[i].vni) == c)
      return vni_letters[i].letter;
  return NULL;
}

static const char *
find_vni_mark (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (g_utf8_get_char (vni_marks[i].mark) == g_unichar_tolower (c))
      return vni_marks[i].combining;
  return NULL;
}

static gboolean
takes_marks (gunichar before)
{
  return before < 0x250 && before != 0 && strchr ("aeiouy", (int)g_unichar_tolower (before)) != NULL;
}

static char *
convert_vni (const char *text)
{
  g_autoptr (GString) converted = g_string_new (NULL);
  gunichar before = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gboolean is_horned = before == 0xF4 || before == 0xD4 || before == 0xF6 || before == 0xD6;
      const char *mark = takes_marks (before) || is_horned ? find_vni_mark (c) : NULL;
      const char *letter = mark == NULL ? find_vni_letter (c) : NULL;

      if (mark != NULL)
        g_string_append (converted, mark);
      else if (letter != NULL)
        g_string_append (converted, letter);
      else
        g_string_append_unichar (converted, c);
      before = mark != NULL ? 0 : c;
    }
  return g_utf8_normalize (converted->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static char *
convert_tcvn3 (const char *text)
{
  g_autofree char *bytes = g_convert (text, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
  g_autofree char *converted = bytes != NULL ? g_convert (bytes, -1, "UTF-8", TCVN3_NAME, NULL, NULL, NULL) : NULL;

  return converted != NULL ? g_utf8_normalize (converted, -1, G_NORMALIZE_DEFAULT_COMPOSE) : g_strdup (text);
}

/**
 * td_writing_convert:
 * @self: how the text is written
 * @text: valid UTF-8; each Latin letter stands for the byte that it is
 *
 * Returns: (transfer full): the text in Unicode, NFC; a text that cannot be of that writing as it was
 */
char *
td_writing_convert (TdWriting self, const char *text)
{
  if (self == TD_WRITING_TCVN3)
    return convert_tcvn3 (text);
  if (self == TD_WRITING_VNI)
    return convert_vni (text);
  return g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static GRegex *
get_syllable (void)
{
  static GRegex *syllable;

  if (g_once_init_enter (&syllable))
    {
      /* Without its tone: what may open it, the vowels, what may close it. */
      GRegex *regex = g_regex_new (
        "^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
        "(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|"
        "ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
        "(?:ch|ng|nh|[cmnpt])?$",
        G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&syllable, regex);
    }
  return syllable;
}

/* Takes the tones off a word, and counts them. */
static char *
take_tones (const char *word, guint *n_tones)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT);
  g_autoptr (GString) plain = g_string_new (NULL);

  *n_tones = 0;
  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323)
        (*n_tones)++;
      else
        g_string_append_unichar (plain, c);
    }
  return g_utf8_normalize (plain->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static gboolean
is_syllable (const char *word)
{
  guint n_tones;
  g_autofree char *plain = take_tones (word, &n_tones);

  return n_tones <= 1 && g_regex_match (get_syllable (), plain, 0, NULL);
}

/* How many of the words with marks are Vietnamese syllables in this writing. */
static guint
count_syllables (TdWriting writing, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n.,;:()/-+\"'0123456789", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *converted = NULL;

      if (g_str_is_ascii (words[i]))
        continue;
      converted = td_writing_convert (writing, words[i]);
      n += is_syllable (converted);
    }
  return n;
}

/**
 * td_writing_guess:
 * @texts: some texts of a file, valid UTF-8
 * @n_texts: how many
 *
 * Returns: the writing in which most of their words are Vietnamese; Unicode where nothing speaks for another
 */
TdWriting
td_writing_guess (const char *const *texts, guint n_texts)
{
  TdWriting best = TD_WRITING_UNICODE;
  guint n_syllables[TD_N_WRITINGS] = { 0 };

  for (guint writing = 0; writing < TD_N_WRITINGS; writing++)
    {
      for (guint i = 0; i < n_texts; i++)
        n_syllables[writing] += count_syllables ((TdWriting)writing, texts[i]);
      if (n_syllables[writing] > n_syllables[best])
        best = (TdWriting)writing;
    }
  return best;
}

/**
 * td_writing_decode_bytes:
 * @bytes: what stands in a text file
 * @length: how many bytes
 * @error: (out): %TD_EXCHANGE_ERROR where it is no text
 *
 * UTF-8 and UTF-16 are known by themselves; other bytes become the Latin letters of Windows, for
 * td_writing_convert() to read.
 *
 * Returns: (transfer full): UTF-8 without a byte order mark
 */
char *
td_writing_decode_bytes (const char *bytes, gsize length, GError **error)
{
  gboolean is_utf16 = length >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
  gsize mark = length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  g_autofree char *text = NULL;

  if (is_utf16)
    text = g_convert (bytes, (gssize)length, "UTF-8", "UTF-16", NULL, &length, NULL);
  else if (memchr (bytes, '\0', length) == NULL)
    text = g_utf8_validate (bytes + mark, (gssize)(length - mark), NULL)
             ? g_strndup (bytes + mark, length - mark)
             : g_convert (bytes, (gssize)length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  if (text == NULL || (is_utf16 && strlen (text) != length))
    {
      g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_FORMAT,
                           _ ("is not a text; save it again as CSV with the encoding UTF-8"));
      return NULL;
    }
  return g_steal_pointer (&text);
}
