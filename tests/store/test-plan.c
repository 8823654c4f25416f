/* test-plan.c: the built-in plan is whole, and a plan with a mistake is refused by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-date.h"

#include <string.h>

static TdPlan *
read_built_in (void)
{
  g_autoptr (GBytes) xml = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  TdPlan *plan = td_plan_parse (xml, &error);

  g_assert_no_error (error);
  return plan;
}

static void
the_built_in_plan_is_for_nhu_xuan (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();

  g_assert_cmpstr (plan->id, ==, "nhu-xuan-2024-2025");
  g_assert_cmpstr (td_plan_get_district (plan)->name, ==, "Như Xuân");
  g_assert_cmpstr (plan->first_day, ==, "2024-10-01");
  g_assert_cmpstr (plan->last_day, ==, "2025-12-31");
  g_assert_null (plan->number);
  g_assert_null (plan->issued_on);
  g_assert_cmpint (td_plan_get_parameter (plan, "addict-limit"), ==, 10);
  g_assert_cmpint (td_plan_get_parameter (plan, "test-days"), ==, 30);
  g_assert_cmpint (td_plan_get_parameter (plan, "review-days"), ==, 30);
  g_assert_cmpint (td_plan_get_parameter (plan, "periodic-test-days"), ==, 90);
}

static void
every_unit_has_its_parent_before_it (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  const TdField *kind = td_register_find_field (td_register_find ("units"), "kind");

  g_assert_cmpuint (plan->units->len, ==, 17);
  for (guint i = 0; i < plan->units->len; i++)
    {
      const TdPlanUnit *unit = g_ptr_array_index (plan->units, i);

      g_assert_true (unit->parent == NULL || g_hash_table_contains (codes, unit->parent));
      g_assert_true (g_hash_table_add (codes, unit->code));
      g_assert_cmpstr (td_field_find_word (kind, unit->kind)->value, ==, unit->kind);
    }
}

static void
every_requirement_has_a_name_of_its_own (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();
  guint n = 0;

  for (guint i = 0; i < TD_N_CRITERIA; i++)
    for (guint j = 0; j < plan->criteria[i]->requirements->len; j++, n++)
      {
        const TdRequirementText *it = g_ptr_array_index (plan->criteria[i]->requirements, j);

        g_assert_true (td_plan_find_requirement (plan, it->id) == it);
      }
  g_assert_cmpuint (n, >, TD_N_CRITERIA);
  g_assert_null (td_plan_find_requirement (plan, "no-such-requirement"));
}

static void
phases_follow_each_other (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();
  g_autofree char *expected = g_strdup (plan->first_day);

  for (guint i = 0; i < plan->phases->len; i++)
    {
      const TdPhase *phase = g_ptr_array_index (plan->phases, i);

      g_assert_cmpstr (phase->from, ==, expected);
      g_free (expected);
      expected = td_date_add_days (phase->to, 1);
      if (i + 1 == plan->phases->len)
        g_assert_cmpstr (phase->to, ==, plan->last_day);
    }
}

static void
assert_never_two_in_force (GPtrArray *dated)
{
  for (guint i = 0; i < dated->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const TdDated *one = g_ptr_array_index (dated, i), *other = g_ptr_array_index (dated, j);
        const char *start = one->from != NULL ? one->from : "1800-01-01";

        g_assert_false (g_str_equal (one->id, other->id) && td_dated_is_in_force (other, start));
      }
}

static void
no_two_of_a_kind_are_in_force (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();

  assert_never_two_in_force (plan->agencies);
  assert_never_two_in_force (plan->offices);
  assert_never_two_in_force (plan->bases);
}

static void
a_basis_is_in_force_until_the_day_before_its_end (void)
{
  g_autoptr (TdPlan) plan = read_built_in ();
  const TdDated *before = td_plan_find_dated (plan->bases, "local-government", "2025-02-28");
  const TdDated *after = td_plan_find_dated (plan->bases, "local-government", "2025-03-01");

  g_assert_cmpstr (before->to, ==, "2025-03-01");
  g_assert_cmpstr (after->from, ==, "2025-03-01");
  g_assert_null (td_plan_find_dated (plan->bases, "drug-law", "2021-12-31"));
  g_assert_null (td_plan_find_dated (plan->bases, "no-such-law", "2025-03-01"));
}

static GError *
refuse (GBytes *xml)
{
  GError *error = NULL;

  g_assert_null (td_plan_parse (xml, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  return error;
}

static void
assert_refused (const char *text, const char *with, const char *says)
{
  g_autoptr (GBytes) xml = test_change_plan (text, with);
  g_autoptr (GError) error = refuse (xml);

  g_assert_error (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, says));
}

/* The built-in plan, where the first @element that has an @attribute has @with in place of it and its value. */
static GBytes *
change_attribute (const char *element, const char *attribute, const char *with)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autofree char *xml = g_strndup (g_bytes_get_data (plan, NULL), g_bytes_get_size (plan));
  g_autofree char *pattern = g_strdup_printf ("(<%s\\s[^>]*?\\b)%s=(\"[^\"]*\"|'[^']*')", element, attribute);
  g_autofree char *replacement = g_strdup_printf ("\\1%s", with);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, &error);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *expanded = NULL;
  int start, end;

  g_assert_no_error (error);
  g_assert_true (g_regex_match (regex, xml, 0, &match));
  expanded = g_match_info_expand_references (match, replacement, NULL);
  g_match_info_fetch_pos (match, 0, &start, &end);
  return g_bytes_new_take (g_strdup_printf ("%.*s%s%s", start, xml, expanded, xml + end),
                           (gsize)start + strlen (expanded) + strlen (xml + end));
}

static void
assert_attribute_is_named (const char *element, const char *attribute, const char *with)
{
  g_autoptr (GBytes) xml = change_attribute (element, attribute, with);
  g_autoptr (GError) error = refuse (xml);
  g_autofree char *named = g_strdup_printf ("<%s> has no usable “%s”", element, attribute);

  g_assert_error (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, named));
}

static const struct
{
  const char *element;
  const char *attributes;
} needed[] = {
  { "plan", "id title issued-in district first-day last-day" },
  { "parameter", "name value" },
  { "criterion", "number label wording" },
  { "requirement", "id rule finding remedy" },
  { "unit", "code name kind" },
  { "phase", "label from to" },
  { "deadline", "id label before" },
  { "agency", "id text" },
  { "office", "id text" },
  { "basis", "id text" },
};

static void
a_missing_attribute_is_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_auto (GStrv) attributes = g_strsplit (needed[i].attributes, " ", -1);

      for (guint j = 0; attributes[j] != NULL; j++)
        {
          g_autofree char *empty = g_strdup_printf ("%s=\"\"", attributes[j]);

          assert_attribute_is_named (needed[i].element, attributes[j], "");
          assert_attribute_is_named (needed[i].element, attributes[j], empty);
        }
    }
}

static void
a_day_that_is_none_is_named (void)
{
  static const char *const days[][2] = {
    { "plan", "issued-on" }, { "plan", "first-day" },  { "plan", "last-day" }, { "phase", "from" },
    { "phase", "to" },       { "deadline", "before" }, { "basis", "from" },    { "basis", "to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *impossible = g_strdup_printf ("%s=\"2025-02-30\"", days[i][1]);
      g_autofree char *slashed = g_strdup_printf ("%s=\"30/11/2025\"", days[i][1]);

      assert_attribute_is_named (days[i][0], days[i][1], impossible);
      assert_attribute_is_named (days[i][0], days[i][1], slashed);
    }
}

static void
an_unknown_element_is_named (void)
{
  assert_refused ("<phase ", "<phrase ", "<phrase>");
  assert_refused ("<unit ", "<Unit ", "<Unit>");
}

static void
a_criterion_stands_once (void)
{
  assert_refused ("<criterion number=\"2\"", "<criterion number=\"1\"", "“number”");
  assert_refused ("<criterion number=\"2\"", "<criterion number=\"0\"", "“number”");
  assert_refused ("<criterion number=\"2\"", "<criterion number=\"11\"", "“number”");
  assert_refused ("<criterion number=\"2\"", "<criterion number=\"hai\"", "“number”");
}

static void
a_criterion_that_is_missing_is_named (void)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autofree char *xml = g_strndup (g_bytes_get_data (plan, NULL), g_bytes_get_size (plan));
  char *start = strstr (xml, "<criterion number=\"10\""), *end = strstr (start, "</criterion>");
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GError) error = NULL;

  memset (start, ' ', (gsize)(end - start) + strlen ("</criterion>"));
  without = g_bytes_new (xml, strlen (xml));
  error = refuse (without);
  g_assert_error (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "criterion 10"));
}

static void
a_district_that_is_not_there_is_named (void)
{
  assert_refused ("district=\"NX\"", "district=\"XX\"", "“district”");
  assert_refused ("<unit code=\"NX\"", "<unit code=\"NY\"", "“district”");
}

static void
a_figure_that_is_none_is_named (void)
{
  assert_refused ("value=\"10\"", "value=\"-1\"", "“value”");
  assert_refused ("value=\"10\"", "value=\"mười\"", "“value”");
  assert_refused ("value=\"10\"", "value=\"2147483648\"", "“value”");
  assert_refused ("name=\"test-days\"", "name=\"tests-days\"", "“test-days”");
}

static void
a_requirement_outside_a_criterion_is_named (void)
{
  assert_refused ("<phase ", "<requirement id='a' rule='b' finding='c' remedy='d'/><phase ", "<requirement>");
  assert_refused ("<phase ", "<requirement/><phase ", "<requirement>");
}

static void
a_plan_stands_alone (void)
{
  assert_refused ("<phase ",
                  "<plan id='a' title='b' issued-in='c' district='NX' first-day='2025-01-01' last-day='2025-12-31'/>"
                  "<phase ",
                  "<plan>");
}

static void
what_is_no_plan_is_refused (void)
{
  static const char *const texts[] = { "",
                                       " ",
                                       "không phải XML",
                                       "<plan",
                                       "<plan/>",
                                       "<units/>",
                                       "\xff\xfe<\0p",
                                       "<phase label='a' from='2025-01-01' to='2025-01-02'/>",
                                       "<!DOCTYPE plan><a/>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) xml = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = refuse (xml);

      g_assert_true (g_str_has_prefix (error->message, "The plan cannot be read."));
    }
}

static void
a_plan_that_is_cut_off_is_refused (void)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();

  for (gsize size = 0; size < g_bytes_get_size (plan) - strlen ("</plan>\n"); size += 97)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (plan, 0, size);
      g_autoptr (GError) error = refuse (part);

      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/built-in", the_built_in_plan_is_for_nhu_xuan);
  g_test_add_func ("/plan/units", every_unit_has_its_parent_before_it);
  g_test_add_func ("/plan/requirements", every_requirement_has_a_name_of_its_own);
  g_test_add_func ("/plan/phases", phases_follow_each_other);
  g_test_add_func ("/plan/in-force", no_two_of_a_kind_are_in_force);
  g_test_add_func ("/plan/end", a_basis_is_in_force_until_the_day_before_its_end);
  g_test_add_func ("/plan/missing", a_missing_attribute_is_named);
  g_test_add_func ("/plan/days", a_day_that_is_none_is_named);
  g_test_add_func ("/plan/unknown", an_unknown_element_is_named);
  g_test_add_func ("/plan/criterion-once", a_criterion_stands_once);
  g_test_add_func ("/plan/criterion-missing", a_criterion_that_is_missing_is_named);
  g_test_add_func ("/plan/district", a_district_that_is_not_there_is_named);
  g_test_add_func ("/plan/figures", a_figure_that_is_none_is_named);
  g_test_add_func ("/plan/requirement-outside", a_requirement_outside_a_criterion_is_named);
  g_test_add_func ("/plan/alone", a_plan_stands_alone);
  g_test_add_func ("/plan/none", what_is_no_plan_is_refused);
  g_test_add_func ("/plan/cut-off", a_plan_that_is_cut_off_is_refused);
  return g_test_run ();
}
