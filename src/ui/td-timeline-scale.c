/* td-timeline-scale.c: from days to pixels: where a mark stands, which marks would lie on each other, and which months
 * or years the axis names. Knows no widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-timeline-scale.h"

#include <string.h>

/* Between two days of one track; one period may begin where another ends. */
#define GAP 2

/**
 * td_timeline_scale_find_x:
 * @self: a scale
 * @day: a day's number
 *
 * Returns: where the day stands; outside of the scale where the day is
 */
int
td_timeline_scale_find_x (const TdTimelineScale *self, int day)
{
  return (int)((gint64)(day - self->first) * self->width / (self->last - self->first));
}

static TdTimelinePlace
find_place (const TdTimelineScale *self, const TdLifeMark *mark)
{
  TdTimelinePlace place = { 0 };
  int last = mark->to == TD_LIFE_OPEN ? self->last : MIN (mark->to, self->last);

  place.is_seen = mark->from <= self->last && (mark->is_day ? mark->from >= self->first : mark->to > self->first);
  if (!place.is_seen)
    return place;
  place.x = td_timeline_scale_find_x (self, MAX (mark->from, self->first));
  if (mark->is_day)
    {
      place.x -= TD_TIMELINE_DAY / 2;
      place.width = TD_TIMELINE_DAY;
    }
  else
    place.width = MAX (td_timeline_scale_find_x (self, last) - place.x, TD_TIMELINE_DAY / 2);
  place.x = CLAMP (place.x, 0, MAX (self->width - place.width, 0));
  return place;
}

/* The first track that is free there; where none is and no more may be had, the one that is free soonest. */
static guint
choose_track (int *ends, guint *n_tracks, const TdTimelinePlace *place)
{
  guint soonest = 0;

  for (guint i = 0; i < *n_tracks; i++)
    {
      if (ends[i] <= place->x)
        return i;
      if (ends[i] < ends[soonest])
        soonest = i;
    }
  return *n_tracks < TD_TIMELINE_TRACKS ? (*n_tracks)++ : soonest;
}

/**
 * td_timeline_scale_place:
 * @self: a scale
 * @life: what to place on it
 * @n_tracks: (out caller-allocates): for each lane how many tracks it takes, at least one
 *
 * Returns: (transfer full) (element-type TdTimelinePlace): a place for each mark
 */
GArray *
td_timeline_scale_place (const TdTimelineScale *self, const TdLife *life, guint *n_tracks)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TdTimelinePlace));
  int ends[TD_TIMELINE_TRACKS];
  const TdLifeMark *former = NULL;

  for (guint i = 0; i < life->lanes->len; i++)
    n_tracks[i] = 0;
  for (guint i = 0; i < life->marks->len; i++)
    {
      const TdLifeMark *mark = g_ptr_array_index (life->marks, i);
      TdTimelinePlace place = find_place (self, mark);

      if (former == NULL || former->lane != mark->lane)
        for (guint j = 0; j < TD_TIMELINE_TRACKS; j++)
          ends[j] = G_MININT;
      if (place.is_seen)
        {
          place.track = choose_track (ends, &n_tracks[mark->lane], &place);
          ends[place.track] = place.x + place.width + (mark->is_day ? GAP : 0);
        }
      g_array_append_val (places, place);
      former = mark;
    }
  for (guint i = 0; i < life->lanes->len; i++)
    n_tracks[i] = MAX (n_tracks[i], 1);
  return places;
}

/* How far the middle of one mark is from that of another, along the axis. */
static int
find_distance (const TdTimelinePlace *a, const TdTimelinePlace *b)
{
  return ABS ((a->x + a->width / 2) - (b->x + b->width / 2));
}

static guint
step_along (const TdLife *life, const GArray *places, guint from, int along)
{
  const TdLifeMark *start = g_ptr_array_index (life->marks, from);

  for (guint i = from + (guint)along; i < life->marks->len; i += (guint)along)
    {
      const TdLifeMark *mark = g_ptr_array_index (life->marks, i);

      if (mark->lane != start->lane)
        break;
      if (g_array_index (places, TdTimelinePlace, i).is_seen)
        return i;
    }
  return from;
}

/* Of the next lane that has any, the mark that stands nearest. */
static guint
step_across (const TdLife *life, const GArray *places, guint from, int across)
{
  const TdTimelinePlace *start = &g_array_index (places, TdTimelinePlace, from);
  guint lane = ((const TdLifeMark *)g_ptr_array_index (life->marks, from))->lane;
  guint found = from;

  while (found == from && (lane += (guint)across) < life->lanes->len)
    for (guint i = 0; i < life->marks->len; i++)
      {
        const TdLifeMark *mark = g_ptr_array_index (life->marks, i);
        const TdTimelinePlace *place = &g_array_index (places, TdTimelinePlace, i);

        if (mark->lane == lane && place->is_seen
            && (found == from
                || find_distance (place, start)
                     < find_distance (&g_array_index (places, TdTimelinePlace, found), start)))
          found = i;
      }
  return found;
}

/**
 * td_timeline_scale_step:
 * @life: a life
 * @places: where its marks are
 * @from: one of its marks
 * @along: 1 for the next mark of the lane, -1 for the one before, 0 to change the lane
 * @across: 1 for the nearest mark of the next lane, -1 for that of the lane before
 *
 * Returns: that mark; @from where there is none
 */
guint
td_timeline_scale_step (const TdLife *life, const GArray *places, guint from, int along, int across)
{
  return along != 0 ? step_along (life, places, from, along) : step_across (life, places, from, across);
}

/* The number of the first day of a month; months are counted on from January of the year 0. */
static int
find_month (int month)
{
  g_autofree char *date = g_strdup_printf ("%04d-%02d-01", month / 12, month % 12 + 1);

  return td_life_count_day (date);
}

/* How many months lie between two named days, so that their names do not touch. */
static int
choose_step (const TdTimelineScale *self, int least_gap)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 60, 120 };
  guint i = 0;

  while (i < G_N_ELEMENTS (steps) - 1
         && (gint64)steps[i] * 30 * self->width < (gint64)least_gap * (self->last - self->first))
    i++;
  return steps[i];
}

/**
 * td_timeline_scale_list_ticks:
 * @self: a scale
 * @least_gap: how many pixels a name takes
 *
 * Returns: (transfer full) (element-type TdTimelineTick): the months or years that the axis names
 */
GArray *
td_timeline_scale_list_ticks (const TdTimelineScale *self, int least_gap)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TdTimelineTick));
  int step = choose_step (self, least_gap);
  g_autofree char *first = td_life_show_day (self->first);
  int month = (int)g_ascii_strtoll (first + strlen ("31/12/"), NULL, 10) * 12;

  month -= month % step;
  for (; find_month (month) <= self->last; month += step)
    {
      TdTimelineTick tick = { .year = month / 12, .month = step < 12 ? month % 12 + 1 : 0 };

      tick.x = td_timeline_scale_find_x (self, find_month (month));
      if (tick.x >= 0)
        g_array_append_val (ticks, tick);
    }
  return ticks;
}
