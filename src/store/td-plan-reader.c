/* td-plan-reader.c: a plan from its XML. Every attribute that an element must have is asked for by name, so that a plan
 * with a mistake says where it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-plan-private.h"

#include "td-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TdPlan *plan;
  TdPlanCriterion *criterion; /* the one being read */
} Reader;

static void
invalid (GError **error, const char *element, const char *attribute)
{
  g_set_error (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID, _ ("The plan's element <%s> has no usable “%s”."), element,
               attribute);
}

/* An attribute that stays away is %NULL, and so is an empty one. */
static char *
get_optional (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return *values[i] != '\0' ? g_strdup (values[i]) : NULL;
  return NULL;
}

static char *
get_text (const char *element, const char **names, const char **values, const char *name, GError **error)
{
  char *value = get_optional (names, values, name);

  if (value == NULL && *error == NULL)
    invalid (error, element, name);
  return value;
}

static char *
get_date (const char *element, const char **names, const char **values, const char *name, gboolean required,
          GError **error)
{
  char *value = get_optional (names, values, name);

  if ((value != NULL ? !td_date_is_valid (value) : required) && *error == NULL)
    invalid (error, element, name);
  return value;
}

static void
read_plan (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  TdPlan *plan = reader->plan;

  if (plan->id != NULL)
    {
      invalid (error, element, "plan");
      return;
    }
  plan->id = get_text (element, names, values, "id", error);
  plan->title = get_text (element, names, values, "title", error);
  plan->number = get_optional (names, values, "number");
  plan->issued_on = get_date (element, names, values, "issued-on", FALSE, error);
  plan->issued_in = get_text (element, names, values, "issued-in", error);
  plan->district = get_text (element, names, values, "district", error);
  plan->first_day = get_date (element, names, values, "first-day", TRUE, error);
  plan->last_day = get_date (element, names, values, "last-day", TRUE, error);
}

static void
read_parameter (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  g_autofree char *value = get_text (element, names, values, "value", error);
  char *name = get_text (element, names, values, "name", error);
  gint64 number;

  if (*error == NULL && !g_ascii_string_to_signed (value, 10, 0, G_MAXINT, &number, NULL))
    invalid (error, element, "value");
  if (*error != NULL)
    g_free (name);
  else
    g_hash_table_replace (reader->plan->parameters, name, GINT_TO_POINTER ((int)number));
}

static void
read_criterion (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  g_autofree char *number_text = get_text (element, names, values, "number", error);
  gint64 number;
  TdPlanCriterion *criterion;

  if (*error != NULL)
    return;
  if (!g_ascii_string_to_signed (number_text, 10, 1, TD_N_CRITERIA, &number, NULL)
      || reader->plan->criteria[number - 1] != NULL)
    {
      invalid (error, element, "number");
      return;
    }
  criterion = g_new0 (TdPlanCriterion, 1);
  criterion->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify)td_requirement_text_free);
  criterion->label = get_text (element, names, values, "label", error);
  criterion->wording = get_text (element, names, values, "wording", error);
  reader->plan->criteria[number - 1] = criterion;
  reader->criterion = criterion;
}

static void
read_requirement (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  TdRequirementText *requirement;

  if (reader->criterion == NULL)
    {
      invalid (error, element, "criterion");
      return;
    }
  requirement = g_new0 (TdRequirementText, 1);
  requirement->id = get_text (element, names, values, "id", error);
  requirement->rule = get_text (element, names, values, "rule", error);
  requirement->finding = get_text (element, names, values, "finding", error);
  requirement->remedy = get_text (element, names, values, "remedy", error);
  g_ptr_array_add (reader->criterion->requirements, requirement);
}

static void
read_unit (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  TdPlanUnit *unit = g_new0 (TdPlanUnit, 1);

  unit->code = get_text (element, names, values, "code", error);
  unit->official_code = get_optional (names, values, "official-code");
  unit->name = get_text (element, names, values, "name", error);
  unit->kind = get_text (element, names, values, "kind", error);
  unit->parent = get_optional (names, values, "parent");
  g_ptr_array_add (reader->plan->units, unit);
}

static void
read_phase (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  TdPhase *phase = g_new0 (TdPhase, 1);

  phase->label = get_text (element, names, values, "label", error);
  phase->from = get_date (element, names, values, "from", TRUE, error);
  phase->to = get_date (element, names, values, "to", TRUE, error);
  g_ptr_array_add (reader->plan->phases, phase);
}

static void
read_deadline (Reader *reader, const char *element, const char **names, const char **values, GError **error)
{
  TdDeadline *deadline = g_new0 (TdDeadline, 1);

  deadline->id = get_text (element, names, values, "id", error);
  deadline->label = get_text (element, names, values, "label", error);
  deadline->before = get_date (element, names, values, "before", TRUE, error);
  g_ptr_array_add (reader->plan->deadlines, deadline);
}

static void
read_dated (GPtrArray *dated, const char *element, const char **names, const char **values, GError **error)
{
  TdDated *it = g_new0 (TdDated, 1);

  it->id = get_text (element, names, values, "id", error);
  it->text = get_text (element, names, values, "text", error);
  it->title = get_optional (names, values, "title");
  it->holder = get_optional (names, values, "holder");
  it->from = get_date (element, names, values, "from", FALSE, error);
  it->to = get_date (element, names, values, "to", FALSE, error);
  g_ptr_array_add (dated, it);
}

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values,
               gpointer data, GError **error)
{
  Reader *reader = data;
  GError *wrong = NULL;

  if (g_str_equal (element, "plan"))
    read_plan (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "parameter"))
    read_parameter (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "criterion"))
    read_criterion (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "requirement"))
    read_requirement (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "unit"))
    read_unit (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "phase"))
    read_phase (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "deadline"))
    read_deadline (reader, element, names, values, &wrong);
  else if (g_str_equal (element, "agency"))
    read_dated (reader->plan->agencies, element, names, values, &wrong);
  else if (g_str_equal (element, "office"))
    read_dated (reader->plan->offices, element, names, values, &wrong);
  else if (g_str_equal (element, "basis"))
    read_dated (reader->plan->bases, element, names, values, &wrong);
  else if (g_str_equal (element, "note"))
    read_dated (reader->plan->notes, element, names, values, &wrong);
  else
    g_set_error (&wrong, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID, _ ("The plan has an unknown element <%s>."), element);
  if (wrong != NULL)
    g_propagate_error (error, wrong);
}

static gboolean
check_plan (TdPlan *plan, GError **error)
{
  static const char *const parameters[] = { "addict-limit", "test-days", "review-days", "periodic-test-days" };

  if (plan->id == NULL)
    {
      g_set_error_literal (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID, _ ("The file is not a plan."));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (!g_hash_table_contains (plan->parameters, parameters[i]))
      {
        invalid (error, "parameter", parameters[i]);
        return FALSE;
      }
  if (td_plan_get_district (plan) == NULL)
    {
      invalid (error, "plan", "district");
      return FALSE;
    }
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    if (plan->criteria[i] == NULL)
      {
        g_set_error (error, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID, _ ("The plan does not word criterion %u."), i + 1);
        return FALSE;
      }
  return TRUE;
}

/**
 * td_plan_parse:
 * @xml: a plan's file
 * @error: %TD_PLAN_ERROR_INVALID or a mistake in the XML
 *
 * Returns: (transfer full) (nullable): the plan
 */
TdPlan *
td_plan_parse (GBytes *xml, GError **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (TdPlan) plan = td_plan_new ();
  Reader reader = { .plan = plan };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gsize size;
  const char *text = g_bytes_get_data (xml, &size);

  /* No bytes at all may be no pointer either, which the parser doesn't take. */
  if (!g_markup_parse_context_parse (context, text != NULL ? text : "", (gssize)size, error)
      || !g_markup_parse_context_end_parse (context, error) || !check_plan (plan, error))
    {
      g_prefix_error (error, "%s ", _ ("The plan cannot be read."));
      return NULL;
    }
  return g_steal_pointer (&plan);
}
