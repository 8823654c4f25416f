/* td-plan.c: reading a plan from its XML. Every attribute that an element must have is asked for by name, so that a
 * plan with a mistake says where it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-plan.h"

#include "td-date.h"
#include "td-store-resource.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (td - plan - error - quark, td_plan_error)

typedef struct
{
  TdPlan *plan;
  TdPlanCriterion *criterion; /* the one being read */
} Reader;

static void
free_requirement (TdRequirementText *self)
{
  g_free (self->id);
  g_free (self->rule);
  g_free (self->finding);
  g_free (self->remedy);
  g_free (self);
}

static void
free_criterion (TdPlanCriterion *self)
{
  g_free (self->label);
  g_free (self->wording);
  g_ptr_array_unref (self->requirements);
  g_free (self);
}

static void
free_unit (TdPlanUnit *self)
{
  g_free (self->code);
  g_free (self->official_code);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->parent);
  g_free (self);
}

static void
free_phase (TdPhase *self)
{
  g_free (self->label);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static void
free_deadline (TdDeadline *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->before);
  g_free (self);
}

static void
free_dated (TdDated *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->title);
  g_free (self->holder);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static TdPlan *
new_plan (void)
{
  TdPlan *self = g_atomic_rc_box_new0 (TdPlan);

  self->parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify)free_phase);
  self->deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_deadline);
  self->units = g_ptr_array_new_with_free_func ((GDestroyNotify)free_unit);
  self->agencies = g_ptr_array_new_with_free_func ((GDestroyNotify)free_dated);
  self->offices = g_ptr_array_new_with_free_func ((GDestroyNotify)free_dated);
  self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify)free_dated);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_dated);
  return self;
}

static void
clear_plan (TdPlan *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->number);
  g_free (self->issued_on);
  g_free (self->issued_in);
  g_free (self->district);
  g_free (self->first_day);
  g_free (self->last_day);
  g_hash_table_unref (self->parameters);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    g_clear_pointer (&self->criteria[i], free_criterion);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->agencies);
  g_ptr_array_unref (self->offices);
  g_ptr_array_unref (self->bases);
  g_ptr_array_unref (self->notes);
}

TdPlan *
td_plan_ref (TdPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
td_plan_unref (TdPlan *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_plan);
}

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
  criterion->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify)free_requirement);
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
  g_autoptr (TdPlan) plan = new_plan ();
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

/**
 * td_plan_built_in:
 *
 * Returns: (transfer full): the plan of Như Xuân district for 2024 and 2025, as XML
 */
GBytes *
td_plan_built_in (void)
{
  return g_resource_lookup_data (td_store_get_resource (), "/vn/thamdinh/plans/nhu-xuan-2024-2025.xml", 0, NULL);
}

/**
 * td_plan_get_district:
 * @self: a plan
 *
 * Returns: the unit that the plan is for
 */
const TdPlanUnit *
td_plan_get_district (const TdPlan *self)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const TdPlanUnit *unit = g_ptr_array_index (self->units, i);

      if (g_str_equal (unit->code, self->district))
        return unit;
    }
  return NULL;
}

/**
 * td_plan_get_parameter:
 * @self: a plan
 * @name: `addict-limit`, `test-days`, `review-days` or `periodic-test-days`
 *
 * Returns: the figure that the plan sets
 */
int
td_plan_get_parameter (const TdPlan *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->parameters, name));
}

/**
 * td_plan_find_requirement:
 * @self: a plan
 * @id: a requirement's id, `addict-record`
 *
 * Returns: (nullable): how the plan words its shortcoming and what it takes
 */
const TdRequirementText *
td_plan_find_requirement (const TdPlan *self, const char *id)
{
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    for (guint j = 0; j < self->criteria[i]->requirements->len; j++)
      {
        const TdRequirementText *requirement = g_ptr_array_index (self->criteria[i]->requirements, j);

        if (g_str_equal (requirement->id, id))
          return requirement;
      }
  return NULL;
}

/**
 * td_dated_is_in_force:
 * @self: an agency, office or basis
 * @day: a valid date
 *
 * Returns: whether it is in force on @day: from its first day until the day before its end
 */
gboolean
td_dated_is_in_force (const TdDated *self, const char *day)
{
  return (self->from == NULL || strcmp (self->from, day) <= 0) && (self->to == NULL || strcmp (self->to, day) > 0);
}

/**
 * td_plan_find_dated:
 * @dated: (element-type TdDated): agencies, offices or bases
 * @id: which
 * @day: a valid date
 *
 * Returns: (nullable): the one of that id in force on @day
 */
const TdDated *
td_plan_find_dated (GPtrArray *dated, const char *id, const char *day)
{
  for (guint i = 0; i < dated->len; i++)
    {
      const TdDated *it = g_ptr_array_index (dated, i);

      if (g_str_equal (it->id, id) && td_dated_is_in_force (it, day))
        return it;
    }
  return NULL;
}
