/* td-timeline-mark.h: a period or a day on a timeline, to be pressed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-life.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_TIMELINE_MARK (td_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (TdTimelineMark, td_timeline_mark, TD, TIMELINE_MARK, GtkButton)

GtkWidget *td_timeline_mark_new (const TdLifeMark *mark, int day);
void td_timeline_mark_set_cut (TdTimelineMark *self, gboolean is_cut);
void td_timeline_mark_draw_shape (cairo_t *cr, int word, double size);

G_END_DECLS
