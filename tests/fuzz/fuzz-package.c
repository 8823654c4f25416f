/* fuzz-package.c: the zip around a workbook, and what is no zip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) zip = g_bytes_new (data, size);

  fuzz_read_workbook (zip);
  return 0;
}
