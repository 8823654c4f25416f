/* td-process.h: what every program that opens a database sets first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void td_process_start (void);

G_END_DECLS
