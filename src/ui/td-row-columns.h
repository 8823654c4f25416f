/* td-row-columns.h: a table's columns, from a register's description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_row_columns_show (GtkColumnView *view, const TdRegister *reg);
guint td_row_column_get_field (GtkColumnViewColumn *column);
GtkColumnViewColumn *td_row_columns_find (GtkColumnView *view, guint field);
GArray *td_row_columns_get_visible (GtkColumnView *view);
gboolean td_row_columns_get_sort (GtkColumnView *view, guint *field, gboolean *is_descending);

G_END_DECLS
