/* td-sheet-head.h: what holds for every line of a sheet: the unit, the day, and of tests the occasion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_SHEET_HEAD (td_sheet_head_get_type ())
G_DECLARE_FINAL_TYPE (TdSheetHead, td_sheet_head, TD, SHEET_HEAD, AdwBin)

void td_sheet_head_show (TdSheetHead *self, TdSession *session, const char *unit, const TdField *day_field,
                         const char *day, const TdField *occasion_field);
char *td_sheet_head_get_unit (TdSheetHead *self);
char *td_sheet_head_get_day (TdSheetHead *self);
char *td_sheet_head_get_occasion (TdSheetHead *self);
gboolean td_sheet_head_check (TdSheetHead *self);
void td_sheet_head_focus (TdSheetHead *self);

G_END_DECLS
