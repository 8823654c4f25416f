/* td-collation.h: the order of Vietnamese names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_collation_key (const char *text);

G_END_DECLS
