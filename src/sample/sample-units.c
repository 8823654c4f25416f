/* sample-units.c: a commune's hamlets, its registration, its reviews and its models.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

/* The latest review before a review that lapses: one day too old on TD_SAMPLE_DAY. The next one comes soon after. */
#define LAPSED_REVIEW "2025-10-30"
#define NEXT_REVIEW   "2025-12-03"

static const char *const model_names[] = { "Dòng họ không có ma túy",  "Thôn, bản bình yên không ma túy",
                                           "Tiếng kẻng an ninh",       "Câu lạc bộ phòng, chống ma túy",
                                           "Tổ liên gia tự quản",      "Cổng trường an toàn, không ma túy",
                                           "Camera an ninh cộng đồng", NULL };

/* Every third name, round and round: no two hamlets of one commune share one, as the list's length is no multiple of
 * three. */
static const char *
name_hamlet (int first, int i)
{
  guint n_names;
  const char *const *names = td_sample_hamlet_names (&n_names);

  return names[(guint)(first + i * 3) % n_names];
}

/**
 * td_sample_hamlets:
 * @self: the sample
 * @place: a commune, its hamlets not yet filled in
 *
 * Puts its hamlets, or quarters where it is a town.
 */
void
td_sample_hamlets (TdSample *self, TdSamplePlace *place)
{
  gboolean is_town = g_str_equal (place->kind_label, "thị trấn");
  int first = td_sample_between (self, 0, 31);

  for (int i = 0; i < place->commune->hamlets; i++)
    {
      const char *name = name_hamlet (first, i);
      TdSampleHamlet hamlet = {
        .code = td_sample_text (self, "%s-%02d", place->commune->code, i + 1),
        .label = td_sample_text (self, "%s %s", is_town ? "khu phố" : "thôn", name),
        .number = i + 1,
      };

      td_sample_put (self, "units", "code", hamlet.code, "name", name, "kind", is_town ? "quarter" : "hamlet", "parent",
                     place->commune->code, NULL);
      g_array_append_val (place->hamlets, hamlet);
    }
}

/**
 * td_sample_hamlet:
 * @self: the sample
 * @place: a commune
 *
 * Returns: one of its hamlets; now and then the commune itself, where nobody noted the hamlet
 */
TdSampleHamlet
td_sample_hamlet (TdSample *self, const TdSamplePlace *place)
{
  int i = td_sample_between (self, 0, (int)place->hamlets->len - 1);

  if (td_sample_chance (self, 4))
    return place->self;
  return g_array_index (place->hamlets, TdSampleHamlet, i);
}

static void
put_review (TdSample *self, const TdSamplePlace *place, int day)
{
  td_sample_put (self, "reviews", "unit", place->commune->code, "reviewed_on", td_sample_date (self, day), "by",
                 td_sample_text (self, "Tổ rà soát %s", place->self.label), NULL);
}

/* A review closes each round of tests. */
static void
put_reviews (TdSample *self, const TdSamplePlace *place)
{
  int lapse_from = td_sample_day (LAPSED_REVIEW);
  int lapse_to = td_sample_day (NEXT_REVIEW);
  int day = place->first_round + TD_SAMPLE_DELAY;

  for (; day <= TD_SAMPLE_LAST; day += TD_SAMPLE_ROUND)
    if (day > place->registered && !(place->commune->review_lapses && day >= lapse_from && day <= lapse_to))
      put_review (self, place, day);
  if (place->commune->review_lapses)
    {
      put_review (self, place, lapse_from);
      put_review (self, place, lapse_to);
    }
}

static void
put_model (TdSample *self, const TdSamplePlace *place, int number, int started, int ended, const char *effective)
{
  td_sample_put (self, "models", "id", td_sample_text (self, "MH-%s-%d", place->commune->code, number), "unit",
                 place->commune->code, "name", td_sample_pick (self, model_names), "started_on",
                 td_sample_date (self, started), "ended_on", td_sample_date (self, ended), "effective", effective,
                 NULL);
}

static void
put_models (TdSample *self, const TdSamplePlace *place)
{
  int started = td_sample_mended (self, place->commune, 10);
  int earlier = -td_sample_between (self, 400, 1200);
  int another = td_sample_between (self, 200, 420);

  if (started > 0)
    put_model (self, place, 1, earlier, started, "no");
  if (started <= TD_SAMPLE_LAST)
    put_model (self, place, 2, started, TD_SAMPLE_NEVER, "yes");
  if (place->commune->households > 1000)
    put_model (self, place, 3, MAX (another, started), TD_SAMPLE_NEVER, "yes");
}

/**
 * td_sample_efforts:
 * @self: the sample
 * @place: a commune
 *
 * Puts what a commune does as such: registers, reviews, keeps up models.
 */
void
td_sample_efforts (TdSample *self, const TdSamplePlace *place)
{
  td_sample_put (self, "registrations", "unit", place->commune->code, "registered_on", place->commune->registered_on,
                 NULL);
  put_reviews (self, place);
  put_models (self, place);
}
