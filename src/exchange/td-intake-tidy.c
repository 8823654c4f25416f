/* td-intake-tidy.c: what a spreadsheet and its people do to values, undone before a person looks at the rows: serial
 * numbers for days, lost zeros, names in capitals; and keys for rows that have none yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-collation.h"
#include "td-date.h"
#include "td-intake-names-private.h"
#include "td-rows.h"
#include "td-value.h"

#include <string.h>

/* Days from 1950 to 2064, as spreadsheets count them from 1899-12-30. */
#define FIRST_SERIAL 18264
#define LAST_SERIAL  60000

/* A citizen's identity number has 12 digits and may begin with a zero; the older identity card's had 9. */
#define LONG_IDENTITY  12
#define SHORT_IDENTITY 9

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static char *
tidy_date (const char *text)
{
  guint64 serial;
  g_autofree char *date = td_date_parse_typed (text);

  if (date != NULL)
    return td_date_show (date);
  if (strlen (text) != 5 || !g_ascii_string_to_unsigned (text, 10, FIRST_SERIAL, LAST_SERIAL, &serial, NULL))
    return NULL;
  date = td_date_add_days ("1899-12-30", (int)serial);
  return td_date_show (date);
}

static char *
tidy_word (const TdField *field, const char *text)
{
  g_autofree char *key = td_search_key (text);

  for (const TdWord *word = field->words; word->value != NULL; word++)
    {
      g_autofree char *label = td_search_key (word->label);

      if (g_str_equal (key, label))
        return g_strdup (word->label);
    }
  return NULL;
}

/* 5.000.000 đ: the digits alone, where the points part thousands. */
static char *
tidy_amount (const char *text)
{
  g_autoptr (GRegex) amount
    = g_regex_new ("^([0-9]{1,3}(?:[.,][0-9]{3})*)\\s*(?:đ|đồng|vnđ|vnd)?$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_regex_match (amount, text, 0, &match))
    return NULL;
  number = g_match_info_fetch (match, 1);
  parts = g_strsplit_set (number, ".,", -1);
  return g_strjoinv ("", parts);
}

static gboolean
is_in_capitals (const char *text)
{
  gboolean has_letter = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_islower (c))
        return FALSE;
      has_letter |= g_unichar_isupper (c);
    }
  return has_letter;
}

static char *
tidy_name (const char *text)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean starts = TRUE;

  if (!is_in_capitals (text))
    return NULL;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (name, starts ? c : g_unichar_tolower (c));
      starts = !g_unichar_isalpha (c);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
tidy_identity (const char *text)
{
  gsize length = strlen (text);

  if (!is_digits (text) || (length != LONG_IDENTITY - 1 && length != SHORT_IDENTITY - 1))
    return NULL;
  return g_strconcat ("0", text, NULL);
}

/* Returns NULL where the text is as it should be, or nobody knows how it should be. */
static char *
tidy_text (const TdField *field, const char *text)
{
  switch (field->type)
    {
    case TD_TYPE_DATE:
      return tidy_date (text);
    case TD_TYPE_WORD:
      return tidy_word (field, text);
    case TD_TYPE_AMOUNT:
      return tidy_amount (text);
    case TD_TYPE_TEXT:
    default:
      if (field->flags & TD_FIELD_PERSON)
        return tidy_name (text);
      return g_str_equal (field->name, "national_id") ? tidy_identity (text) : NULL;
    }
}

static void
tidy_column (TdIntake *self, guint column)
{
  const TdField *field = &self->reg->fields[self->fields[column]];

  for (guint row = td_intake_get_start (self); row < self->rows->len; row++)
    {
      g_autofree char *text = g_strstrip (g_strdup (td_intake_get (self, row, column)));
      g_autofree char *tidy = *text != '\0' ? tidy_text (field, text) : NULL;

      td_intake_set (self, row, column, tidy != NULL ? tidy : text);
    }
}

/* The letters before a number at the key's end, and that number. */
static gboolean
split_key (const char *key, gsize *n_letters, guint64 *number)
{
  gsize at = strlen (key);

  while (at > 0 && g_ascii_isdigit (key[at - 1]))
    at--;
  *n_letters = at;
  return g_ascii_string_to_unsigned (key + at, 10, 0, G_MAXUINT32, number, NULL);
}

/* Numbers rows on from the highest key that there is: P0600, P0601. */
static gboolean
number_rows (TdIntake *self, guint column, TdStore *store, GError **error)
{
  g_autoptr (TdRows) rows = td_rows_open (store, self->reg, NULL, NULL, error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *letters = g_strdup_printf ("%c", g_ascii_toupper (*self->reg->name));
  guint64 highest = 0;
  gsize width = 4;

  if (rows == NULL)
    return FALSE;
  while (td_rows_next (rows, &failure))
    {
      const char *key = td_rows_get (rows, 0, &failure);
      gsize n_letters;
      guint64 number;

      if (key == NULL)
        break;
      if (!split_key (key, &n_letters, &number) || number < highest)
        continue;
      highest = number;
      width = strlen (key) - n_letters;
      g_free (letters);
      letters = g_strndup (key, n_letters);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint row = td_intake_get_start (self); row < self->rows->len; row++)
    if (*td_intake_get (self, row, column) == '\0')
      {
        g_autofree char *key = g_strdup_printf ("%s%0*" G_GUINT64_FORMAT, letters, (int)width, ++highest);

        td_intake_set (self, row, column, key);
      }
  return TRUE;
}

/**
 * td_intake_gives_keys:
 * @reg: a register
 *
 * Returns: whether td_intake_tidy() makes the keys of rows that have none: where the key is a code that the office
 * gives
 */
gboolean
td_intake_gives_keys (const TdRegister *reg)
{
  return reg->fields[0].refers_to == NULL && !(reg->fields[1].flags & TD_FIELD_KEY)
         && !g_str_equal (reg->name, "units");
}

/**
 * td_intake_tidy:
 * @self: an intake whose columns are known
 * @store: an unlocked store
 * @cancellable: (nullable): a cancellable
 * @error: what the store reports; cancelled
 *
 * Puts into the cells what is clearly meant by them, to be seen before it enters: a day for its serial number, the zero
 * that an identity number lost, a name for one in capitals, a key for the name of a unit or a person where one alone is
 * called so, and a new key where a row of such a register has none.
 */
gboolean
td_intake_tidy (TdIntake *self, TdStore *store, GCancellable *cancellable, GError **error)
{
  guint key;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->fields[i] == TD_NO_FIELD)
        continue;
      tidy_column (self, i);
      if (self->reg->fields[self->fields[i]].refers_to != NULL
          && !td_intake_resolve (self, i, store, cancellable, error))
        return FALSE;
    }
  if (!td_intake_gives_keys (self->reg))
    return TRUE;
  key = td_intake_find_column (self, 0);
  if (key == TD_NO_FIELD && self->n_columns == TD_RECORD_MAX_CELLS)
    return TRUE;
  return number_rows (self, key != TD_NO_FIELD ? key : td_intake_add_column (self, 0), store, error);
}
