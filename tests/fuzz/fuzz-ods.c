/* fuzz-ods.c: the parts of an ODS workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Part parts[] = {
    { "content.xml", "<a/>" },
    { "META-INF/manifest.xml", "<manifest/>" },
  };

  fuzz_read_parts (data, size, parts, G_N_ELEMENTS (parts));
  return 0;
}
