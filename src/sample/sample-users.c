/* sample-users.c: users, people with psychosis, and those suspected of use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

/* The latest month in which a user leaves: who comes after them is still seen by November. */
#define LAST_TO_LEAVE 10

/* Until they are settled a user evades tests, has no record or no supervisor. The last of a commune has no supervisor.
 */
static void
put_care (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int settled, gboolean is_last)
{
  int opened = -td_sample_between (self, 20, 300);
  int lot = is_last ? 0 : td_sample_between (self, 0, 2);

  td_sample_record (self, place, person, settled > 0 && lot == 1 ? settled : opened,
                    settled > 0 && lot == 0 ? settled : opened, TD_SAMPLE_NEVER);
  if (settled <= 0 || lot != 2)
    {
      td_sample_rounds (self, place, person, 0, TD_SAMPLE_NEVER, TD_SAMPLE_MORE);
      return;
    }
  td_sample_bad_rounds (self, place, person, settled);
  td_sample_test (self, person, settled, "unannounced", FALSE);
  if (settled < TD_SAMPLE_LAST)
    td_sample_rounds (self, place, person, settled + 1, TD_SAMPLE_NEVER, TD_SAMPLE_MORE);
}

static void
put_staying (TdSample *self, const TdSamplePlace *place)
{
  const TdSampleNumbers *numbers = &place->commune->numbers;
  int n = numbers->users + numbers->psychosis;
  g_autofree int *settled = td_sample_settle (self, place->commune, 2, n);

  for (int i = 0; i < n; i++)
    {
      TdSamplePerson person = td_sample_person (self, place, TD_SAMPLE_NEVER);
      int from = -td_sample_between (self, 310, 700);
      gboolean is_ill = i >= numbers->users;

      td_sample_class (self, &person, is_ill ? "psychosis" : "user", from, TD_SAMPLE_NEVER);
      if (is_ill && td_sample_chance (self, 30))
        td_sample_class (self, &person, "user", from, TD_SAMPLE_NEVER);
      put_care (self, place, &person, settled[i], i == 0);
    }
}

static void
put_leaving (TdSample *self, const TdSamplePlace *place, int day)
{
  gboolean moves = td_sample_chance (self, 30);
  TdSamplePerson person = td_sample_person (self, place, moves ? day : TD_SAMPLE_NEVER);

  td_sample_class (self, &person, "user", -td_sample_between (self, 60, 300), moves ? TD_SAMPLE_NEVER : day);
  td_sample_record (self, place, &person, -50, -50, day);
  td_sample_rounds (self, place, &person, 0, day, TD_SAMPLE_MORE);
}

/* Suspected, tested the same day, found out; clean when tested again. */
static void
put_coming (TdSample *self, const TdSamplePlace *place, int day)
{
  TdSamplePerson person = td_sample_person (self, place, TD_SAMPLE_NEVER);
  int again = day + td_sample_between (self, 5, 9);

  td_sample_class (self, &person, "suspected", day, day);
  td_sample_class (self, &person, "user", day, TD_SAMPLE_NEVER);
  td_sample_offence (self, &person.hamlet, &person, "use", day, day);
  td_sample_record (self, place, &person, day, day, TD_SAMPLE_NEVER);
  td_sample_test (self, &person, day, "suspicion", TRUE);
  td_sample_test (self, &person, again, "unannounced", FALSE);
  td_sample_rounds (self, place, &person, again + 1, TD_SAMPLE_NEVER, TD_SAMPLE_MORE);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* The first leaves in the month from which criterion 4 is met. */
static GArray *
draw_leaving (TdSample *self, const TdSampleCommune *commune)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  int month = td_sample_reducing_month (commune);
  int end = td_sample_month_start (MAX (LAST_TO_LEAVE, month) + 1) - 1;

  for (int i = 0; i < commune->numbers.leaving; i++)
    {
      int first = td_sample_month_start (month) + td_sample_between (self, 2, 20);
      int later = td_sample_between (self, first, end);

      g_array_append_val (days, *(i == 0 ? &first : &later));
    }
  g_array_sort (days, compare_days);
  return days;
}

/* Somebody comes some weeks after the one who leaves next, so that there are always fewer than there were; where users
 * return, after that one; where more come than leave, at any time. */
static int
draw_coming (TdSample *self, const TdSamplePlace *place, const GArray *leaving, int i)
{
  guint after = (guint)i + (place->commune->user_returns ? 0 : 1);
  int weeks_later = td_sample_between (self, 25, 70);
  int any_time = td_sample_between (self, place->registered + 10, 300);
  int day = after < leaving->len ? g_array_index (leaving, int, after) + weeks_later : any_time;

  return td_sample_early (MIN (day, td_sample_day ("2025-11-12")));
}

/**
 * td_sample_users:
 * @self: the sample
 * @place: a commune
 *
 * Puts its users and people with psychosis with all that is done about them.
 */
void
td_sample_users (TdSample *self, const TdSamplePlace *place)
{
  g_autoptr (GArray) leaving = draw_leaving (self, place->commune);

  put_staying (self, place);
  for (guint i = 0; i < leaving->len; i++)
    put_leaving (self, place, g_array_index (leaving, int, i));
  for (int i = 0; i < place->commune->numbers.coming; i++)
    put_coming (self, place, draw_coming (self, place, leaving, i));
}

/**
 * td_sample_suspected:
 * @self: the sample
 * @place: a commune
 *
 * Puts those suspected of use: some are tested late, until all are tested on the day of the suspicion.
 */
void
td_sample_suspected (TdSample *self, const TdSamplePlace *place)
{
  int n = place->commune->numbers.suspected;
  g_autofree int *settled = td_sample_settle (self, place->commune, 3, n);

  for (int i = 0; i < n; i++)
    {
      TdSamplePerson person = td_sample_person (self, place, TD_SAMPLE_NEVER);
      gboolean is_late = settled[i] > 0;
      int early = td_sample_between (self, -40, MIN (settled[i], 200) - 40);
      int later = td_sample_between (self, 0, 420);
      int from = is_late ? early : later;
      int tested = is_late ? settled[i] : from;
      int cleared = MIN (tested, TD_SAMPLE_LAST) + td_sample_between (self, 20, 90);

      td_sample_class (self, &person, "suspected", from, tested > TD_SAMPLE_LAST ? TD_SAMPLE_NEVER : cleared);
      td_sample_test (self, &person, tested, "suspicion", FALSE);
    }
}
