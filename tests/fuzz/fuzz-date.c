/* fuzz-date.c: days as people type them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "td-date.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree char *date = td_date_parse_typed (text);
  g_autofree char *shown = NULL, *again = NULL;

  if (date == NULL)
    return 0;
  g_assert_true (td_date_is_valid (date));
  shown = td_date_show (date);
  again = td_date_parse (shown);
  g_assert_cmpstr (again, ==, date);
  return 0;
}
