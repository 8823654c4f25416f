/* td-day-popover.h: a calendar to pick a day from, by pointer or by keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_DAY_POPOVER (td_day_popover_get_type ())
G_DECLARE_FINAL_TYPE (TdDayPopover, td_day_popover, TD, DAY_POPOVER, GtkPopover)

void td_day_popover_set_day (TdDayPopover *self, const char *day);

G_END_DECLS
