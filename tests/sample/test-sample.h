/* test-sample.h: a new database in a folder of its own, gone with the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

typedef struct
{
  char *folder;
  char *path;
  TdStore *store;
} Sample;

Sample *sample_new_empty (void);
Sample *sample_new (void);
void sample_free (Sample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)
