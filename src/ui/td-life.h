/* td-life.h: the periods and days of the rows that refer to one row: what a timeline shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"

G_BEGIN_DECLS

/* A period or a day of a row. Days are counted, so that they can be drawn. */
typedef struct
{
  TdRow *row;
  guint lane;
  guint field; /* the day, or the day on which the period begins */
  int from;    /* its first day */
  int to;      /* the day on which it ended; TD_LIFE_OPEN where it did not; the same as from for a single day */
  gboolean is_day;
  int word;         /* which of the words that tell its lane's rows apart; -1 where there are none */
  const char *said; /* (nullable): that word in Vietnamese */
} TdLifeMark;

#define TD_LIFE_OPEN G_MAXINT

typedef struct
{
  GPtrArray *lanes; /* of const TdRegister: those with a mark */
  GPtrArray *marks; /* of TdLifeMark, by lane and then by day */
} TdLife;

TdLife *td_life_new (GPtrArray *related);
void td_life_free (TdLife *self);
void td_life_find_range (const TdLife *self, int day, int *first, int *last);
int td_life_count_day (const char *date);
char *td_life_show_day (int day);
char *td_life_mark_label (const TdLifeMark *mark);
char *td_life_mark_describe (const TdLifeMark *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLife, td_life_free)

G_END_DECLS
