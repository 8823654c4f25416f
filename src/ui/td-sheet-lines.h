/* td-sheet-lines.h: the lines of a sheet as they are listed now, or why there are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"
#include "td-sheet-table.h"

G_BEGIN_DECLS

/* Where the lines come from, and what the table shows of them. */
typedef struct
{
  TdWork read;                                                            /* in a thread: the lines of a TdSheetWish */
  TdSheetItem *(*make_item) (TdSheetLine *line, const TdSheetWish *wish); /* takes the line over */
  void (*tell_empty) (AdwStatusPage *page, const TdSheetWish *wish);      /* why a unit has no line */
  const TdSheetColumn *columns;
  guint n_columns;
} TdSheetSource;

#define TD_TYPE_SHEET_LINES (td_sheet_lines_get_type ())
G_DECLARE_FINAL_TYPE (TdSheetLines, td_sheet_lines, TD, SHEET_LINES, AdwBin)

void td_sheet_lines_set_source (TdSheetLines *self, TdSession *session, const TdSheetSource *source);
void td_sheet_lines_list (TdSheetLines *self, TdSheetWish *wish);
void td_sheet_lines_add (TdSheetLines *self, const char *key);
void td_sheet_lines_find (TdSheetLines *self, const char *text);
gboolean td_sheet_lines_is_set (TdSheetLines *self);
TdSheetTable *td_sheet_lines_get_table (TdSheetLines *self);

G_END_DECLS
