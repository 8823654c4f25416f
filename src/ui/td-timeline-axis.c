/* td-timeline-axis.c: fine lines through all lanes, each with its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-timeline-axis.h"

/* What a name like 11/2025 takes, with room around it. */
#define TICK_GAP 68

static void
draw_line (GtkSnapshot *snapshot, int x, int y, int width, int height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

/* In the middle over @x, within the widget. */
static void
draw_name (GtkWidget *widget, GtkSnapshot *snapshot, const char *text, int x, int y, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width / 2, 0, gtk_widget_get_width (widget) - width - 2);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static char *
name_tick (const TdTimelineTick *tick)
{
  return tick->month > 0 ? g_strdup_printf ("%02d/%d", tick->month, tick->year) : g_strdup_printf ("%d", tick->year);
}

/**
 * td_timeline_axis_draw:
 * @widget: whose font and colours it takes
 * @snapshot: where to draw
 * @scale: which days stand where
 * @left: where the scale begins
 * @foot: where the last lane ends
 *
 * Draws the months or years, named below the lanes.
 */
void
td_timeline_axis_draw (GtkWidget *widget, GtkSnapshot *snapshot, const TdTimelineScale *scale, int left, int foot)
{
  g_autoptr (GArray) ticks = td_timeline_scale_list_ticks (scale, TICK_GAP);
  GdkRGBA text, line;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  line = text;
  text.alpha *= 0.7f;
  line.alpha *= 0.12f;
  for (guint i = 0; i < ticks->len; i++)
    {
      const TdTimelineTick *tick = &g_array_index (ticks, TdTimelineTick, i);
      g_autofree char *name = name_tick (tick);

      draw_line (snapshot, left + tick->x, TD_TIMELINE_HEAD, 1, foot - TD_TIMELINE_HEAD + 4, &line);
      draw_name (widget, snapshot, name, left + tick->x, foot + 5, &text);
    }
}

/**
 * td_timeline_axis_draw_day:
 * @widget: whose font and colours it takes
 * @snapshot: where to draw
 * @scale: which days stand where
 * @left: where the scale begins
 * @foot: where the last lane ends
 * @day: a day's number
 *
 * Draws the day that is looked at, named above the lanes, unless the scale does not reach it.
 */
void
td_timeline_axis_draw_day (GtkWidget *widget, GtkSnapshot *snapshot, const TdTimelineScale *scale, int left, int foot,
                           int day)
{
  g_autofree char *name = td_life_show_day (day);
  int x = left + td_timeline_scale_find_x (scale, day);
  GdkRGBA color;

  if (day < scale->first || day > scale->last)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &color);
  draw_line (snapshot, x, TD_TIMELINE_HEAD - 2, 2, foot - TD_TIMELINE_HEAD + 2, &color);
  draw_name (widget, snapshot, name, x, 0, &color);
}
