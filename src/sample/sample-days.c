/* sample-days.c: the sample's days, and when what a criterion asks for is put in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-date.h"
#include "td-sample-private.h"

/* In a month that something happens in, what follows from it can still be done before the month ends. */
#define EARLIEST 4
#define LATEST   18

/**
 * td_sample_date:
 * @self: the sample
 * @day: a day
 *
 * Returns: (transfer none) (nullable): its date; %NULL after the sample's last day, when nobody knows yet
 */
const char *
td_sample_date (TdSample *self, int day)
{
  g_autofree char *date = NULL;

  if (day > TD_SAMPLE_LAST)
    return NULL;
  date = td_date_add_days (TD_SAMPLE_FIRST_DAY, day);
  return g_string_chunk_insert_const (self->texts, date);
}

int
td_sample_day (const char *date)
{
  return td_date_days_between (TD_SAMPLE_FIRST_DAY, date);
}

/**
 * td_sample_month_start:
 * @month: a month from 0 to %TD_SAMPLE_AFTER
 *
 * Returns: its first day
 */
int
td_sample_month_start (int month)
{
  static const int starts[] = { 0, 31, 61, 92, 123, 151, 182, 212, 243, 273, 304, 335, 365, 396, 426, 457 };

  G_STATIC_ASSERT (G_N_ELEMENTS (starts) == TD_SAMPLE_AFTER + 1);
  return starts[month];
}

/**
 * td_sample_early:
 * @day: a day of the plan
 *
 * Returns: that day or the next that lies neither at the start nor towards the end of a month
 */
int
td_sample_early (int day)
{
  int month = 0;

  while (month < TD_SAMPLE_N_MONTHS && td_sample_month_start (month + 1) <= day)
    month++;
  if (day - td_sample_month_start (month) >= LATEST)
    month++;
  return MAX (day, td_sample_month_start (month) + EARLIEST - 1);
}

/**
 * td_sample_reducing_month:
 * @commune: a commune
 *
 * Returns: the month in which the first of its addicts and users stops being one
 */
int
td_sample_reducing_month (const TdSampleCommune *commune)
{
  return commune->ready[3] == TD_SAMPLE_FAR ? 4 : commune->ready[3];
}

/**
 * td_sample_mended:
 * @self: the sample
 * @commune: a commune
 * @criterion: a criterion, 1 to 10
 *
 * Returns: the day on which the last that it misses is put in order; before the plan where nothing is missing
 */
int
td_sample_mended (TdSample *self, const TdSampleCommune *commune, int criterion)
{
  int month = commune->ready[criterion - 1];
  int day = td_sample_between (self, 3, 24);

  if (month == TD_SAMPLE_FAR)
    return TD_SAMPLE_NEVER;
  return month == 0 ? -day : td_sample_month_start (month) + day;
}

/**
 * td_sample_settle:
 * @self: the sample
 * @commune: a commune
 * @criterion: a criterion, 1 to 10
 * @n: how many subjects it has
 *
 * The first of them is the last to be put in order; the others are before the plan or in the course of its time until
 * then. In a commune that is far off a third of them never is.
 *
 * Returns: (transfer full): the day for each subject
 */
int *
td_sample_settle (TdSample *self, const TdSampleCommune *commune, int criterion, int n)
{
  int *days = g_new (int, MAX (n, 1));
  int last = td_sample_mended (self, commune, criterion);

  for (int i = 0; i < n; i++)
    {
      gboolean is_late = td_sample_chance (self, 55);
      int before = -td_sample_between (self, 30, 600);
      int after = td_sample_between (self, 0, MIN (last, TD_SAMPLE_LAST) * 4 / 5);

      days[i] = is_late && last > 0 ? after : before;
      if (last > 0 && (i == 0 || (last == TD_SAMPLE_NEVER && i <= n / 3)))
        days[i] = last;
    }
  return days;
}
