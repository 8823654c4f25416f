/* td-unit-columns.h: the columns of the district's table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_unit_columns_add (GtkColumnView *view, TdPlan *plan);

G_END_DECLS
