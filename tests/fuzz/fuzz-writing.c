/* fuzz-writing.c: texts of old encodings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "td-writing.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = td_writing_decode_bytes ((const char *)data, size, &error);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text == NULL)
    return 0;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint writing = 0; writing < TD_N_WRITINGS; writing++)
    {
      g_autofree char *converted = td_writing_convert ((TdWriting)writing, text);

      g_assert_true (g_utf8_validate (converted, -1, NULL));
    }
  g_assert_cmpuint (td_writing_guess ((const char *const *)&text, 1), <, TD_N_WRITINGS);
  return 0;
}
