/* td-day-entry.h: a day, typed, picked from a calendar or stepped through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_DAY_ENTRY (td_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (TdDayEntry, td_day_entry, TD, DAY_ENTRY, AdwBin)

const char *td_day_entry_get_day (TdDayEntry *self);
void td_day_entry_set_day (TdDayEntry *self, const char *day);
void td_day_entry_step (TdDayEntry *self, int days);
void td_day_entry_focus (TdDayEntry *self);

G_END_DECLS
