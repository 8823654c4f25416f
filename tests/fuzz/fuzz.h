/* fuzz.h: what every target answers to, and what those of workbooks share. A target takes any bytes at all; what must
 * hold of whatever comes out is asserted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "test-files.h"

G_BEGIN_DECLS

/* What libFuzzer and the replay of the corpus call. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

void fuzz_read_workbook (GBytes *zip);
void fuzz_read_parts (const guint8 *data, gsize size, Part *parts, guint n_parts);

G_END_DECLS
