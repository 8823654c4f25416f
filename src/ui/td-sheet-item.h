/* td-sheet-item.h: a line of a sheet, and what has been set on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-list.h"

G_BEGIN_DECLS

#define TD_TYPE_SHEET_ITEM (td_sheet_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdSheetItem, td_sheet_item, TD, SHEET_ITEM, GObject)

struct _TdSheetItemClass
{
  GObjectClass parent_class;

  /* Whether something is set on it that is not kept yet. */
  gboolean (*is_set) (TdSheetItem *self);
  /* Sets what is set on another item of the same key, whose line was read for another day. */
  void (*take_over) (TdSheetItem *self, TdSheetItem *former);
  /* The line in a few words, for a screen reader. */
  char *(*describe) (TdSheetItem *self);
};

gpointer td_sheet_item_new (GType type, TdSheetLine *line, GDestroyNotify free_line);
const TdSheetLine *td_sheet_item_get_line (TdSheetItem *self);
gboolean td_sheet_item_is_set (TdSheetItem *self);
void td_sheet_item_take_over (TdSheetItem *self, TdSheetItem *former);
char *td_sheet_item_describe (TdSheetItem *self);
gboolean td_sheet_item_matches (TdSheetItem *self, const char *search);

/* For its kinds. */
void td_sheet_item_changed (TdSheetItem *self);

G_END_DECLS
