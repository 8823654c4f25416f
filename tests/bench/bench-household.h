/* bench-household.h: a database of many invented households.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

G_BEGIN_DECLS

TdStore *bench_households_new (const char *path, int n_rows);
void bench_households_remove (const char *path);

G_END_DECLS
