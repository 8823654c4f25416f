/* test-people.c: criteria 1 to 5 at their edges: who counts where on a day, which test still counts, what has to have
 * gone down since the registration.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

static void
test_thirty_days (District *d, gconstpointer data)
{
  put_review (d, COMMUNE, "2024-11-30");
  put_addict (d, "on-the-day", COMMUNE);
  put_test (d, "on-the-day", "2024-11-30", "periodic", "negative");
  put_addict (d, "30-days", COMMUNE);
  put_test (d, "30-days", "2024-10-31", "periodic", "negative");
  put_addict (d, "31-days", COMMUNE);
  put_test (d, "31-days", "2024-10-30", "periodic", "negative");
  put_addict (d, "day-after", COMMUNE);
  put_test (d, "day-after", "2024-12-01", "periodic", "negative");
  expect (d, "2024-11-30", COMMUNE, 1, "unmet addict-test:31-days addict-test:day-after");
  put_category (d, "30-days", "addict", NULL, "2024-01-01");
  put_category (d, "30-days", "user", NULL, NULL);
  put_category (d, "31-days", "addict", NULL, "2024-01-01");
  put_category (d, "31-days", "psychosis", NULL, NULL);
  expect (d, "2024-11-30", COMMUNE, 2, "unmet user-test:31-days");
}

static void
test_february (District *d, gconstpointer data)
{
  static const char *const days[][3] = {
    { "2025-03-01", "2025-01-30", "2025-01-29" },
    { "2024-03-01", "2024-01-31", "2024-01-30" },
  };

  put_addict (d, "inside", COMMUNE);
  put_addict (d, "outside", COMMUNE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      put_review (d, COMMUNE, days[i][0]);
      put_test (d, "inside", days[i][1], "periodic", "negative");
      put_test (d, "outside", days[i][2], "periodic", "negative");
      expect (d, days[i][0], COMMUNE, 1, "unmet addict-test:outside");
    }
}

static void
put_tested_addicts (District *d, const char *unit, guint n, const char *day)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", unit, i);

      put_addict (d, id, unit);
      put_test (d, id, day, "periodic", "negative");
    }
}

static void
test_limit (District *d, gconstpointer data)
{
  put_review (d, COMMUNE, "2025-11-29");
  put_tested_addicts (d, COMMUNE, 9, "2025-11-20");
  expect (d, "2025-11-30", COMMUNE, 1, "met");
  put_addict (d, "tenth", COMMUNE);
  put_test (d, "tenth", "2025-11-20", "periodic", "negative");
  expect (d, "2025-11-30", COMMUNE, 1, "unmet addict-limit=10");
  put (d, "treatments", "person", "tenth", "form", "compulsory_centre", "from", "2025-11-30", NULL);
  expect (d, "2025-11-29", COMMUNE, 1, "unmet addict-limit=10");
  expect (d, "2025-11-30", COMMUNE, 1, "met");
}

/* Only a centre or a detention takes a person out of the community, and only their tests and supervision with them. */
static void
test_away (District *d, gconstpointer data)
{
  static const char *const forms[] = { "compulsory_centre", "voluntary_centre", "home_community", "substitution" };

  put_review (d, COMMUNE, "2025-11-30");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      put_resident (d, forms[i], COMMUNE);
      put_category (d, forms[i], "addict", NULL, NULL);
      put (d, "treatments", "person", forms[i], "form", forms[i], "from", "2025-01-01", NULL);
    }
  put_resident (d, "prison", COMMUNE);
  put_category (d, "prison", "addict", NULL, NULL);
  put (d, "detentions", "person", "prison", "kind", "prison", "from", "2025-01-01", NULL);
  expect (d, "2025-11-30", COMMUNE, 1,
          "unmet addict-record:compulsory_centre addict-record:home_community addict-record:prison "
          "addict-record:substitution addict-record:voluntary_centre addict-supervision:home_community "
          "addict-supervision:substitution addict-test:home_community addict-test:substitution");
}

static void
test_latest_test (District *d, gconstpointer data)
{
  put_review (d, COMMUNE, "2025-11-30");
  put_addict (d, "worse", COMMUNE);
  put_test (d, "worse", "2025-11-10", "periodic", "negative");
  put_test (d, "worse", "2025-11-25", "periodic", "positive");
  put_addict (d, "better", COMMUNE);
  put_test (d, "better", "2025-11-10", "periodic", "positive");
  put_test (d, "better", "2025-11-25", "periodic", "negative");
  put_addict (d, "both", COMMUNE);
  put_test (d, "both", "2025-11-25", "periodic", "negative");
  put_test (d, "both", "2025-11-25", "unannounced", "positive");
  put_addict (d, "both-reversed", COMMUNE);
  put_test (d, "both-reversed", "2025-11-25", "periodic", "positive");
  put_test (d, "both-reversed", "2025-11-25", "unannounced", "negative");
  expect (d, "2025-11-30", COMMUNE, 1, "unmet addict-test:both addict-test:both-reversed addict-test:worse");
}

/* A record that nobody supervises is a record; one that is closed on the day is none. */
static void
test_records (District *d, gconstpointer data)
{
  put_resident (d, "closed", COMMUNE);
  put_category (d, "closed", "user", NULL, NULL);
  put (d, "management_records", "person", "closed", "number", "1", "opened_on", "2025-01-01", "closed_on", "2025-11-30",
       "supervisor", "A", NULL);
  put_test (d, "closed", "2025-11-29", "periodic", "negative");
  put_resident (d, "unsupervised", COMMUNE);
  put_category (d, "unsupervised", "user", NULL, NULL);
  put (d, "management_records", "person", "unsupervised", "number", "1", "opened_on", "2025-11-29", NULL);
  put_test (d, "unsupervised", "2025-11-29", "periodic", "negative");
  expect (d, "2025-11-29", COMMUNE, 2, "unmet user-supervision:unsupervised");
  expect (d, "2025-11-30", COMMUNE, 2,
          "unmet user-record:closed user-supervision:closed user-supervision:unsupervised");
}

static void
test_psychosis (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  const TdVerdict *verdict;

  put_review (d, COMMUNE, "2025-11-30");
  put_addict (d, "addict", COMMUNE);
  put_category (d, "addict", "psychosis", NULL, NULL);
  put_category (d, "addict", "user", NULL, NULL);
  put_resident (d, "both", COMMUNE);
  put_record (d, "both");
  put_category (d, "both", "psychosis", NULL, NULL);
  put_category (d, "both", "user", NULL, NULL);
  put_resident (d, "psychosis", COMMUNE);
  put_record (d, "psychosis");
  put_category (d, "psychosis", "psychosis", NULL, NULL);
  expect (d, "2025-11-30", COMMUNE, 1, "unmet addict-test:addict");
  expect (d, "2025-11-30", COMMUNE, 2, "unmet user-test:both user-test:psychosis");
  evaluation = district_evaluate (d, "2025-11-30", NULL);
  verdict = find_verdict (evaluation, COMMUNE);
  g_assert_cmpint (verdict->addicts, ==, 1);
  g_assert_cmpint (verdict->addicts_in_community, ==, 1);
  g_assert_cmpint (verdict->users, ==, 1);
}

static void
test_user_ends (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_record (d, "P1");
  put_category (d, "P1", "user", NULL, "2025-11-30");
  expect (d, "2025-11-29", COMMUNE, 2, "unmet user-test:P1");
  expect (d, "2025-11-30", COMMUNE, 2, "met");
}

static void
test_move (District *d, gconstpointer data)
{
  put (d, "persons", "id", "P1", "full_name", "Người bịa", NULL);
  put_category (d, "P1", "user", NULL, NULL);
  put_record (d, "P1");
  put (d, "residences", "person", "P1", "from", "2024-01-01", "unit", COMMUNE, "to", "2025-11-30", NULL);
  put (d, "residences", "person", "P1", "from", "2025-11-30", "unit", OTHER, NULL);
  expect (d, "2025-11-29", COMMUNE, 2, "unmet user-test:P1");
  expect (d, "2025-11-29", OTHER, 2, "met");
  expect (d, "2025-11-30", COMMUNE, 2, "met");
  expect (d, "2025-11-30", OTHER, 2, "unmet user-test:P1");
}

static void
test_suspicion (District *d, gconstpointer data)
{
  put_resident (d, "before", COMMUNE);
  put_category (d, "before", "suspected", "2025-11-20", NULL);
  put_test (d, "before", "2025-11-19", "suspicion", "negative");
  put_resident (d, "from-then", COMMUNE);
  put_category (d, "from-then", "suspected", "2025-11-20", NULL);
  put_test (d, "from-then", "2025-11-20", "periodic", "positive");
  put_resident (d, "later", COMMUNE);
  put_category (d, "later", "suspected", "2025-11-20", NULL);
  put_test (d, "later", "2025-12-01", "suspicion", "negative");
  expect (d, "2025-11-30", COMMUNE, 3, "unmet suspect-test:before suspect-test:later");
  expect (d, "2025-12-01", COMMUNE, 3, "unmet suspect-test:before");
}

static void
test_post_rehab (District *d, gconstpointer data)
{
  put_resident (d, "P1", COMMUNE);
  put_record (d, "P1");
  put_category (d, "P1", "post_rehab", "2025-03-01", NULL);
  put_test (d, "P1", "2025-03-01", "unannounced", "positive");
  put (d, "supports", "person", "P1", "kind", "counselling", "from", "2025-03-01", "to", "2025-03-01", NULL);
  put (d, "supports", "person", "P1", "kind", "loan", "from", "2025-05-30", NULL);
  expect (d, "2025-05-30", COMMUNE, 5, "met");
  expect (d, "2025-05-31", COMMUNE, 5, "unmet post-rehab-periodic-test:P1");
  expect (d, "2025-05-29", COMMUNE, 5, "unmet post-rehab-livelihood:P1");

  put_resident (d, "P2", OTHER);
  put_record (d, "P2");
  put_category (d, "P2", "post_rehab", "2025-03-01", NULL);
  put_test (d, "P2", "2025-02-28", "unannounced", "negative");
  put (d, "supports", "person", "P2", "kind", "counselling", "from", "2025-02-28", NULL);
  put (d, "supports", "person", "P2", "kind", "job", "from", "2025-02-28", NULL);
  expect (d, "2025-05-29", OTHER, 5,
          "unmet post-rehab-counselling:P2 post-rehab-livelihood:P2 post-rehab-unannounced-test:P2");
}

/* Three addicts and five users on the day of registration; afterwards as many as are not cured on 2025-02-01. */
static void
reduce (District *d, guint addicts_cured, guint users_cured, gboolean user_turns_addict, const char *finding)
{
  put_registration (d, COMMUNE, "2024-10-20");
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%u", i);
      guint n = i < 3 ? i : i - 3;

      put_resident (d, id, COMMUNE);
      put_category (d, id, i < 3 ? "addict" : "user", NULL,
                    n < (i < 3 ? addicts_cured : users_cured) ? "2025-02-01" : NULL);
    }
  if (user_turns_addict)
    put_category (d, "P7", "addict", "2025-02-01", NULL);
  expect (d, "2025-01-31", COMMUNE, 4, "unmet not-reduced");
  expect (d, "2025-02-01", COMMUNE, 4, finding);
}

static void
test_not_reduced (District *d, gconstpointer data)
{
  reduce (d, 0, 0, FALSE, "unmet not-reduced");
}

static void
test_reduced (District *d, gconstpointer data)
{
  reduce (d, 0, 1, FALSE, "met");
}

static void
test_addicts_grew (District *d, gconstpointer data)
{
  reduce (d, 0, 2, TRUE, "unmet addicts-grew");
}

static void
test_users_grew (District *d, gconstpointer data)
{
  put_registration (d, COMMUNE, "2024-10-20");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%u", i);

      put_resident (d, id, COMMUNE);
      put_category (d, id, "addict", NULL, "2025-02-01");
    }
  put_category (d, "P0", "user", "2025-02-01", NULL);
  expect (d, "2025-02-01", COMMUNE, 4, "unmet users-grew");
}

/* Nobody then and nobody now is met; somebody now is not, nor the psychosis that is neither addict nor user. */
static void
test_reduced_from_nothing (District *d, gconstpointer data)
{
  put_registration (d, COMMUNE, "2024-10-20");
  put_resident (d, "P1", COMMUNE);
  put_category (d, "P1", "psychosis", NULL, NULL);
  put_category (d, "P1", "addict", "2025-02-02", NULL);
  expect (d, "2025-02-01", COMMUNE, 4, "met");
  expect (d, "2025-02-02", COMMUNE, 4, "unmet addicts-grew not-reduced");
}

/* Six and five are eleven: the new commune fails though each of the old ones was below the limit. */
static void
test_merger (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) before = NULL;
  g_autoptr (TdEvaluation) after = NULL;

  put (d, "units", "code", "16174-2025", "name", "Như Xuân", "kind", "commune", "valid_from", "2025-07-01", NULL);
  put (d, "units", "code", TOWN, "name", "Yên Cát", "kind", "town", "parent", "NX", "valid_to", "2025-07-01",
       "successor", "16174-2025", NULL);
  put (d, "units", "code", OTHER, "name", "Tân Bình", "kind", "commune", "parent", "NX", "valid_to", "2025-07-01",
       "successor", "16174-2025", NULL);
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%02u", i);

      put (d, "persons", "id", id, "full_name", "Người bịa", NULL);
      put (d, "residences", "person", id, "from", "2024-01-01", "unit", i < 6 ? TOWN : OTHER, "to", "2025-07-01", NULL);
      put (d, "residences", "person", id, "from", "2025-07-01", "unit", "16174-2025", NULL);
      put_category (d, id, "addict", NULL, NULL);
      put_record (d, id);
      put (d, "treatments", "person", id, "form", "substitution", "from", "2024-01-01", NULL);
      put_test (d, id, "2025-06-30", "periodic", "negative");
    }
  put_review (d, TOWN, "2025-06-30");
  put_review (d, OTHER, "2025-06-30");
  put_review (d, "16174-2025", "2025-07-01");
  expect (d, "2025-06-30", TOWN, 1, "met");
  expect (d, "2025-06-30", OTHER, 1, "met");
  expect (d, "2025-07-01", "16174-2025", 1, "unmet addict-limit=11");
  before = district_evaluate (d, "2025-06-30", NULL);
  g_assert_nonnull (find_verdict (before, TOWN));
  g_assert_null (find_verdict (before, "16174-2025"));
  after = district_evaluate (d, "2025-07-01", NULL);
  g_assert_null (find_verdict (after, TOWN));
  g_assert_cmpint (find_verdict (after, "16174-2025")->addicts, ==, 11);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  district_add_test ("/criteria/people/test-of-thirty-days", test_thirty_days);
  district_add_test ("/criteria/people/february", test_february);
  district_add_test ("/criteria/people/nine-and-ten", test_limit);
  district_add_test ("/criteria/people/away", test_away);
  district_add_test ("/criteria/people/latest-test", test_latest_test);
  district_add_test ("/criteria/people/records", test_records);
  district_add_test ("/criteria/people/psychosis", test_psychosis);
  district_add_test ("/criteria/people/user-ends", test_user_ends);
  district_add_test ("/criteria/people/move", test_move);
  district_add_test ("/criteria/people/suspicion", test_suspicion);
  district_add_test ("/criteria/people/post-rehab", test_post_rehab);
  district_add_test ("/criteria/people/not-reduced", test_not_reduced);
  district_add_test ("/criteria/people/reduced", test_reduced);
  district_add_test ("/criteria/people/addicts-grew", test_addicts_grew);
  district_add_test ("/criteria/people/users-grew", test_users_grew);
  district_add_test ("/criteria/people/reduced-from-nothing", test_reduced_from_nothing);
  district_add_test ("/criteria/people/merger", test_merger);
  return g_test_run ();
}
