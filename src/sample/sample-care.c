/* sample-care.c: what is done for a person: tests, treatment, arrest, counselling, help to a living.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

#define TREATMENT_DAYS 180

static const char *const substances[]
  = { "Heroin", "Heroin", "Methamphetamine", "Methamphetamine", "Ketamine", "Cần sa", "Heroin, methamphetamine", NULL };

/**
 * td_sample_test:
 * @self: the sample
 * @person: a person
 * @day: the day of the sample; nothing is put where it comes after the last
 * @occasion: a word of the register
 * @is_positive: the result
 *
 * Puts a test.
 */
void
td_sample_test (TdSample *self, const TdSamplePerson *person, int day, const char *occasion, gboolean is_positive)
{
  const char *found = td_sample_pick (self, substances);

  if (day <= TD_SAMPLE_LAST)
    td_sample_put (self, "tests", "person", person->id, "sampled_on", td_sample_date (self, day), "occasion", occasion,
                   "result", is_positive ? "positive" : "negative", "substances", is_positive ? found : NULL, NULL);
}

/**
 * td_sample_rounds:
 * @self: the sample
 * @place: a commune
 * @person: a person
 * @from: from when on they take part in its rounds of tests
 * @to: the day from which they no longer do
 * @more: in how many rounds of a hundred an unannounced test follows
 *
 * Puts their tests, all negative.
 */
void
td_sample_rounds (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int from, int to, int more)
{
  int end = MIN (to, TD_SAMPLE_LAST + 1);

  for (int day = place->first_round + person->delay; day < end; day += TD_SAMPLE_ROUND)
    {
      gboolean has_more = td_sample_chance (self, more);
      int between = day + td_sample_between (self, 9, 19);

      if (day < from)
        continue;
      td_sample_test (self, person, day, "periodic", FALSE);
      if (has_more && between < end)
        td_sample_test (self, person, between, "unannounced", FALSE);
    }
}

/**
 * td_sample_bad_rounds:
 * @self: the sample
 * @place: a commune
 * @person: a person
 * @to: the day from which they no longer use drugs
 *
 * Puts the tests of somebody who uses drugs: those that they don't evade are positive.
 */
void
td_sample_bad_rounds (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int to)
{
  int end = MIN (to, TD_SAMPLE_LAST + 1);

  for (int day = place->first_round + person->delay; day < end; day += TD_SAMPLE_ROUND)
    if (td_sample_chance (self, 55))
      td_sample_test (self, person, day, "periodic", TRUE);
}

static void
put_treatment (TdSample *self, const TdSamplePerson *person, const char *form, int from, int to, const char *facility)
{
  td_sample_put (self, "treatments", "person", person->id, "form", form, "from", td_sample_date (self, from), "to",
                 td_sample_date (self, to), "facility", facility, NULL);
}

/**
 * td_sample_home_treatment:
 * @self: the sample
 * @place: a commune
 * @person: a person
 * @from: the first day; nothing is put where it comes after the last
 *
 * Puts treatment that goes on without a gap: at home, agreed anew each half-year, or by substitution.
 */
void
td_sample_home_treatment (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int from)
{
  const char *facility = td_sample_text (self, "Trạm Y tế %s", place->self.label);

  if (from <= TD_SAMPLE_LAST && td_sample_chance (self, 35))
    {
      put_treatment (self, person, "substitution", from, TD_SAMPLE_NEVER, "Cơ sở điều trị thay thế của huyện");
      return;
    }
  for (; from <= TD_SAMPLE_LAST; from += TREATMENT_DAYS)
    put_treatment (self, person, "home_community", from, from + TREATMENT_DAYS, facility);
}

/**
 * td_sample_centre:
 * @self: the sample
 * @person: a person
 * @from: the day of admission; nothing is put where it comes after the last
 * @to: the day on which they come home
 *
 * Puts a stay in a rehabilitation centre.
 */
void
td_sample_centre (TdSample *self, const TdSamplePerson *person, int from, int to)
{
  if (from > TD_SAMPLE_LAST)
    return;
  if (td_sample_chance (self, 80))
    put_treatment (self, person, "compulsory_centre", from, to, "Cơ sở cai nghiện ma túy công lập của tỉnh");
  else
    put_treatment (self, person, "voluntary_centre", from, to, "Cơ sở cai nghiện tự nguyện");
}

/**
 * td_sample_arrest:
 * @self: the sample
 * @place: a commune
 * @person: who lives there
 * @day: the day of the offence and the arrest; nothing is put where it comes after the last
 *
 * Puts the case, custody and the prison term.
 */
void
td_sample_arrest (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day)
{
  static const char *const kinds[] = { "storage", "storage", "trafficking", NULL };
  int sentenced = day + td_sample_between (self, 70, 150);
  const char *kind = td_sample_pick (self, kinds);

  if (day > TD_SAMPLE_LAST)
    return;
  td_sample_offence (self, &person->hamlet, person, kind, day, day);
  td_sample_put (self, "detentions", "person", person->id, "kind", "custody", "from", td_sample_date (self, day), "to",
                 td_sample_date (self, sentenced), NULL);
  if (sentenced <= TD_SAMPLE_LAST)
    td_sample_put (self, "detentions", "person", person->id, "kind", "prison", "from", td_sample_date (self, sentenced),
                   "to", NULL, NULL);
}

static void
put_support (TdSample *self, const TdSamplePerson *person, const char *kind, int from, int to, const char *provider,
             int thousands)
{
  td_sample_put (self, "supports", "person", person->id, "kind", kind, "from", td_sample_date (self, from), "to",
                 td_sample_date (self, to), "provider", provider, "amount",
                 thousands > 0 ? td_sample_text (self, "%d000", thousands) : NULL, NULL);
}

void
td_sample_counsel (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day)
{
  if (day <= TD_SAMPLE_LAST)
    put_support (self, person, "counselling", day, TD_SAMPLE_NEVER,
                 td_sample_text (self, "Đội công tác xã hội tình nguyện %s", place->self.label), 0);
}

/**
 * td_sample_livelihood:
 * @self: the sample
 * @place: a commune
 * @person: who lives there
 * @day: the first day; nothing is put where it comes after the last
 *
 * Puts a job, training or a loan.
 */
void
td_sample_livelihood (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day)
{
  int lot = td_sample_between (self, 0, 2);
  int months = td_sample_between (self, 2, 4);
  int millions = td_sample_between (self, 3, 15);

  if (day > TD_SAMPLE_LAST)
    return;
  if (lot == 0)
    put_support (self, person, "job", day, TD_SAMPLE_NEVER,
                 td_sample_text (self, "Hợp tác xã nông nghiệp %s", place->self.label), 0);
  else if (lot == 1)
    put_support (self, person, "vocational", day, day + months * 30, "Trung tâm Giáo dục nghề nghiệp huyện",
                 millions * 300);
  else
    put_support (self, person, "loan", day, TD_SAMPLE_NEVER, "Ngân hàng Chính sách xã hội huyện", millions * 5000);
}
