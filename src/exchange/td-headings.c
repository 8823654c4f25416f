/* td-headings.c: headings are compared without case, marks and signs; what a description names wins over its synonyms,
 * and a whole heading over a part of one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-headings.h"

#include "td-collation.h"
#include "td-mask.h"

#include <string.h>

/* How well a heading fits a field. */
enum
{
  FITS_NOT,
  FITS_IN_PART,
  FITS_A_SYNONYM,
  FITS_ITSELF,
};

/* A row of headings names at least so many fields. */
#define MIN_HEADINGS 2

/* Letters and digits alone, a space between words and at both ends, so that whole words are found in it. */
static char *
make_key (const char *text)
{
  g_autofree char *search = td_search_key (text);
  GString *key = g_string_new (" ");

  for (const char *at = search; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
      else if (key->str[key->len - 1] != ' ')
        g_string_append_c (key, ' ');
    }
  if (key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
  return g_string_free (key, FALSE);
}

static gboolean
is_key_of (const char *key, const char *text)
{
  g_autofree char *other = make_key (text);

  return g_str_equal (key, other);
}

static guint
fit_synonyms (const TdField *field, const char *key)
{
  g_auto (GStrv) synonyms = g_strsplit (field->synonyms != NULL ? field->synonyms : "", "|", -1);
  guint best = FITS_NOT;

  for (guint i = 0; synonyms[i] != NULL; i++)
    {
      g_autofree char *other = make_key (synonyms[i]);

      if (g_str_equal (key, other))
        return FITS_A_SYNONYM;
      /* One word, such as “ngày”, stands in many headings. */
      if (strchr (synonyms[i], ' ') != NULL && strstr (key, other) != NULL)
        best = FITS_IN_PART;
    }
  return best;
}

static guint
fit (const TdField *field, const char *key)
{
  g_autofree char *label = make_key (field->label);

  if (g_str_equal (key, " "))
    return FITS_NOT;
  if (g_str_equal (key, label) || is_key_of (key, field->name))
    return FITS_ITSELF;
  return strstr (key, label) != NULL ? FITS_IN_PART : fit_synonyms (field, key);
}

static gboolean
contains (const guint *fields, guint n, guint field)
{
  for (guint i = 0; i < n; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

static void
take_fits (const TdRegister *reg, char **keys, guint n, guint wanted, guint *fields)
{
  for (guint i = 0; i < n; i++)
    for (guint field = 0; field < reg->n_fields && fields[i] == TD_NO_FIELD; field++)
      if (!contains (fields, n, field) && fit (&reg->fields[field], keys[i]) == wanted)
        fields[i] = field;
}

/**
 * td_headings_match:
 * @reg: a register
 * @headings: what stands above the columns, valid UTF-8
 * @n_headings: how many
 * @fields: (out caller-allocates) (array length=n_headings): for each column its field's index, or %TD_NO_FIELD
 *
 * Proposes the field of each column; no field twice.
 *
 * Returns: how many columns have a field
 */
guint
td_headings_match (const TdRegister *reg, const char *const *headings, guint n_headings, guint *fields)
{
  g_auto (GStrv) keys = g_new0 (char *, n_headings + 1);
  guint n = 0;

  for (guint i = 0; i < n_headings; i++)
    {
      /* A masked column is not the field that it is named after. */
      keys[i] = make_key (td_mask_is_heading (headings[i]) ? "" : headings[i]);
      fields[i] = TD_NO_FIELD;
    }
  for (guint wanted = FITS_ITSELF; wanted > FITS_NOT; wanted--)
    take_fits (reg, keys, n_headings, wanted, fields);
  for (guint i = 0; i < n_headings; i++)
    n += fields[i] != TD_NO_FIELD;
  return n;
}

/* How much speaks for a register: columns found, and the required ones among them twice. */
static guint
weigh (const TdRegister *reg, const char *const *headings, guint n_headings)
{
  g_autofree guint *fields = g_new (guint, MAX (n_headings, 1));
  guint weight = td_headings_match (reg, headings, n_headings, fields);

  if (weight < MIN_HEADINGS)
    return 0;
  for (guint i = 0; i < n_headings; i++)
    weight += fields[i] != TD_NO_FIELD && td_field_is_required (&reg->fields[fields[i]]);
  return weight;
}

/**
 * td_headings_find_register:
 * @headings: the cells of a row, valid UTF-8
 * @n_headings: how many
 *
 * Returns: (nullable): the register that the row is most likely the head of
 */
const TdRegister *
td_headings_find_register (const char *const *headings, guint n_headings)
{
  guint n_registers, best = 0;
  const TdRegister *const *registers = td_registers_all (&n_registers);
  const TdRegister *found = NULL;

  for (guint i = 0; i < n_registers; i++)
    {
      guint weight = weigh (registers[i], headings, n_headings);

      if (weight > best)
        {
          best = weight;
          found = registers[i];
        }
    }
  return found;
}

/**
 * td_headings_is_numbering:
 * @cells: the cells of a row, valid UTF-8
 * @n_cells: how many
 *
 * Returns: whether it is the row that numbers the columns of a form: (1), (2), (3) or A, B, 1, 2
 */
gboolean
td_headings_is_numbering (const char *const *cells, guint n_cells)
{
  guint64 last = 0;
  guint n = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *key = make_key (cells[i]);
      char *text = g_strstrip (key);
      guint64 number;

      if (*text == '\0')
        continue;
      if (g_ascii_string_to_unsigned (text, 10, last + 1, 64, &number, NULL))
        last = number;
      else if (last > 0 || strlen (text) != 1)
        return FALSE;
      n++;
    }
  return n >= 3 && last >= 2;
}
