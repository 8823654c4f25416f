/* test-evaluation.c: an evaluation as a whole and criteria 6 to 10 at their edges: zero and blank, the day of
 * registration, places, cases, offenders, households, models, units below a commune.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

/* A register in which nothing stands is not known to be empty until somebody has said so. */
static void
test_empty (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) blank = district_evaluate (d, "2025-11-30", NULL);
  g_autoptr (TdEvaluation) reviewed = NULL;
  const TdVerdict *verdict = find_verdict (blank, COMMUNE);
  const char *const expected[TD_N_CRITERIA] = {
    "unknown not-reviewed",
    "met",
    "met",
    "unknown not-registered",
    "met",
    "met",
    "met",
    "met",
    "unknown no-household",
    "unmet no-effective-model",
  };

  g_assert_cmpuint (blank->verdicts->len, ==, 16);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      g_autofree char *found = describe_finding (&verdict->findings[i]);

      g_assert_cmpstr (found, ==, expected[i]);
    }
  g_assert_cmpuint (td_verdict_n_met (verdict), ==, 6);
  put_review (d, COMMUNE, "2025-11-30");
  reviewed = district_evaluate (d, "2025-11-30", NULL);
  verdict = find_verdict (reviewed, COMMUNE);
  g_assert_cmpint (verdict->findings[0].state, ==, TD_STATE_MET);
  g_assert_cmpuint (td_verdict_n_met (verdict), ==, 7);
  g_assert_cmpint (find_verdict (reviewed, OTHER)->findings[0].state, ==, TD_STATE_UNKNOWN);
}

static void
test_all_met (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  const TdVerdict *verdict;

  put_review (d, COMMUNE, "2025-11-30");
  put_registration (d, COMMUNE, "2024-10-20");
  put (d, "households", "id", "H1", "unit", COMMUNE, "committed_on", "2025-11-30", NULL);
  put (d, "models", "id", "M1", "unit", COMMUNE, "name", "Tổ tự quản", "started_on", "2025-11-30", "effective", "yes",
       NULL);
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  verdict = find_verdict (evaluation, COMMUNE);
  g_assert_true (td_verdict_is_met (verdict));
  g_assert_cmpstr (verdict->registered_on, ==, "2024-10-20");
  g_assert_false (td_verdict_is_met (find_verdict (evaluation, OTHER)));
}

/* What is missing doesn't hide what fails. */
static void
test_unknown_and_unmet (District *d, gconstpointer data)
{
  put_addict (d, "P1", COMMUNE);
  put_test (d, "P1", "2025-11-30", "periodic", "negative");
  expect (d, "2025-11-30", COMMUNE, 1, "unknown not-reviewed");
  expect (d, "2025-12-31", COMMUNE, 1, "unmet addict-test:P1 not-reviewed");
}

static void
test_review_window (District *d, gconstpointer data)
{
  put_review (d, COMMUNE, "2025-10-31");
  expect (d, "2025-10-30", COMMUNE, 1, "unknown not-reviewed");
  expect (d, "2025-10-31", COMMUNE, 1, "met");
  expect (d, "2025-11-30", COMMUNE, 1, "met");
  expect (d, "2025-12-01", COMMUNE, 1, "unknown not-reviewed");
}

static void
test_review_of_hamlet (District *d, gconstpointer data)
{
  put (d, "units", "code", "hamlet", "name", "Làng Lúng", "kind", "hamlet", "parent", COMMUNE, NULL);
  put_review (d, "hamlet", "2025-11-30");
  expect (d, "2025-11-30", "hamlet", 1, "met");
  expect (d, "2025-11-30", COMMUNE, 1, "unknown not-reviewed");
}

/* Those who live in a hamlet of a hamlet live in the commune, as long as every unit on the way up is valid. */
static void
test_area (District *d, gconstpointer data)
{
  put (d, "units", "code", "outer", "name", "Làng Lúng", "kind", "hamlet", "parent", COMMUNE, "valid_to", "2025-11-30",
       NULL);
  put (d, "units", "code", "inner", "name", "Xóm Trong", "kind", "hamlet", "parent", "outer", NULL);
  put_resident (d, "P1", "inner");
  put_record (d, "P1");
  put_category (d, "P1", "user", NULL, NULL);
  expect (d, "2025-11-29", COMMUNE, 2, "unmet user-test:P1");
  expect (d, "2025-11-29", "outer", 2, "unmet user-test:P1");
  expect (d, "2025-11-30", COMMUNE, 2, "met");
  expect (d, "2025-11-30", "inner", 2, "unmet user-test:P1");
}

/* The population on the day of registration is that of the area as it was then. */
static void
test_area_then (District *d, gconstpointer data)
{
  put (d, "units", "code", "new", "name", "Làng Mới", "kind", "hamlet", "parent", COMMUNE, "valid_from", "2025-01-01",
       NULL);
  put_resident (d, "P1", "new");
  put_category (d, "P1", "addict", NULL, NULL);
  put_registration (d, COMMUNE, "2024-12-31");
  expect (d, "2025-11-30", COMMUNE, 4, "unmet addicts-grew not-reduced");
  put_registration (d, COMMUNE, "2025-01-01");
  expect (d, "2025-11-30", COMMUNE, 4, "unmet not-reduced");
}

static void
put_case (District *d, const char *id, const char *kind, const char *severity, const char *day)
{
  put (d, "cases", "id", id, "unit", COMMUNE, "kind", kind, "happened_on", day, "severity", severity,
       "by_missed_person", "yes", NULL);
}

static void
test_latest_registration (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;

  put_registration (d, COMMUNE, "2025-03-01");
  put_registration (d, COMMUNE, "2024-10-20");
  put_registration (d, COMMUNE, "2025-12-01");
  put_case (d, "before", "production", "very_serious", "2025-02-28");
  put_case (d, "from-then", "cultivation", "extremely_serious", "2025-03-01");
  put_case (d, "on-the-day", "production", "serious", "2025-11-30");
  put_case (d, "after", "production", "very_serious", "2025-12-01");
  expect (d, "2025-11-30", COMMUNE, 6, "unmet drug-crop-or-production:from-then drug-crop-or-production:on-the-day");
  expect (d, "2025-11-30", COMMUNE, 8, "unmet serious-case-by-missed-person:from-then");
  expect (d, "2025-12-01", COMMUNE, 6, "unmet drug-crop-or-production:after");
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  g_assert_cmpstr (find_verdict (evaluation, COMMUNE)->registered_on, ==, "2025-03-01");
}

static void
test_no_registration (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;

  put_addict (d, "P1", COMMUNE);
  put_registration (d, COMMUNE, "2025-12-01");
  put_case (d, "before", "production", "very_serious", "2024-09-30");
  put_case (d, "first-day", "production", "very_serious", "2024-10-01");
  expect (d, "2025-11-30", COMMUNE, 4, "unknown not-registered");
  expect (d, "2025-11-30", COMMUNE, 6, "unmet drug-crop-or-production:first-day");
  expect (d, "2025-11-30", COMMUNE, 8, "unmet serious-case-by-missed-person:first-day");
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  g_assert_null (find_verdict (evaluation, COMMUNE)->registered_on);
}

static void
test_hotspot (District *d, gconstpointer data)
{
  put (d, "hotspots", "id", "Q1", "unit", COMMUNE, "kind", "at_risk", "found_on", "2025-11-01", "cleared_on",
       "2025-11-30", NULL);
  put (d, "hotspots", "id", "Q2", "unit", COMMUNE, "kind", "at_risk", "found_on", "2025-12-01", NULL);
  expect (d, "2025-10-31", COMMUNE, 6, "met");
  expect (d, "2025-11-29", COMMUNE, 6, "unmet hotspot:Q1");
  expect (d, "2025-11-30", COMMUNE, 6, "met");
  expect (d, "2025-12-01", COMMUNE, 6, "unmet hotspot:Q2");
}

static void
test_offenders (District *d, gconstpointer data)
{
  put_case (d, "V1", "use", "less_serious", "2025-11-29");
  put (d, "offenders", "id", "from-elsewhere", "case", "V1", "unit", OTHER, "liability", "administrative", NULL);
  put (d, "offenders", "id", "not-known-where", "case", "V1", "liability", "administrative", NULL);
  put (d, "offenders", "id", "handled", "case", "V1", "liability", "administrative", "handled_on", "2025-11-30", NULL);
  put (d, "offenders", "id", "arrested", "case", "V1", "liability", "criminal", "arrested_on", "2025-11-30", NULL);
  put (d, "offenders", "id", "only-handled", "case", "V1", "liability", "criminal", "handled_on", "2025-11-29", NULL);
  put (d, "fugitives", "id", "T1", "full_name", "Người bịa", "unit", COMMUNE, "wanted_on", "2025-11-29", "arrested_on",
       "2025-11-30", NULL);
  expect (d, "2025-11-28", COMMUNE, 7, "met");
  expect (d, "2025-11-29", COMMUNE, 7,
          "unmet fugitive-at-large:T1 offender-at-large:arrested offender-at-large:only-handled "
          "violation-unhandled:handled violation-unhandled:not-known-where");
  expect (d, "2025-11-30", COMMUNE, 7, "unmet offender-at-large:only-handled violation-unhandled:not-known-where");
  expect (d, "2025-11-30", OTHER, 7, "unmet violation-unhandled:from-elsewhere");
}

static void
test_households (District *d, gconstpointer data)
{
  put (d, "households", "id", "leaves", "unit", COMMUNE, "left_on", "2025-11-30", NULL);
  put (d, "households", "id", "comes", "unit", COMMUNE, "registered_on", "2025-12-01", NULL);
  put (d, "households", "id", "commits", "unit", COMMUNE, "committed_on", "2025-12-01", NULL);
  expect (d, "2025-11-29", COMMUNE, 9, "unmet household-uncommitted:commits household-uncommitted:leaves");
  expect (d, "2025-11-30", COMMUNE, 9, "unmet household-uncommitted:commits");
  expect (d, "2025-12-01", COMMUNE, 9, "unmet household-uncommitted:comes");
}

/* One of five thousand is missing: that is not met, and never shown as all of them. */
static void
test_share (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  g_autofree char *share = NULL;
  const TdVerdict *verdict;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("H%04u", i);

      put (d, "households", "id", id, "unit", COMMUNE, "committed_on", i == 4711 ? NULL : "2025-01-01", NULL);
    }
  expect (d, "2025-11-30", COMMUNE, 9, "unmet household-uncommitted:H4711");
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  verdict = find_verdict (evaluation, COMMUNE);
  g_assert_cmpint (verdict->committed, ==, 4999);
  g_assert_cmpint (verdict->households, ==, 5000);
  share = td_share_to_string (verdict->committed, verdict->households);
  g_assert_cmpstr (share, ==, "99,98%");
}

static void
test_model (District *d, gconstpointer data)
{
  put (d, "models", "id", "M1", "unit", COMMUNE, "name", "Tổ tự quản", "started_on", "2025-11-01", "ended_on",
       "2025-11-30", "effective", "yes", NULL);
  put (d, "models", "id", "M2", "unit", COMMUNE, "name", "Câu lạc bộ", "started_on", "2025-01-01", "effective", "no",
       NULL);
  expect (d, "2025-10-31", COMMUNE, 10, "unmet no-effective-model");
  expect (d, "2025-11-01", COMMUNE, 10, "met");
  expect (d, "2025-11-29", COMMUNE, 10, "met");
  expect (d, "2025-11-30", COMMUNE, 10, "unmet no-effective-model");
}

static void
test_units (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;

  put (d, "units", "code", "ward", "name", "Yên Cát", "kind", "ward", "parent", "NX", "valid_from", "2025-11-30", NULL);
  put (d, "units", "code", "hamlet", "name", "Làng Lúng", "kind", "hamlet", "parent", COMMUNE, NULL);
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  g_assert_cmpuint (evaluation->verdicts->len, ==, 17);
  for (guint i = 1; i < evaluation->verdicts->len; i++)
    {
      const TdVerdict *before = g_ptr_array_index (evaluation->verdicts, i - 1);
      const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

      g_assert_cmpstr (before->code, <, verdict->code);
    }
  g_assert_nonnull (find_verdict (evaluation, "ward"));
  g_assert_null (find_verdict (evaluation, "hamlet"));
  g_assert_null (find_verdict (evaluation, "NX"));
}

static void
test_refusals (District *d, gconstpointer data)
{
  g_autoptr (GError) no_unit = NULL, not_yet = NULL, no_date = NULL;

  put (d, "units", "code", "ward", "name", "Yên Cát", "kind", "ward", "valid_from", "2025-12-01", NULL);
  td_evaluation_free (district_evaluate (d, "2025-11-30", NULL));
  g_assert_null (td_evaluate (d->store, "2025-11-30", "nowhere", NULL, &no_unit));
  g_assert_error (no_unit, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_NO_UNIT);
  g_assert_null (td_evaluate (d->store, "2025-11-30", "ward", NULL, &not_yet));
  g_assert_error (not_yet, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_NO_UNIT);
  g_assert_null (td_evaluate (d->store, "2025-02-29", NULL, NULL, &no_date));
  g_assert_error (no_date, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_DATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  district_add_test ("/criteria/evaluation/empty", test_empty);
  district_add_test ("/criteria/evaluation/all-met", test_all_met);
  district_add_test ("/criteria/evaluation/unknown-and-unmet", test_unknown_and_unmet);
  district_add_test ("/criteria/evaluation/review-window", test_review_window);
  district_add_test ("/criteria/evaluation/review-of-hamlet", test_review_of_hamlet);
  district_add_test ("/criteria/evaluation/area", test_area);
  district_add_test ("/criteria/evaluation/area-then", test_area_then);
  district_add_test ("/criteria/evaluation/latest-registration", test_latest_registration);
  district_add_test ("/criteria/evaluation/no-registration", test_no_registration);
  district_add_test ("/criteria/evaluation/hotspot", test_hotspot);
  district_add_test ("/criteria/evaluation/offenders", test_offenders);
  district_add_test ("/criteria/evaluation/households", test_households);
  district_add_test ("/criteria/evaluation/share", test_share);
  district_add_test ("/criteria/evaluation/model", test_model);
  district_add_test ("/criteria/evaluation/units", test_units);
  district_add_test ("/criteria/evaluation/refusals", test_refusals);
  return g_test_run ();
}
