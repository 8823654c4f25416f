/* td-timeline.h: the rows that refer to a row, over the years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_TIMELINE (td_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TdTimeline, td_timeline, TD, TIMELINE, AdwBin)

void td_timeline_show (TdTimeline *self, GPtrArray *related, const char *day);

G_END_DECLS
