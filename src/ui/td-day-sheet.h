/* td-day-sheet.h: a window in which the same is entered for many at once: one day, one line each, one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"
#include "td-sheet-lines.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_DAY_SHEET (td_day_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdDaySheet, td_day_sheet, TD, DAY_SHEET, AdwWindow)

struct _TdDaySheetClass
{
  AdwWindowClass parent_class;

  const char *reg;      /* the register of what is entered */
  const char *day;      /* its fields that hold for the whole sheet */
  const char *occasion; /* (nullable) */
  TdSheetSource source;

  /* A key was pressed on a line; answers whether it was taken. */
  gboolean (*press) (TdDaySheet *self, TdSheetItem *item, guint key);
  /* How many lines are set; says too whether anything is to be kept. */
  char *(*count) (TdDaySheet *self, gboolean *can_keep);
  /* Takes the day and the occasion over, and gathers what is to be kept; %NULL where something is wrong. */
  gpointer (*collect) (TdDaySheet *self, TdSheetWish *wish);
  /* In a thread: keeps what was gathered. */
  TdWork keep;
  GDestroyNotify free_collected;
  /* What was kept, in a few words. */
  char *(*tell_kept) (TdDaySheet *self);
};

void td_day_sheet_open (TdDaySheet *self, TdSession *session, const char *unit);

/* For its kinds. */
TdSheetLines *td_day_sheet_get_lines (TdDaySheet *self);
TdSheetTable *td_day_sheet_get_table (TdDaySheet *self);
void td_day_sheet_refuse (TdDaySheet *self, const char *message);

G_END_DECLS
