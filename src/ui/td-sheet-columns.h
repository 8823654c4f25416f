/* td-sheet-columns.h: what a sheet's table shows of each line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column: a text, or a widget of its own. */
typedef struct
{
  const char *title; /* to be translated */
  int width;
  gboolean expands;
  char *(*tell) (TdSheetItem *item);
  GtkWidget *(*make) (void);                         /* in the place of a text */
  void (*show) (GtkWidget *cell, TdSheetItem *item); /* fills what was made */
} TdSheetColumn;

void td_sheet_columns_add (GtkColumnView *view, const TdSheetColumn *column);
TdSheetItem *td_sheet_cell_get_item (GtkWidget *widget);
GtkWidget *td_sheet_item_find_row (TdSheetItem *item);

G_END_DECLS
