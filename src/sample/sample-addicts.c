/* sample-addicts.c: addicts at home, in centres and detained, and those who are cured in the course of the plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

/* The sample taken last before a test that lapses: one day too old on TD_SAMPLE_DAY. The next one comes soon after. */
#define LAPSED_TEST "2025-10-30"
#define NEXT_TEST   "2025-12-02"

/* What an addict at home lacks until they are settled. */
typedef enum
{
  LACKS_TEST,
  LACKS_RECORD,
  LACKS_SUPERVISOR,
  LACKS_TREATMENT,
  LACKS_NOTHING,
} Lack;

static TdSamplePerson
new_addict (TdSample *self, const TdSamplePlace *place, int until)
{
  TdSamplePerson person = td_sample_person (self, place, TD_SAMPLE_NEVER);

  td_sample_class (self, &person, "addict", -td_sample_between (self, 800, 2500), until);
  return person;
}

static void
put_tests (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int settled)
{
  td_sample_bad_rounds (self, place, person, settled);
  if (settled >= 0)
    td_sample_test (self, person, settled, "periodic", FALSE);
  if (settled < TD_SAMPLE_LAST)
    td_sample_rounds (self, place, person, settled + 1, TD_SAMPLE_NEVER, TD_SAMPLE_MORE);
}

static void
put_home (TdSample *self, const TdSamplePlace *place, int settled)
{
  TdSamplePerson person = new_addict (self, place, TD_SAMPLE_NEVER);
  int opened = -td_sample_between (self, 500, 790);
  int treated = -td_sample_between (self, 10, 400);
  Lack lack = (Lack)td_sample_between (self, LACKS_TEST, LACKS_TREATMENT);

  if (settled < 0)
    lack = LACKS_NOTHING;
  td_sample_record (self, place, &person, lack == LACKS_RECORD ? settled : opened,
                    lack == LACKS_SUPERVISOR ? settled : opened, TD_SAMPLE_NEVER);
  td_sample_home_treatment (self, place, &person, lack == LACKS_TREATMENT ? settled : treated);
  put_tests (self, place, &person, lack == LACKS_TEST ? settled : -1);
}

/* Everything is as it should be, but for the test that fell due in November. */
static void
put_lapsing (TdSample *self, const TdSamplePlace *place)
{
  TdSamplePerson person = new_addict (self, place, TD_SAMPLE_NEVER);
  int lapsed = td_sample_day (LAPSED_TEST);
  int next = td_sample_day (NEXT_TEST);

  td_sample_record (self, place, &person, -700, -700, TD_SAMPLE_NEVER);
  td_sample_home_treatment (self, place, &person, -90);
  td_sample_rounds (self, place, &person, 0, lapsed, TD_SAMPLE_MORE);
  td_sample_test (self, &person, lapsed, "periodic", FALSE);
  td_sample_test (self, &person, next, "periodic", FALSE);
  td_sample_rounds (self, place, &person, next + 1, TD_SAMPLE_NEVER, TD_SAMPLE_MORE);
}

/* Who is at large, untreated, until they are admitted or arrested. */
static void
put_removed (TdSample *self, const TdSamplePlace *place, int day, gboolean is_arrested)
{
  TdSamplePerson person = new_addict (self, place, TD_SAMPLE_NEVER);
  int recent = -td_sample_between (self, 5, 250);

  if (day < 0)
    day = recent;
  td_sample_record (self, place, &person, -300, -300, TD_SAMPLE_NEVER);
  td_sample_bad_rounds (self, place, &person, day);
  if (is_arrested)
    td_sample_arrest (self, place, &person, day);
  else
    td_sample_centre (self, &person, day, TD_SAMPLE_NEVER);
}

/* Home from a centre, and a post-rehab person from that day on. */
static void
put_cured (TdSample *self, const TdSamplePlace *place)
{
  int first = td_sample_month_start (td_sample_reducing_month (place->commune));
  int home = td_sample_between (self, first, td_sample_day ("2025-11-05"));
  int admitted = home - td_sample_between (self, 360, 700);
  TdSamplePerson person;

  home = td_sample_early (home);
  person = new_addict (self, place, home);
  td_sample_centre (self, &person, admitted, home);
  td_sample_record (self, place, &person, admitted - 60, admitted - 60, TD_SAMPLE_NEVER);
  td_sample_follow_up (self, place, &person, home);
}

/**
 * td_sample_addicts:
 * @self: the sample
 * @place: a commune
 *
 * Puts its addicts with all that is done about them.
 */
void
td_sample_addicts (TdSample *self, const TdSamplePlace *place)
{
  const TdSampleNumbers *numbers = &place->commune->numbers;
  int n_away = numbers->centre + numbers->detained;
  int n_home = numbers->home - place->commune->test_lapses;
  g_autofree int *settled = td_sample_settle (self, place->commune, 1, n_home + n_away);

  for (int i = 0; i < n_home; i++)
    put_home (self, place, settled[i]);
  if (place->commune->test_lapses)
    put_lapsing (self, place);
  for (int i = 0; i < n_away; i++)
    put_removed (self, place, settled[n_home + i], i >= numbers->centre);
  for (int i = 0; i < numbers->cured; i++)
    put_cured (self, place);
}
