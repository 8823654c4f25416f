/* td-number.c: the two numberings that aren't Arabic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

/**
 * td_number_roman:
 * @number: from 1
 *
 * Returns: (transfer full): I, II, III, IV …
 */
char *
td_number_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *letters;
  } steps[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  GString *roman = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (roman, steps[i].letters);
  return g_string_free (roman, FALSE);
}

/**
 * td_number_letter:
 * @number: from 1
 *
 * Returns: (transfer full): the letter of a point in the Vietnamese order, which has đ and no f, j, w, z; after y, aa
 */
char *
td_number_letter (guint number)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                         "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
  guint n = G_N_ELEMENTS (letters);
  const char *last = letters[(number - 1) % n];

  return number <= n ? g_strdup (last) : g_strconcat (letters[((number - 1) / n - 1) % n], last, NULL);
}
