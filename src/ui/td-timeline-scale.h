/* td-timeline-scale.h: where the days of a life stand on a line of so many pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-life.h"

G_BEGIN_DECLS

/* What a single day takes, in both directions; a period is at least as wide as half of it. */
#define TD_TIMELINE_DAY 14
/* Marks of one lane that would lie on each other lie below each other, up to so many. */
#define TD_TIMELINE_TRACKS 6

typedef struct
{
  int first; /* the day at the left edge */
  int last;  /* the day at the right edge, later than the first */
  int width; /* in pixels */
} TdTimelineScale;

typedef struct
{
  gboolean is_seen;
  guint track; /* of its lane, from above */
  int x;
  int width;
} TdTimelinePlace;

typedef struct
{
  int x;
  int year;
  int month; /* 0 where the line is of whole years */
} TdTimelineTick;

int td_timeline_scale_find_x (const TdTimelineScale *self, int day);
GArray *td_timeline_scale_place (const TdTimelineScale *self, const TdLife *life, guint *n_tracks);
guint td_timeline_scale_step (const TdLife *life, const GArray *places, guint from, int along, int across);
GArray *td_timeline_scale_list_ticks (const TdTimelineScale *self, int least_gap);

G_END_DECLS
