/* test-requirements.c: every requirement can be found wanting and has its words in the plan; shares are never rounded
 * up; the SQL knows no clock and no manner of one database alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

#include <gio/gio.h>

#define DAY "2025-11-30"

/* People of every kind with nothing done for them: ten addicts, a user, a suspect, one after rehabilitation. */
static void
put_neglected_people (District *d)
{
  static const char *const categories[] = { "user", "suspected", "post_rehab" };

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%u", i);

      put_resident (d, id, COMMUNE);
      put_category (d, id, "addict", "2025-01-01", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      put_resident (d, categories[i], COMMUNE);
      put_category (d, categories[i], categories[i], "2025-01-01", NULL);
    }
}

static void
put_neglected_places (District *d)
{
  put_registration (d, COMMUNE, "2024-10-20");
  put (d, "households", "id", "H1", "unit", COMMUNE, NULL);
  put (d, "hotspots", "id", "Q1", "unit", COMMUNE, "kind", "ring", "found_on", "2025-01-01", NULL);
  put (d, "cases", "id", "V1", "unit", COMMUNE, "kind", "production", "happened_on", "2025-01-01", "severity",
       "very_serious", "by_missed_person", "yes", NULL);
  put (d, "offenders", "id", "O1", "case", "V1", "liability", "administrative", NULL);
  put (d, "offenders", "id", "O2", "case", "V1", "liability", "criminal", NULL);
  put (d, "fugitives", "id", "T1", "full_name", "Người bịa", "unit", COMMUNE, "wanted_on", "2025-01-01", NULL);
}

/* Counts the shortcomings by requirement, and looks at each whether it says what its requirement says that it does. */
static GHashTable *
count_shortcomings (const TdEvaluation *evaluation)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evaluation->verdicts->len; i++)
    for (guint j = 0; j < TD_N_CRITERIA; j++)
      {
        const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

        for (guint k = 0; k < verdict->findings[j].shortcomings->len; k++)
          {
            const TdShortcoming *shortcoming = g_ptr_array_index (verdict->findings[j].shortcomings, k);

            g_assert_cmpuint (shortcoming->requirement->criterion, ==, j + 1);
            g_assert_true ((shortcoming->subject == NULL) == (shortcoming->requirement->subjects == NULL));
            g_assert_true ((shortcoming->count >= 0) == g_str_equal (shortcoming->requirement->id, "addict-limit"));
            g_hash_table_add (found, (gpointer)shortcoming->requirement->id);
          }
      }
  return found;
}

static void
test_each_can_be_found (District *d, gconstpointer data)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  g_autoptr (GHashTable) found = NULL;
  guint n;
  const TdRequirement *all = td_requirements_all (&n);

  put_neglected_people (d);
  put_neglected_places (d);
  evaluation = district_evaluate (d, DAY, NULL);
  found = count_shortcomings (evaluation);
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (found, all[i].id))
      g_test_message ("never found: %s", all[i].id);
  g_assert_cmpuint (g_hash_table_size (found), ==, n);
}

static void
test_plan_words_each (void)
{
  g_autoptr (GBytes) xml = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlan) plan = td_plan_parse (xml, &error);
  guint n, n_worded = 0;
  const TdRequirement *all = td_requirements_all (&n);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const TdRequirementText *text = td_plan_find_requirement (plan, all[i].id);

      g_test_message ("%s", all[i].id);
      g_assert_nonnull (text);
      g_assert_cmpstr (text->rule, !=, "");
      g_assert_cmpstr (text->finding, !=, "");
      g_assert_cmpstr (text->remedy, !=, "");
      g_assert_true (td_requirement_find (all[i].id) == &all[i]);
    }
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    for (guint j = 0; j < plan->criteria[i]->requirements->len; j++, n_worded++)
      {
        const TdRequirementText *text = g_ptr_array_index (plan->criteria[i]->requirements, j);
        const TdRequirement *requirement = td_requirement_find (text->id);

        g_test_message ("%s", text->id);
        g_assert_nonnull (requirement);
        g_assert_cmpuint (requirement->criterion, ==, i + 1);
      }
  g_assert_cmpuint (n_worded, ==, n);
}

static void
test_missing_data (void)
{
  guint n;
  const TdRequirement *all = td_requirements_all (&n);

  for (guint i = 0; i < n; i++)
    g_assert_true (all[i].missing
                   == (g_str_equal (all[i].id, "not-reviewed") || g_str_equal (all[i].id, "not-registered")
                       || g_str_equal (all[i].id, "no-household")));
}

static void
test_figures_of_the_plan (void)
{
  g_autoptr (GBytes) xml = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlan) plan = td_plan_parse (xml, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->first_day, ==, "2024-10-01");
  g_assert_cmpint (td_plan_get_parameter (plan, "addict-limit"), ==, 10);
  g_assert_cmpint (td_plan_get_parameter (plan, "test-days"), ==, 30);
  g_assert_cmpint (td_plan_get_parameter (plan, "review-days"), ==, 30);
  g_assert_cmpint (td_plan_get_parameter (plan, "periodic-test-days"), ==, 90);
}

static void
test_share (void)
{
  static const struct
  {
    gint64 part, whole;
    const char *shown;
  } cases[] = {
    { 4999, 5000, "99,98%" }, { 99999, 100000, "99,99%" }, { 999999999, 1000000000, "99,99%" }, { 5000, 5000, "100%" },
    { 1, 3, "33,33%" },       { 2, 3, "66,66%" },          { 1, 1000000000, "0,00%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = td_share_to_string (cases[i].part, cases[i].whole);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Whatever asks for today's date, and what SQLite and PostgreSQL don't share. */
static void
test_sql_is_common (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children ("/vn/thamdinh/criteria", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GRegex) foreign = g_regex_new (
    "\\b(now|current_\\w+|julianday|strftime|datetime|ifnull|iif|instr|printf|typeof|group_concat|glob|pragma|rowid"
    "|autoincrement|(insert|update) +or|replace +into|indexed +by)\\b|\\b(date|time|total) *\\(|[][`$]|==|::",
    G_REGEX_CASELESS, 0, &error);
  g_autoptr (GRegex) comment = g_regex_new ("--[^\n]*", 0, 0, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), ==, TD_N_CRITERIA + 5);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/vn/thamdinh/criteria/", files[i], NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autofree char *bare = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      g_assert_no_error (error);
      bare = g_regex_replace_literal (comment, g_bytes_get_data (sql, NULL), (gssize)g_bytes_get_size (sql), 0, "", 0,
                                      &error);
      g_assert_no_error (error);
      if (g_regex_match (foreign, bare, 0, &match))
        {
          g_autofree char *word = g_match_info_fetch (match, 0);

          g_test_message ("%s: %s", files[i], word);
          g_test_fail ();
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  district_add_test ("/criteria/requirements/each-can-be-found", test_each_can_be_found);
  g_test_add_func ("/criteria/requirements/plan-words-each", test_plan_words_each);
  g_test_add_func ("/criteria/requirements/missing-data", test_missing_data);
  g_test_add_func ("/criteria/requirements/figures-of-the-plan", test_figures_of_the_plan);
  g_test_add_func ("/criteria/requirements/share", test_share);
  g_test_add_func ("/criteria/requirements/sql-is-common", test_sql_is_common);
  return g_test_run ();
}
