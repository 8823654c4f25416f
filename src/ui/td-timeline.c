/* td-timeline.c: the chart with its title, a sentence on what it shows, the choice of how many years, and what the
 * shapes of its days mean. Of a long life it shows the last years first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-timeline.h"

#include "td-timeline-chart.h"
#include "td-timeline-mark.h"
#include "td-timeline-scale.h"

#include <glib/gi18n.h>

#define DAYS_OF_YEAR 365
/* What is left to the right of the last day, so that its mark is whole. */
#define DAYS_AFTER(days) ((days) / 40 + 7)
#define LONG_LIFE        (6 * DAYS_OF_YEAR)

/* The whole, and how many last years. */
static const int choices[] = { 0, 10, 5, 2, 1 };
#define FIVE_YEARS 2

struct _TdTimeline
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkDropDown *years;
  TdTimelineChart *chart;
  GtkBox *key;
  int first; /* of the whole */
  int last;
  gboolean is_shown;
};

G_DEFINE_FINAL_TYPE (TdTimeline, td_timeline, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_activated (TdTimeline *self, gpointer row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
set_range (TdTimeline *self)
{
  guint chosen = gtk_drop_down_get_selected (self->years);
  int days = chosen < G_N_ELEMENTS (choices) ? choices[chosen] * DAYS_OF_YEAR : 0;
  int first = days > 0 ? MAX (self->first, self->last - days) : self->first;

  td_timeline_chart_set_range (self->chart, first, self->last + DAYS_AFTER (self->last - first));
}

static void
draw_shape (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer word)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  td_timeline_mark_draw_shape (cr, GPOINTER_TO_INT (word), MIN (width, height));
}

static void
add_key (TdTimeline *self, const TdLifeMark *mark)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (mark->said);
  g_autofree char *class_name = g_strdup_printf ("word-%d", mark->word);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), TD_TIMELINE_DAY);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), TD_TIMELINE_DAY);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_shape, GINT_TO_POINTER (mark->word), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "timeline-key");
  gtk_widget_add_css_class (area, class_name);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_margin_end (label, 12);
  gtk_box_append (self->key, area);
  gtk_box_append (self->key, label);
}

/* Only of the words that there are. */
static void
show_key (TdTimeline *self, const TdLife *life)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->key))) != NULL)
    gtk_box_remove (self->key, child);
  for (guint i = 0; i < life->marks->len; i++)
    {
      const TdLifeMark *mark = g_ptr_array_index (life->marks, i);

      if (mark->is_day && mark->said != NULL && g_hash_table_add (seen, (gpointer)mark->said))
        add_key (self, mark);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->key), g_hash_table_size (seen) > 0);
}

static void
show_sentence (TdTimeline *self, const TdLife *life)
{
  g_autofree char *first = td_life_show_day (self->first);
  g_autofree char *last = td_life_show_day (self->last);
  g_autofree char *marks
    = g_strdup_printf (ngettext ("%u period or day", "%u periods and days", life->marks->len), life->marks->len);
  /* Translators: how many periods and days, and the first and the last day of all. */
  g_autofree char *text = g_strdup_printf (_ ("%s from %s to %s. The arrow keys go from one to the next, Enter edits."),
                                           marks, first, last);

  adw_preferences_group_set_description (self->group, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Nobody is asked how many of two years to show. What was chosen stays. */
static void
choose_years (TdTimeline *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->years), self->last - self->first > 2 * DAYS_OF_YEAR);
  if (!self->is_shown)
    gtk_drop_down_set_selected (self->years, self->last - self->first > LONG_LIFE ? FIVE_YEARS : 0);
  self->is_shown = TRUE;
}

static void
td_timeline_class_init (TdTimelineClass *klass)
{
  /* With a TdRow: one of its marks was pressed. */
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     1, G_TYPE_POINTER);
}

static GtkDropDown *
make_years (void)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *years;

  gtk_string_list_append (words, _ ("Whole life"));
  for (guint i = 1; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *word
        = g_strdup_printf (ngettext ("Last %d year", "Last %d years", (gulong)choices[i]), choices[i]);

      gtk_string_list_append (words, word);
    }
  years = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_widget_set_valign (years, GTK_ALIGN_CENTER);
  /* The button within it has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (years)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Years shown"), -1);
  return GTK_DROP_DOWN (years);
}

static void
td_timeline_init (TdTimeline *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->years = make_years ();
  self->chart = g_object_new (TD_TYPE_TIMELINE_CHART, NULL);
  self->key = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->key), "timeline-keys");
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->key));
  adw_preferences_group_set_title (self->group, _ ("Timeline"));
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->years));
  adw_preferences_group_add (self->group, card);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_signal_connect_object (self->years, "notify::selected", G_CALLBACK (set_range), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

/**
 * td_timeline_show:
 * @self: the timeline
 * @related: (element-type TdRelated): the rows that refer to one row
 * @day: the day that is looked at
 *
 * Hides itself where no row has a day.
 */
void
td_timeline_show (TdTimeline *self, GPtrArray *related, const char *day)
{
  g_autoptr (TdLife) life = td_life_new (related);
  int looked_at = td_life_count_day (day);

  gtk_widget_set_visible (GTK_WIDGET (self), life->marks->len > 0);
  td_life_find_range (life, looked_at, &self->first, &self->last);
  show_sentence (self, life);
  show_key (self, life);
  choose_years (self);
  set_range (self);
  td_timeline_chart_show (self->chart, g_steal_pointer (&life), looked_at);
}
