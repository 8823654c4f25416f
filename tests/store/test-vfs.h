/* test-vfs.h: a disk that fails when a test wants it to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void test_vfs_install (void);
void test_vfs_fail_at (int call, int code, gboolean for_good);
int test_vfs_heal (void);

G_END_DECLS
