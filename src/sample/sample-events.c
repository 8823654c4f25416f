/* sample-events.c: hotspots, cases, offenders and fugitives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

#define HOUSEHOLDS_PER_CASE 90

/* What a commune has met is lost again for a while. */
static const struct
{
  const char *commune;
  const char *kind; /* of a hotspot; NULL of a fugitive */
  const char *from;
  const char *to;
} setbacks[] = {
  { "16186", "at_risk", "2025-05-12", "2025-07-08" }, { "16195", "complex", "2025-02-20", "2025-04-03" },
  { "16198", NULL, "2025-06-14", "2025-07-21" },      { "16210", NULL, "2025-03-09", "2025-05-27" },
  { "16213", "at_risk", "2025-07-25", "2025-09-16" }, { "16219", "ring", "2025-08-02", "2025-09-20" },
};

/* What weighs for as long as the registration that it came after, and two that came before. */
static const struct
{
  const char *commune;
  const char *kind;
  const char *happened_on;
  const char *severity;
  const char *by_missed_person;
  const char *description;
} grave_cases[] = {
  { "16177", "cultivation", "2025-02-20", "less_serious", "no", "Trồng 45 cây thuốc phiện trong vườn rẫy" },
  { "16177", "other", "2025-03-11", "very_serious", "yes",
    "Người \"ngáo đá\" chưa được quản lý gây thương tích cho nhiều người" },
  { "16222", "cultivation", "2024-04-14", "less_serious", "no", "Trồng 12 cây thuốc phiện xen trong vườn rau" },
  { "16225", "other", "2024-06-02", "very_serious", "yes", "Người sử dụng ma túy chưa được quản lý gây cháy nhà" },
};

static const char *const case_kinds[] = { "use", "use", "storage", "storage", "trafficking", "organised_use", NULL };
static const char *const severities[] = { "less_serious", "serious", "serious", "very_serious", NULL };

static const char *
put_case (TdSample *self, const char *unit, const char *kind, int day, const char *severity, const char *by_missed,
          const char *description)
{
  const char *id = td_sample_text (self, "V%04u", ++self->n_cases);

  td_sample_put (self, "cases", "id", id, "unit", unit, "kind", kind, "happened_on", td_sample_date (self, day),
                 "severity", severity, "by_missed_person", by_missed, "description", description, NULL);
  return id;
}

static void
put_offender (TdSample *self, const char *in_case, const TdSamplePerson *person, const char *unit,
              gboolean is_administrative, int answered)
{
  const char *ethnicity = td_sample_ethnicity (self);
  gboolean is_male = td_sample_chance (self, 92);
  const char *name = td_sample_name (self, ethnicity, is_male);
  const char *day = td_sample_date (self, answered);

  td_sample_put (self, "offenders", "id", td_sample_text (self, "VP%04u", ++self->n_offenders), "case", in_case,
                 "person", person != NULL ? person->id : NULL, "full_name", person != NULL ? NULL : name, "unit", unit,
                 "liability", is_administrative ? "administrative" : "criminal", "handled_on",
                 is_administrative ? day : NULL, "arrested_on", is_administrative ? NULL : day, NULL);
}

/**
 * td_sample_offence:
 * @self: the sample
 * @where: where it happened and the offender lives
 * @person: (nullable): the offender where the registers know them
 * @kind: of the case
 * @happened: the day of the offence
 * @answered: the day on which they were arrested, or handled where it was mere use
 *
 * Puts a case with its offender; those whom the registers don't know may have had another with them.
 */
void
td_sample_offence (TdSample *self, const TdSampleHamlet *where, const TdSamplePerson *person, const char *kind,
                   int happened, int answered)
{
  gboolean is_use = g_str_equal (kind, "use");
  const char *severity = is_use ? "less_serious" : td_sample_pick (self, severities);
  const char *description = td_sample_text (self, "Phát hiện tại %s", where->label);
  const char *in_case = put_case (self, where->code, kind, happened, severity, "no", description);

  put_offender (self, in_case, person, where->code, is_use, answered);
  if (person == NULL && td_sample_chance (self, 35))
    put_offender (self, in_case, NULL, NULL, is_use, answered);
}

static void
put_hotspot (TdSample *self, const TdSampleHamlet *where, const char *kind, int found, int cleared)
{
  td_sample_put (self, "hotspots", "id", td_sample_text (self, "TD%03u", ++self->n_hotspots), "unit", where->code,
                 "kind", kind, "found_on", td_sample_date (self, found), "cleared_on", td_sample_date (self, cleared),
                 "description", td_sample_text (self, "Khu vực giáp ranh %s", where->label), NULL);
}

static void
put_hotspots (TdSample *self, const TdSamplePlace *place)
{
  static const char *const kinds[] = { "complex", "at_risk", "at_risk", "ring", NULL };
  gboolean is_clean = place->commune->ready[5] == 0;
  int n = is_clean ? td_sample_between (self, 0, 1) : td_sample_between (self, 2, 4);
  g_autofree int *cleared = td_sample_settle (self, place->commune, 6, n);

  for (int i = 0; i < n; i++)
    {
      TdSampleHamlet where = td_sample_hamlet (self, place);
      const char *kind = td_sample_pick (self, kinds);
      int found = MIN (cleared[i], 0);

      put_hotspot (self, &where, kind, found - td_sample_between (self, 40, 400), cleared[i]);
    }
}

static void
put_fugitive (TdSample *self, const TdSampleHamlet *where, int wanted, int arrested)
{
  const char *ethnicity = td_sample_ethnicity (self);
  const char *name = td_sample_name (self, ethnicity, TRUE);

  td_sample_put (self, "fugitives", "id", td_sample_text (self, "TN%03u", ++self->n_fugitives), "full_name", name,
                 "unit", where->code, "wanted_on", td_sample_date (self, wanted), "arrested_on",
                 td_sample_date (self, arrested), NULL);
}

/* A case that is answered within days, or in a commune that isn't there yet, now and then months later. */
static void
put_plain_case (TdSample *self, const TdSamplePlace *place, int last)
{
  TdSampleHamlet where = td_sample_hamlet (self, place);
  const char *kind = td_sample_pick (self, case_kinds);
  int drawn = td_sample_between (self, -500, 440);
  int day = drawn < 0 ? drawn : td_sample_early (drawn);
  int soon = day + td_sample_between (self, 0, 5);
  int late = td_sample_between (self, soon, MIN (last, TD_SAMPLE_LAST) * 4 / 5);
  gboolean is_late = td_sample_chance (self, 20);

  if (is_late && last == TD_SAMPLE_NEVER)
    late = TD_SAMPLE_NEVER;
  td_sample_offence (self, &where, NULL, kind, day, is_late ? late : soon);
}

static void
put_offenders (TdSample *self, const TdSamplePlace *place)
{
  TdSampleHamlet where = td_sample_hamlet (self, place);
  int last = td_sample_mended (self, place->commune, 7);
  int happened = -td_sample_between (self, 20, 300);

  for (int i = 0; i < place->commune->households / HOUSEHOLDS_PER_CASE; i++)
    put_plain_case (self, place, last);
  if (last < 0)
    return;
  /* Whom it takes longest to catch has fled. */
  if (place->commune->ready[6] > 5)
    put_fugitive (self, &where, happened, last);
  else
    td_sample_offence (self, &where, NULL, "trafficking", happened, last);
}

static void
put_setbacks (TdSample *self, const TdSamplePlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (setbacks); i++)
    if (g_str_equal (setbacks[i].commune, place->commune->code))
      {
        TdSampleHamlet where = td_sample_hamlet (self, place);
        int from = td_sample_day (setbacks[i].from);
        int to = td_sample_day (setbacks[i].to);

        if (setbacks[i].kind != NULL)
          put_hotspot (self, &where, setbacks[i].kind, from, to);
        else
          put_fugitive (self, &where, from, to);
      }
}

static void
put_grave_cases (TdSample *self, const TdSamplePlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (grave_cases); i++)
    if (g_str_equal (grave_cases[i].commune, place->commune->code))
      {
        int day = td_sample_day (grave_cases[i].happened_on);
        const char *id = put_case (self, place->commune->code, grave_cases[i].kind, day, grave_cases[i].severity,
                                   grave_cases[i].by_missed_person, grave_cases[i].description);

        put_offender (self, id, NULL, place->commune->code, FALSE, day);
      }
}

/**
 * td_sample_events:
 * @self: the sample
 * @place: a commune
 *
 * Puts what happened there.
 */
void
td_sample_events (TdSample *self, const TdSamplePlace *place)
{
  put_hotspots (self, place);
  put_offenders (self, place);
  put_setbacks (self, place);
  put_grave_cases (self, place);
}
