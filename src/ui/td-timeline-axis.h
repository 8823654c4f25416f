/* td-timeline-axis.h: the months, the years and the day below and above a timeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-timeline-scale.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How high the names are that stand above and below. */
#define TD_TIMELINE_HEAD 20
#define TD_TIMELINE_FOOT 24

void td_timeline_axis_draw (GtkWidget *widget, GtkSnapshot *snapshot, const TdTimelineScale *scale, int left, int foot);
void td_timeline_axis_draw_day (GtkWidget *widget, GtkSnapshot *snapshot, const TdTimelineScale *scale, int left,
                                int foot, int day);

G_END_DECLS
