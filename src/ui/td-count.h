/* td-count.h: how many, as people here write it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_count_show (guint64 count);

G_END_DECLS
