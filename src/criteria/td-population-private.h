/* td-population-private.h: who counts where on a day, which the criteria and the sheets both start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-query.h"

G_BEGIN_DECLS

const char *td_population_sql (const char *file);
gboolean td_population_fill (TdStore *store, const TdParameter *parameters, guint n_parameters, GError **error);

G_END_DECLS
