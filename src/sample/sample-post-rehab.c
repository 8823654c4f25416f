/* sample-post-rehab.c: people after rehabilitation, and people released from prison.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

#define DAYS_BETWEEN_UNANNOUNCED 140

/* What a person lacks until they are settled. A livelihood is what the last of a commune waits for. */
typedef enum
{
  LACKS_LIVELIHOOD,
  LACKS_COUNSELLING,
  LACKS_UNANNOUNCED_TEST,
  LACKS_TESTS,
  LACKS_SUPERVISOR,
  LACKS_RECORD,
  LACKS_NOTHING,
} Lack;

static void
put_unannounced (TdSample *self, const TdSamplePerson *person, int from)
{
  for (int day = from; day <= TD_SAMPLE_LAST; day += DAYS_BETWEEN_UNANNOUNCED)
    td_sample_test (self, person, day, "unannounced", FALSE);
}

/**
 * td_sample_follow_up:
 * @self: the sample
 * @place: a commune
 * @person: who comes home from a centre, with a record
 * @day: the day on which they do
 *
 * Puts all that a post-rehab person is due, within days.
 */
void
td_sample_follow_up (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day)
{
  int tested = day + td_sample_between (self, 1, 6);

  td_sample_class (self, person, "post_rehab", day, TD_SAMPLE_NEVER);
  td_sample_counsel (self, place, person, day + 1);
  td_sample_livelihood (self, place, person, day + 5);
  put_unannounced (self, person, tested);
  td_sample_rounds (self, place, person, day, TD_SAMPLE_NEVER, 0);
}

/* The day from which a person has what they may lack. */
static int
since (Lack what, Lack lack, int settled, int otherwise)
{
  return what == lack ? settled : otherwise;
}

static void
put_person (TdSample *self, const TdSamplePlace *place, int settled, gboolean is_last)
{
  TdSamplePerson person = td_sample_person (self, place, TD_SAMPLE_NEVER);
  int from = -td_sample_between (self, 20, 260);
  int test = td_sample_between (self, 0, 25);
  int help = td_sample_between (self, from, 20);
  Lack lack = is_last ? LACKS_LIVELIHOOD : (Lack)td_sample_between (self, LACKS_LIVELIHOOD, LACKS_RECORD);

  if (settled < 0)
    lack = LACKS_NOTHING;
  td_sample_centre (self, &person, from - 500, from);
  td_sample_class (self, &person, "addict", from - 900, from);
  td_sample_class (self, &person, "post_rehab", from, TD_SAMPLE_NEVER);
  td_sample_record (self, place, &person, since (LACKS_RECORD, lack, settled, from),
                    since (LACKS_SUPERVISOR, lack, settled, from), TD_SAMPLE_NEVER);
  td_sample_counsel (self, place, &person, since (LACKS_COUNSELLING, lack, settled, from + 3));
  td_sample_livelihood (self, place, &person, since (LACKS_LIVELIHOOD, lack, settled, help));
  td_sample_rounds (self, place, &person, since (LACKS_TESTS, lack, settled, 0), TD_SAMPLE_NEVER, 0);
  if (lack == LACKS_TESTS || lack == LACKS_UNANNOUNCED_TEST)
    test = settled;
  put_unannounced (self, &person, test);
}

/**
 * td_sample_post_rehab:
 * @self: the sample
 * @place: a commune
 *
 * Puts those who are post-rehab persons from before the plan, with all that is done about them.
 */
void
td_sample_post_rehab (TdSample *self, const TdSamplePlace *place)
{
  int n = place->commune->numbers.post_rehab;
  g_autofree int *settled = td_sample_settle (self, place->commune, 5, n);

  for (int i = 0; i < n; i++)
    put_person (self, place, settled[i], i == 0);
}

/* They come from the commune; by and by they move on within the district, some before the plan. */
static TdSamplePerson
new_released (TdSample *self, const TdSamplePlace *place)
{
  guint n_communes;
  const TdSampleCommune *communes = td_sample_communes (&n_communes);
  int elsewhere = td_sample_between (self, 0, (int)n_communes - 1);
  int released = -td_sample_between (self, 30, 900);
  int moved = released + td_sample_between (self, 20, 1000);
  TdSamplePerson person = td_sample_person (self, place, moved);

  if (moved <= TD_SAMPLE_LAST)
    td_sample_put (self, "residences", "person", person.id, "from", td_sample_date (self, moved), "unit",
                   communes[elsewhere].code, NULL);
  td_sample_class (self, &person, "released", released, TD_SAMPLE_NEVER);
  td_sample_put (self, "detentions", "person", person.id, "kind", "prison", "from",
                 td_sample_date (self, released - 1100), "to", td_sample_date (self, released), NULL);
  return person;
}

/**
 * td_sample_released:
 * @self: the sample
 * @place: a commune
 *
 * Puts people released from prison; no criterion counts them.
 */
void
td_sample_released (TdSample *self, const TdSamplePlace *place)
{
  for (int i = 0; i < place->commune->numbers.released; i++)
    {
      TdSamplePerson person = new_released (self, place);

      td_sample_record (self, place, &person, -30, -30, TD_SAMPLE_NEVER);
      td_sample_rounds (self, place, &person, 0, TD_SAMPLE_NEVER, 0);
      if (td_sample_chance (self, 60))
        td_sample_counsel (self, place, &person, -20);
    }
}
