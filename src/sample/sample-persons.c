/* sample-persons.c: people, where they live, what they are to the plan, and the record kept on them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-date.h"
#include "td-sample-private.h"

static const char *const notes[] = { "Hay vắng nhà dịp mùa vụ.", "Gia đình phối hợp tốt với tổ công tác.",
                                     "Đang làm công nhân, về nhà cuối tuần.", "Gia đình thuộc diện hộ nghèo.", NULL };

/* Twelve digits as the state writes them: province, century and sex, year of birth, then a number of its own. */
static const char *
number_person (TdSample *self, guint serial, const char *born, gboolean is_male)
{
  int year = (int)g_ascii_strtoll (born, NULL, 10);
  int century_and_sex = (year >= 2000 ? 2 : 0) + (is_male ? 0 : 1);

  return td_sample_text (self, "038%d%02d%06u", century_and_sex, year % 100, serial * 7919 % 1000000);
}

static const char *
address_of (TdSample *self, const TdSamplePlace *place, const TdSampleHamlet *hamlet)
{
  if (hamlet->number == 0)
    return hamlet->label;
  return td_sample_text (self, "%s, %s", hamlet->label, place->self.label);
}

static void
put_person (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person)
{
  gboolean is_male = td_sample_chance (self, 89);
  const char *ethnicity = td_sample_ethnicity (self);
  const char *name = td_sample_name (self, ethnicity, is_male);
  const char *born = td_sample_date (self, -td_sample_between (self, 17 * 365, 55 * 365));
  gboolean has_note = td_sample_chance (self, 12);
  const char *note = td_sample_pick (self, notes);

  td_sample_put (self, "persons", "id", person->id, "full_name", name, "birth_date", born, "sex",
                 is_male ? "male" : "female", "national_id", number_person (self, self->n_persons, born, is_male),
                 "ethnicity", ethnicity, "address", address_of (self, place, &person->hamlet), "note",
                 has_note ? note : NULL, NULL);
}

/**
 * td_sample_person:
 * @self: the sample
 * @place: a commune
 * @moved_away: the day on which they leave the district; %TD_SAMPLE_NEVER where they don't
 *
 * Puts a person who lives in the commune from before the plan.
 *
 * Returns: that person
 */
TdSamplePerson
td_sample_person (TdSample *self, const TdSamplePlace *place, int moved_away)
{
  TdSamplePerson person = { .hamlet = td_sample_hamlet (self, place) };

  person.id = td_sample_text (self, "P%04u", ++self->n_persons);
  person.delay = td_sample_between (self, 0, TD_SAMPLE_DELAY);
  put_person (self, place, &person);
  td_sample_put (self, "residences", "person", person.id, "from",
                 td_sample_date (self, -td_sample_between (self, 1000, 6000)), "unit", person.hamlet.code, "to",
                 td_sample_date (self, moved_away), NULL);
  return person;
}

void
td_sample_class (TdSample *self, const TdSamplePerson *person, const char *category, int from, int to)
{
  td_sample_put (self, "classifications", "person", person->id, "category", category, "from",
                 td_sample_date (self, from), "to", td_sample_date (self, to), NULL);
}

static void
put_record (TdSample *self, const TdSamplePerson *person, int number, int opened, int closed, const char *supervisor)
{
  td_sample_put (self, "management_records", "person", person->id, "number",
                 td_sample_text (self, "HS-%s/%d", person->id + 1, number), "opened_on", td_sample_date (self, opened),
                 "closed_on", td_sample_date (self, closed), "supervisor", supervisor, NULL);
}

/**
 * td_sample_record:
 * @self: the sample
 * @place: a commune
 * @person: a person
 * @opened: the day on which their record was opened
 * @supervised: the day from which somebody is named in it
 * @closed: the day on which it was closed
 *
 * Puts their record; where nobody was named at first, it is replaced by a second one.
 */
void
td_sample_record (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int opened, int supervised,
                  int closed)
{
  int team = td_sample_between (self, 1, 3);
  const char *supervisor = td_sample_text (self, "Công an %s – tổ %d", place->kind_label, team);

  if (opened > TD_SAMPLE_LAST)
    return;
  if (supervised > opened)
    put_record (self, person, 1, opened, supervised, NULL);
  if (supervised <= TD_SAMPLE_LAST)
    put_record (self, person, supervised > opened ? 2 : 1, MAX (opened, supervised), closed, supervisor);
}
