/* td-catalogue-private.h: the templates in the program, read once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-node-private.h"

G_BEGIN_DECLS

const TdNode *td_catalogue_find (const char *kind, GError **error);

G_END_DECLS
