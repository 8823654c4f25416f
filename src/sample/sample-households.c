/* sample-households.c: households, hamlet by hamlet, and the campaign in which they sign their commitment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

#define DAYS_PER_HAMLET 20

typedef struct
{
  TdSampleHamlet hamlet;
  int registered;
  int left;
  int committed;
} Household;

static void
put_household (TdSample *self, const TdSamplePlace *place, int number, const Household *it)
{
  const char *ethnicity = td_sample_ethnicity (self);
  gboolean is_male = td_sample_chance (self, 78);

  td_sample_put (self, "households", "id", td_sample_text (self, "H%s-%04d", place->commune->code, number), "unit",
                 it->hamlet.code, "head_name", td_sample_name (self, ethnicity, is_male), "registered_on",
                 td_sample_date (self, it->registered), "left_on", td_sample_date (self, it->left), "committed_on",
                 td_sample_date (self, it->committed), NULL);
}

/* The campaign goes from hamlet to hamlet from the registration on; a few are not at home or want to think it over. */
static int
sign (TdSample *self, const TdSamplePlace *place, const Household *it, int last)
{
  int end = MIN (last, TD_SAMPLE_LAST) * 4 / 5;
  int span = MAX (end - place->registered - DAYS_PER_HAMLET, 0);
  int start = place->registered + it->hamlet.number * span / (int)place->hamlets->len;
  int visit = start + td_sample_between (self, 1, DAYS_PER_HAMLET);
  int later = td_sample_between (self, visit, end);
  gboolean is_visited = td_sample_chance (self, 93);

  return MAX (it->registered, MIN (is_visited ? visit : later, end));
}

/* Who moves in signs on the day they register. */
static Household
draw_household (TdSample *self, const TdSamplePlace *place, int last)
{
  Household it = { .hamlet = td_sample_hamlet (self, place), .left = TD_SAMPLE_NEVER };
  gboolean is_new = td_sample_chance (self, 2);
  int old = -td_sample_between (self, 100, 11000);
  int recent = td_sample_between (self, 0, 420);
  gboolean refuses = last == TD_SAMPLE_NEVER && td_sample_chance (self, 18);

  it.registered = is_new ? recent : old;
  it.committed = sign (self, place, &it, last);
  if (refuses)
    it.committed = TD_SAMPLE_NEVER;
  return it;
}

/**
 * td_sample_households:
 * @self: the sample
 * @place: a commune
 *
 * Puts the households that live there on TD_SAMPLE_DAY and one in a hundred more that left before.
 */
void
td_sample_households (TdSample *self, const TdSamplePlace *place)
{
  int n = place->commune->households;
  int last = td_sample_mended (self, place->commune, 9);

  for (int i = 1; i <= n + n / 100; i++)
    {
      Household it = draw_household (self, place, last);
      int left = td_sample_between (self, 0, 400);

      if (i == 1)
        {
          it.registered = -2000;
          it.committed = last;
        }
      if (i > n)
        it.left = MAX (it.registered, left);
      if (it.committed > it.left)
        it.committed = TD_SAMPLE_NEVER;
      put_household (self, place, i, &it);
    }
}
