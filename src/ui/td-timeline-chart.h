/* td-timeline-chart.h: a life drawn on an axis of days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-life.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_TIMELINE_CHART (td_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (TdTimelineChart, td_timeline_chart, TD, TIMELINE_CHART, GtkWidget)

void td_timeline_chart_show (TdTimelineChart *self, TdLife *life, int day);
void td_timeline_chart_set_range (TdTimelineChart *self, int first, int last);

G_END_DECLS
