/* td-value.c: cells to values (checked, canonical, NFC) and values to what a person reads. No error text here quotes
 * what stood in the cell: it may be personal data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-value.h"

#include "td-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (td - value - error - quark, td_value_error)

/* Space of any script at both ends goes; what stands between stays as it was typed. */
static char *
trim (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (start, (gsize)(end - start));
}

/**
 * td_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text without surrounding space, in one case and one normalisation, to compare headings and
 *   words by
 */
char *
td_fold (const char *text)
{
  g_autofree char *trimmed = trim (text);
  g_autofree char *cased = g_utf8_casefold (trimmed, -1);

  return g_utf8_normalize (cased, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f))
        return TRUE;
    }
  return FALSE;
}

/* Printable ASCII alone, as most cells are: no control character, in NFC, each byte a character. */
static gboolean
is_plain (const char *text)
{
  while (*text >= ' ' && *text <= '~')
    text++;
  return *text == '\0';
}

static char *
trim_plain (const char *text)
{
  gsize length;

  while (*text == ' ')
    text++;
  length = strlen (text);
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return g_strndup (text, length);
}

/* Letters without a mark of their own behind them, as all keyboards give them: in NFC then, for nothing in these ranges
 * (Latin, and what Vietnamese adds to it) is composed or taken apart. */
static gboolean
is_composed (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x300 && (c < 0x1ea0 || c > 0x1ef9))
        return FALSE;
    }
  return TRUE;
}

static char *
clean_text (const char *text, GError **error)
{
  g_autofree char *normal = NULL;
  g_autofree char *unix_lines = NULL;
  g_autofree char *clean = NULL;

  if (is_plain (text) && strlen (text) <= TD_CELL_MAX)
    return trim_plain (text);
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_ENCODING,
                           _ ("is not valid UTF-8; save the file again with the encoding UTF-8"));
      return NULL;
    }
  if (strstr (text, "\r\n") != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

      unix_lines = g_strjoinv ("\n", lines);
      text = unix_lines;
    }
  if (has_control_character (text))
    {
      g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_ENCODING,
                           _ ("holds a control character; type it again"));
      return NULL;
    }
  normal = is_composed (text) ? NULL : g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  clean = trim (normal != NULL ? normal : text);
  /* As it is kept: a letter that was typed in two parts is one character to the person who typed it. */
  if (g_utf8_strlen (clean, -1) > TD_CELL_MAX)
    {
      g_set_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_TOO_LONG, _ ("is longer than %d characters; shorten it"),
                   TD_CELL_MAX);
      return NULL;
    }
  return g_steal_pointer (&clean);
}

static char *
list_words (const TdField *field)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (const TdWord *word = field->words; word->value != NULL; word++)
    g_string_append_printf (list, "%s%s (%s)", list->len > 0 ? ", " : "", word->value, word->label);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
parse_date (const char *text, const char *today, GError **error)
{
  g_autofree char *date = td_date_parse (text);

  if (date == NULL)
    {
      g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID,
                           _ ("is not a date; write it as 30/11/2025 or 2025-11-30"));
      return NULL;
    }
  if (strcmp (date, today) > 0)
    {
      g_autofree char *shown = td_date_show (today);

      g_set_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_FUTURE, _ ("lies in the future; write a day up to today, %s"),
                   shown);
      return NULL;
    }
  return g_steal_pointer (&date);
}

static char *
parse_word (const TdField *field, const char *text, GError **error)
{
  const TdWord *word = td_field_find_word (field, text);

  if (word == NULL)
    {
      g_autofree char *words = list_words (field);

      g_set_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID, _ ("is not one of its words; write one of: %s"),
                   words);
      return NULL;
    }
  return g_strdup (word->value);
}

static char *
parse_amount (const char *text, GError **error)
{
  guint64 amount;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &amount, NULL))
    {
      g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID,
                           _ ("is not a whole number of đồng; write digits alone, such as 5000000"));
      return NULL;
    }
  return g_strdup_printf ("%" G_GUINT64_FORMAT, amount);
}

/**
 * td_field_parse:
 * @field: what the cell is for
 * @text: what stands in the cell, not necessarily UTF-8
 * @today: the last day that a date may name
 * @value: (out) (transfer full) (nullable): the value that is kept, %NULL for an empty cell
 * @error: says what is wrong and what would be right, without quoting the cell
 *
 * The rules of the registers: text NFC and trimmed, dates and words in their one form, an empty cell not known.
 *
 * Returns: whether the cell holds a value that the field may have
 */
gboolean
td_field_parse (const TdField *field, const char *text, const char *today, char **value, GError **error)
{
  g_autofree char *clean = clean_text (text, error);

  *value = NULL;
  if (clean == NULL)
    return FALSE;
  if (*clean == '\0')
    {
      if (!td_field_is_required (field))
        return TRUE;
      g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_MISSING, _ ("is empty; every row needs it"));
      return FALSE;
    }
  switch (field->type)
    {
    case TD_TYPE_DATE:
      *value = parse_date (clean, today, error);
      break;
    case TD_TYPE_WORD:
      *value = parse_word (field, clean, error);
      break;
    case TD_TYPE_AMOUNT:
      *value = parse_amount (clean, error);
      break;
    case TD_TYPE_TEXT:
    default:
      *value = g_steal_pointer (&clean);
      break;
    }
  return *value != NULL;
}

static char *
show_amount (const char *value)
{
  g_autoptr (GString) shown = g_string_new (value);

  for (gssize at = (gssize)shown->len - 3; at > 0; at -= 3)
    g_string_insert_c (shown, at, '.');
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * td_field_show:
 * @field: a field
 * @value: (nullable): a value as it is kept
 *
 * Returns: (transfer full): the value as a person reads it: 30/11/2025, a Vietnamese word, 5.000.000; empty for %NULL
 */
char *
td_field_show (const TdField *field, const char *value)
{
  const TdWord *word;

  if (value == NULL)
    return g_strdup ("");
  switch (field->type)
    {
    case TD_TYPE_DATE:
      return td_date_show (value);
    case TD_TYPE_WORD:
      word = td_field_find_word (field, value);
      return g_strdup (word != NULL ? word->label : value);
    case TD_TYPE_AMOUNT:
      return show_amount (value);
    case TD_TYPE_TEXT:
    default:
      return g_strdup (value);
    }
}

/**
 * td_row_check_order:
 * @self: a register
 * @values: a row's values, one for each field
 * @field: (out): the field at fault
 * @error: what is wrong, what would be right
 *
 * Returns: whether no period of the row ends before it starts
 */
gboolean
td_row_check_order (const TdRegister *self, const char *const *values, const TdField **field, GError **error)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *start, *end = values[i];
      guint start_index;

      if (self->fields[i].ends == NULL || end == NULL)
        continue;
      start_index = td_register_field_index (self, self->fields[i].ends);
      start = values[start_index];
      if (start == NULL || strcmp (end, start) >= 0)
        continue;
      *field = &self->fields[i];
      g_set_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_ORDER,
                   _ ("lies before %s; the end comes on or after the start"), self->fields[start_index].name);
      return FALSE;
    }
  return TRUE;
}
