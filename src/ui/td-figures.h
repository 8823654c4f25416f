/* td-figures.h: how many addicts, users and households there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_FIGURES (td_figures_get_type ())
G_DECLARE_FINAL_TYPE (TdFigures, td_figures, TD, FIGURES, AdwBin)

void td_figures_show (TdFigures *self, const TdVerdict *verdict);

G_END_DECLS
