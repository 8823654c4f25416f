/* td-headings.h: which field a foreign heading means, and which row of a foreign table holds the headings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

/* A column that no field is read from. */
#define TD_NO_FIELD G_MAXUINT

guint td_headings_match (const TdRegister *reg, const char *const *headings, guint n_headings, guint *fields);
const TdRegister *td_headings_find_register (const char *const *headings, guint n_headings);
gboolean td_headings_is_numbering (const char *const *cells, guint n_cells);

G_END_DECLS
