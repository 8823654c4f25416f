/* td-timeline-chart.c: a lane for each register, its title on the left, and its marks as widgets of their own, so that
 * keys, pointer and screen reader all reach them. Tab comes to one of them, the arrow keys go to the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-timeline-chart.h"

#include "td-timeline-axis.h"
#include "td-timeline-mark.h"

#define TRACK_HEIGHT 20
#define BAR_HEIGHT   18
#define LANE_PADDING 4
#define PADDING      12
#define LEAST_WIDTH  360

struct _TdTimelineChart
{
  GtkWidget parent_instance;
  TdLife *life;      /* (nullable): until it is shown */
  GPtrArray *titles; /* of PangoLayout */
  GPtrArray *marks;  /* of TdTimelineMark, as the life's marks */
  int day;
  int first;
  int last;
  guint latest; /* the mark that Tab comes to */

  /* As it was last laid out. */
  TdTimelineScale scale;
  GArray *places;  /* (nullable): of TdTimelinePlace */
  guint *n_tracks; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdTimelineChart, td_timeline_chart, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
get_lane_height (TdTimelineChart *self, guint lane)
{
  return (int)self->n_tracks[lane] * TRACK_HEIGHT + 2 * LANE_PADDING;
}

static int
find_lane_y (TdTimelineChart *self, guint lane)
{
  int y = TD_TIMELINE_HEAD;

  for (guint i = 0; i < lane; i++)
    y += get_lane_height (self, i);
  return y;
}

/* The titles take what they need, up to a third. */
static int
find_gutter (TdTimelineChart *self, int width)
{
  int widest = 0;

  for (guint i = 0; i < self->titles->len; i++)
    {
      PangoLayout *title = g_ptr_array_index (self->titles, i);
      int title_width;

      pango_layout_set_width (title, -1);
      pango_layout_get_pixel_size (title, &title_width, NULL);
      widest = MAX (widest, title_width);
    }
  return MIN (widest, width / 3) + 2 * PADDING;
}

static void
lay_out (TdTimelineChart *self, int width)
{
  int gutter = find_gutter (self, width);

  self->scale = (TdTimelineScale){ .first = self->first, .last = self->last, .width = width - gutter - PADDING };
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->n_tracks);
  self->n_tracks = g_new0 (guint, self->life->lanes->len);
  self->places = td_timeline_scale_place (&self->scale, self->life, self->n_tracks);
}

static GtkSizeRequestMode
td_timeline_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
td_timeline_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  TdTimelineChart *self = TD_TIMELINE_CHART (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->life == NULL)
    return;
  lay_out (self, MAX (for_size, LEAST_WIDTH));
  *minimum = *natural = find_lane_y (self, self->life->lanes->len) + TD_TIMELINE_FOOT;
}

static void
allocate_mark (TdTimelineChart *self, guint n, int left)
{
  const TdLifeMark *mark = g_ptr_array_index (self->life->marks, n);
  const TdTimelinePlace *place = &g_array_index (self->places, TdTimelinePlace, n);
  GtkWidget *widget = g_ptr_array_index (self->marks, n);
  int height = mark->is_day ? TD_TIMELINE_DAY : BAR_HEIGHT;
  GtkAllocation allocation = { .x = left + place->x, .width = place->width, .height = height };
  int minimum;

  gtk_widget_set_child_visible (widget, place->is_seen);
  if (!place->is_seen)
    return;
  allocation.y
    = find_lane_y (self, mark->lane) + LANE_PADDING + (int)place->track * TRACK_HEIGHT + (TRACK_HEIGHT - height) / 2;
  td_timeline_mark_set_cut (TD_TIMELINE_MARK (widget), mark->from < self->first);
  /* GTK wants to have been asked, whatever the answer. */
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
td_timeline_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdTimelineChart *self = TD_TIMELINE_CHART (widget);

  if (self->life == NULL)
    return;
  lay_out (self, width);
  for (guint i = 0; i < self->marks->len; i++)
    allocate_mark (self, i, find_gutter (self, width));
}

static void
draw_lanes (TdTimelineChart *self, GtkSnapshot *snapshot, int gutter)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA line;

  gtk_style_context_get_color (context, &line);
  line.alpha *= 0.12f;
  for (guint i = 0; i <= self->titles->len; i++)
    gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, (float)find_lane_y (self, i), width, 1));
  for (guint i = 0; i < self->titles->len; i++)
    {
      PangoLayout *title = g_ptr_array_index (self->titles, i);
      int height;

      pango_layout_set_width (title, (gutter - 2 * PADDING) * PANGO_SCALE);
      pango_layout_get_pixel_size (title, NULL, &height);
      gtk_snapshot_render_layout (snapshot, context, PADDING,
                                  find_lane_y (self, i) + LANE_PADDING + (TRACK_HEIGHT - height) / 2, title);
    }
}

static void
td_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdTimelineChart *self = TD_TIMELINE_CHART (widget);
  int gutter, foot;

  if (self->life == NULL)
    return;
  gutter = find_gutter (self, gtk_widget_get_width (widget));
  foot = find_lane_y (self, self->titles->len);
  td_timeline_axis_draw (widget, snapshot, &self->scale, gutter, foot);
  draw_lanes (self, snapshot, gutter);
  td_timeline_axis_draw_day (widget, snapshot, &self->scale, gutter, foot, self->day);
  GTK_WIDGET_CLASS (td_timeline_chart_parent_class)->snapshot (widget, snapshot);
}

static guint
find_focused (TdTimelineChart *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint n;

  return focused != NULL && g_ptr_array_find (self->marks, focused, &n) ? n : G_MAXUINT;
}

/* The one that had the focus last, or the first. */
static gboolean
enter (TdTimelineChart *self)
{
  if (self->latest < self->marks->len && gtk_widget_grab_focus (g_ptr_array_index (self->marks, self->latest)))
    return TRUE;
  for (guint i = 0; i < self->marks->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->marks, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->marks, i));
  return FALSE;
}

static gboolean
td_timeline_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TdTimelineChart *self = TD_TIMELINE_CHART (widget);
  guint from = find_focused (self);
  int along = (direction == GTK_DIR_RIGHT) - (direction == GTK_DIR_LEFT);
  int across = (direction == GTK_DIR_DOWN) - (direction == GTK_DIR_UP);

  if (from == G_MAXUINT)
    return enter (self);
  self->latest = from;
  if (along == 0 && across == 0)
    return FALSE;
  self->latest = td_timeline_scale_step (self->life, self->places, from, along, across);
  return gtk_widget_grab_focus (g_ptr_array_index (self->marks, self->latest));
}

static void
on_clicked (TdTimelineChart *self, GtkWidget *widget)
{
  guint n;

  if (g_ptr_array_find (self->marks, widget, &n))
    g_signal_emit (self, signals[ACTIVATED], 0, ((TdLifeMark *)g_ptr_array_index (self->life->marks, n))->row);
}

static void
remove_marks (TdTimelineChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->marks, i));
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->titles, 0);
}

static void
td_timeline_chart_dispose (GObject *object)
{
  remove_marks (TD_TIMELINE_CHART (object));
  G_OBJECT_CLASS (td_timeline_chart_parent_class)->dispose (object);
}

static void
td_timeline_chart_finalize (GObject *object)
{
  TdTimelineChart *self = TD_TIMELINE_CHART (object);

  g_clear_pointer (&self->life, td_life_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self->n_tracks);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->titles);
  G_OBJECT_CLASS (td_timeline_chart_parent_class)->finalize (object);
}

static void
td_timeline_chart_class_init (TdTimelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_timeline_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_timeline_chart_finalize;
  widget_class->get_request_mode = td_timeline_chart_get_request_mode;
  widget_class->measure = td_timeline_chart_measure;
  widget_class->size_allocate = td_timeline_chart_size_allocate;
  widget_class->snapshot = td_timeline_chart_snapshot;
  widget_class->focus = td_timeline_chart_focus;

  /* With a TdRow: a mark was pressed. */
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
td_timeline_chart_init (TdTimelineChart *self)
{
  self->marks = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_title (TdTimelineChart *self, const TdRegister *reg)
{
  PangoLayout *title = gtk_widget_create_pango_layout (GTK_WIDGET (self), reg->title);

  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  g_ptr_array_add (self->titles, title);
}

static void
add_mark (TdTimelineChart *self, const TdLifeMark *mark)
{
  GtkWidget *widget = td_timeline_mark_new (mark, self->day);

  g_ptr_array_add (self->marks, widget);
  g_signal_connect_object (widget, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

/**
 * td_timeline_chart_show:
 * @self: the chart
 * @life: (transfer full): what to draw
 * @day: the day that is looked at
 */
void
td_timeline_chart_show (TdTimelineChart *self, TdLife *life, int day)
{
  gboolean had_focus = find_focused (self) != G_MAXUINT;

  remove_marks (self);
  g_clear_pointer (&self->life, td_life_free);
  self->life = life;
  self->day = day;
  for (guint i = 0; i < life->lanes->len; i++)
    add_title (self, g_ptr_array_index (life->lanes, i));
  for (guint i = 0; i < life->marks->len; i++)
    add_mark (self, g_ptr_array_index (life->marks, i));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (had_focus)
    enter (self);
}

/**
 * td_timeline_chart_set_range:
 * @self: the chart
 * @first: the number of the day at its left edge
 * @last: that of the day at its right edge
 */
void
td_timeline_chart_set_range (TdTimelineChart *self, int first, int last)
{
  self->first = first;
  self->last = last;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
