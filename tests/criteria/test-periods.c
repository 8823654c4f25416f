/* test-periods.c: every period on both of its edges, on the day of the verdict and on the day of registration: it holds
 * from its first day to the day before its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

#define BEFORE    "2025-11-09"
#define FIRST_DAY "2025-11-10"
#define LAST_DAY  "2025-11-19"
#define END       "2025-11-20"

static void
expect_period (District *d, guint criterion, const char *while_it_holds, const char *else_finding)
{
  expect (d, BEFORE, COMMUNE, criterion, else_finding);
  expect (d, FIRST_DAY, COMMUNE, criterion, while_it_holds);
  expect (d, LAST_DAY, COMMUNE, criterion, while_it_holds);
  expect (d, END, COMMUNE, criterion, else_finding);
}

static void
put_clean_addict (District *d)
{
  put_review (d, COMMUNE, BEFORE);
  put_resident (d, "P1", COMMUNE);
  put_category (d, "P1", "addict", NULL, NULL);
  put_record (d, "P1");
  put_test (d, "P1", BEFORE, "periodic", "negative");
}

static void
test_treatment (District *d, gconstpointer data)
{
  put_clean_addict (d);
  put (d, "treatments", "person", "P1", "form", data, "from", FIRST_DAY, "to", END, NULL);
  expect_period (d, 1, "met", "unmet addict-treatment:P1");
}

static void
test_detention (District *d, gconstpointer data)
{
  put_clean_addict (d);
  put (d, "detentions", "person", "P1", "kind", data, "from", FIRST_DAY, "to", END, NULL);
  expect_period (d, 1, "met", "unmet addict-treatment:P1");
}

/* In a centre nobody asks for a supervisor and a test. */
static void
test_centre (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_category (d, "P1", "user", NULL, NULL);
  put (d, "management_records", "person", "P1", "number", "1", "opened_on", "2025-01-01", NULL);
  put (d, "treatments", "person", "P1", "form", data, "from", FIRST_DAY, "to", END, NULL);
  expect_period (d, 2, "met", "unmet user-supervision:P1 user-test:P1");
}

static void
test_locked_up (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_category (d, "P1", "user", NULL, NULL);
  put (d, "management_records", "person", "P1", "number", "1", "opened_on", "2025-01-01", NULL);
  put (d, "detentions", "person", "P1", "kind", data, "from", FIRST_DAY, "to", END, NULL);
  expect_period (d, 2, "met", "unmet user-supervision:P1 user-test:P1");
}

static void
test_record (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_category (d, "P1", "user", NULL, NULL);
  put_test (d, "P1", BEFORE, "periodic", "negative");
  put (d, "management_records", "person", "P1", "number", "1", "opened_on", FIRST_DAY, "closed_on", END, "supervisor",
       "Trưởng thôn", NULL);
  expect_period (d, 2, "met", "unmet user-record:P1 user-supervision:P1");
}

static void
test_hamlet (District *d, gconstpointer data)
{
  put (d, "units", "code", "hamlet", "name", "Làng Lúng", "kind", "hamlet", "parent", COMMUNE, "valid_from", FIRST_DAY,
       "valid_to", END, NULL);
  put_resident (d, "P1", "hamlet");
  put_category (d, "P1", "suspected", NULL, NULL);
  expect_period (d, 3, "unmet suspect-test:P1", "met");
}

static void
test_household (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  const TdVerdict *verdict;

  put (d, "households", "id", "H1", "unit", COMMUNE, "registered_on", FIRST_DAY, "left_on", END, "committed_on",
       FIRST_DAY, NULL);
  expect_period (d, 9, "met", "unknown no-household");
  put (d, "households", "id", "H2", "unit", COMMUNE, "registered_on", FIRST_DAY, "left_on", END, "committed_on", END,
       NULL);
  expect_period (d, 9, "unmet household-uncommitted:H2", "unknown no-household");
  evaluation = district_evaluate (d, FIRST_DAY, NULL);
  verdict = find_verdict (evaluation, COMMUNE);
  g_assert_cmpint (verdict->households, ==, 2);
  g_assert_cmpint (verdict->committed, ==, 1);
}

/* A support that is over is still one that has reached them, from its first day on. */
static void
test_support (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_record (d, "P1");
  put_category (d, "P1", "post_rehab", FIRST_DAY, NULL);
  put (d, "supports", "person", "P1", "kind", data, "from", FIRST_DAY, "to", FIRST_DAY, NULL);
  put (d, "supports", "person", "P1", "kind", "counselling", "from", LAST_DAY, NULL);
  put_test (d, "P1", END, "unannounced", "negative");
  expect (d, FIRST_DAY, COMMUNE, 5,
          "unmet post-rehab-counselling:P1 post-rehab-periodic-test:P1 post-rehab-unannounced-test:P1");
  expect (d, LAST_DAY, COMMUNE, 5, "unmet post-rehab-periodic-test:P1 post-rehab-unannounced-test:P1");
  expect (d, END, COMMUNE, 5, "met");
}

static void
test_serious_case (District *d, gconstpointer data)
{
  put_registration (d, COMMUNE, "2024-10-20");
  put (d, "cases", "id", "known", "unit", COMMUNE, "kind", "use", "happened_on", FIRST_DAY, "severity", "very_serious",
       "by_missed_person", "no", NULL);
  put (d, "cases", "id", "slight", "unit", COMMUNE, "kind", "use", "happened_on", FIRST_DAY, "severity", "serious",
       "by_missed_person", "yes", NULL);
  put (d, "cases", "id", "missed", "unit", COMMUNE, "kind", "use", "happened_on", END, "severity", "very_serious",
       "by_missed_person", "yes", NULL);
  expect (d, LAST_DAY, COMMUNE, 8, "met");
  expect (d, END, COMMUNE, 8, "unmet serious-case-by-missed-person:missed");
}

/* Whoever counts on the first and the last day of a period counts if the registration falls on it, and else doesn't. */
static void
expect_registered (District *d, gint64 while_it_holds)
{
  static const char *const days[] = { BEFORE, FIRST_DAY, LAST_DAY, END };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TdEvaluation) evaluation = NULL;
      const TdVerdict *verdict;

      put_registration (d, COMMUNE, days[i]);
      evaluation = district_evaluate (d, days[i], NULL);
      verdict = find_verdict (evaluation, COMMUNE);
      g_assert_cmpstr (verdict->registered_on, ==, days[i]);
      g_assert_cmpint (verdict->registered_addicts, ==, i == 1 || i == 2 ? while_it_holds : 0);
      g_assert_cmpint (verdict->registered_users, ==, 0);
    }
}

static void
test_registered (District *d, gconstpointer data)
{
  put (d, "units", "code", "hamlet", "name", "Làng Lúng", "kind", "hamlet", "parent", COMMUNE, "valid_from", FIRST_DAY,
       "valid_to", END, NULL);
  put_resident (d, "hamlet", "hamlet");
  put_category (d, "hamlet", "addict", NULL, NULL);
  put (d, "persons", "id", "residence", "full_name", "Người bịa", NULL);
  put (d, "residences", "person", "residence", "from", FIRST_DAY, "to", END, "unit", COMMUNE, NULL);
  put_category (d, "residence", "addict", NULL, NULL);
  put_resident (d, "category", COMMUNE);
  put_category (d, "category", "addict", FIRST_DAY, END);
  expect_registered (d, 3);
}

/* A unit that didn't exist when it was registered had nobody then. */
static void
test_registered_before_it_began (District *d, gconstpointer data)
{
  put (d, "units", "code", "new", "name", "Như Xuân", "kind", "commune", "valid_from", FIRST_DAY, "valid_to", END,
       NULL);
  put_resident (d, "P1", "new");
  put_category (d, "P1", "addict", NULL, NULL);
  put_registration (d, "new", BEFORE);
  expect (d, FIRST_DAY, "new", 4, "unmet addicts-grew not-reduced");
  put_registration (d, "new", FIRST_DAY);
  expect (d, FIRST_DAY, "new", 4, "unmet not-reduced");
}

static void
add (const char *name, gconstpointer data, DistrictTest test)
{
  g_autofree char *path = g_strdup_printf ("/criteria/periods/%s", name);

  district_add_test_with_data (path, data, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("treatment/home-community", "home_community", test_treatment);
  add ("treatment/substitution", "substitution", test_treatment);
  add ("centre/compulsory", "compulsory_centre", test_centre);
  add ("centre/voluntary", "voluntary_centre", test_centre);
  add ("detention/custody", "custody", test_detention);
  add ("detention/prison", "prison", test_detention);
  add ("locked-up/custody", "custody", test_locked_up);
  add ("locked-up/prison", "prison", test_locked_up);
  add ("record", NULL, test_record);
  add ("hamlet", NULL, test_hamlet);
  add ("household", NULL, test_household);
  add ("support/job", "job", test_support);
  add ("support/vocational", "vocational", test_support);
  add ("support/loan", "loan", test_support);
  add ("serious-case", NULL, test_serious_case);
  add ("registered", NULL, test_registered);
  add ("registered-before-it-began", NULL, test_registered_before_it_began);
  return g_test_run ();
}
