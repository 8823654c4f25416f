/* td-timeline-mark.c: a bar with what it says in it, and an arrow where it has not ended; or a shape for a day. Shapes
 * differ by the row's word, and colours only besides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-timeline-mark.h"

#include <math.h>

#define ARROW    8
#define RADIUS   4
#define PADDING  6
#define N_SHAPES 4

struct _TdTimelineMark
{
  GtkButton parent_instance;
  PangoLayout *label; /* (nullable): of a period */
  gboolean is_open;
  gboolean is_cut; /* it began before what is shown */
  int word;        /* of a day; -1 for none */
};

G_DEFINE_FINAL_TYPE (TdTimelineMark, td_timeline_mark, GTK_TYPE_BUTTON)

static void
trace_bar (TdTimelineMark *self, cairo_t *cr, double width, double height)
{
  double end = width - (self->is_open ? MIN (ARROW, width / 2) : 0);

  cairo_new_path (cr);
  if (self->is_cut)
    cairo_move_to (cr, 0, 0);
  else
    {
      cairo_arc (cr, RADIUS, height - RADIUS, RADIUS, 0.5 * G_PI, G_PI);
      cairo_arc (cr, RADIUS, RADIUS, RADIUS, G_PI, 1.5 * G_PI);
    }
  if (self->is_open)
    {
      cairo_line_to (cr, end, 0);
      cairo_line_to (cr, width, height / 2);
      cairo_line_to (cr, end, height);
    }
  else
    {
      cairo_arc (cr, end - RADIUS, RADIUS, RADIUS, 1.5 * G_PI, 0);
      cairo_arc (cr, end - RADIUS, height - RADIUS, RADIUS, 0, 0.5 * G_PI);
    }
  if (self->is_cut)
    cairo_line_to (cr, 0, height);
  else
    cairo_close_path (cr);
}

static void
draw_bar (TdTimelineMark *self, cairo_t *cr, const GdkRGBA *color, double width, double height)
{
  GdkRGBA fill = *color;

  fill.alpha *= 0.25f;
  cairo_translate (cr, 0.5, 0.5);
  trace_bar (self, cr, width - 1, height - 1);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * td_timeline_mark_draw_shape:
 * @cr: where to draw, in the colour that is set
 * @word: which word the shape stands for; -1 for none
 * @size: of the square that it fills
 *
 * A ring, a full diamond, a full triangle, an empty square: words differ by shape, and by full or empty.
 */
void
td_timeline_mark_draw_shape (cairo_t *cr, int word, double size)
{
  double middle = size / 2, reach = size / 2 - 1.5;
  int shape = MAX (word, 0) % N_SHAPES;

  cairo_new_path (cr);
  cairo_set_line_width (cr, 2);
  if (shape == 0)
    cairo_arc (cr, middle, middle, reach - 1, 0, 2 * G_PI);
  else if (shape == 3)
    cairo_rectangle (cr, middle - reach + 1, middle - reach + 1, 2 * reach - 2, 2 * reach - 2);
  else
    {
      cairo_move_to (cr, middle, middle - reach);
      cairo_line_to (cr, middle + reach, shape == 1 ? middle : middle + reach);
      if (shape == 1)
        cairo_line_to (cr, middle, middle + reach);
      cairo_line_to (cr, middle - reach, shape == 1 ? middle : middle + reach);
      cairo_close_path (cr);
      cairo_fill_preserve (cr);
    }
  cairo_stroke (cr);
}

static void
draw_label (TdTimelineMark *self, GtkSnapshot *snapshot, int width, int height)
{
  int room = width - 2 * PADDING - (self->is_open ? ARROW : 0);
  int text_height;
  GdkRGBA color;

  if (room < 3 * PADDING)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "window_fg_color", &color);
  pango_layout_set_width (self->label, room * PANGO_SCALE);
  pango_layout_get_pixel_size (self->label, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, floorf ((float)(height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->label, &color);
  gtk_snapshot_restore (snapshot);
}

static void
td_timeline_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdTimelineMark *self = TD_TIMELINE_MARK (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  if (self->label == NULL)
    td_timeline_mark_draw_shape (cr, self->word, MIN (width, height));
  else
    draw_bar (self, cr, &color, width, height);
  cairo_destroy (cr);
  if (self->label != NULL)
    draw_label (self, snapshot, width, height);
}

static void
td_timeline_mark_finalize (GObject *object)
{
  g_clear_object (&TD_TIMELINE_MARK (object)->label);
  G_OBJECT_CLASS (td_timeline_mark_parent_class)->finalize (object);
}

static void
td_timeline_mark_class_init (TdTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_timeline_mark_finalize;
  widget_class->snapshot = td_timeline_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "timelinemark");
}

static void
td_timeline_mark_init (TdTimelineMark *self)
{
}

static void
show_period (TdTimelineMark *self, const TdLifeMark *mark, int day)
{
  g_autofree char *label = td_life_mark_label (mark);

  self->is_open = mark->to == TD_LIFE_OPEN;
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
  pango_layout_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  if (mark->from <= day && day < mark->to)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
}

static void
show_day (TdTimelineMark *self, const TdLifeMark *mark)
{
  g_autofree char *class_name = g_strdup_printf ("word-%d", MAX (mark->word, 0) % N_SHAPES);

  self->word = mark->word;
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
}

/**
 * td_timeline_mark_set_cut:
 * @self: a period
 * @is_cut: whether it began before what is shown, so that its bar has no edge there
 */
void
td_timeline_mark_set_cut (TdTimelineMark *self, gboolean is_cut)
{
  self->is_cut = is_cut;
}

/**
 * td_timeline_mark_new:
 * @mark: a period or a day
 * @day: the day that is looked at; periods that hold on it stand out
 *
 * Returns: (transfer floating): the mark, named by all that it says
 */
GtkWidget *
td_timeline_mark_new (const TdLifeMark *mark, int day)
{
  TdTimelineMark *self = g_object_new (TD_TYPE_TIMELINE_MARK, NULL);
  g_autofree char *name = td_life_mark_describe (mark);

  if (mark->is_day)
    show_day (self, mark);
  else
    show_period (self, mark, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
