/* td-collation.h: the order of Vietnamese names, and finding them without their marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_collation_key (const char *text);
char *td_collation_name_key (const char *name);
char *td_search_key (const char *text);

G_END_DECLS
