/* td-plan.c: a plan in memory, and what is asked of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-plan-private.h"

#include "td-store-resource.h"

#include <gio/gio.h>
#include <string.h>

G_DEFINE_QUARK (td - plan - error - quark, td_plan_error)

void
td_requirement_text_free (TdRequirementText *self)
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

/**
 * td_plan_new:
 *
 * Returns: (transfer full): a plan that says nothing yet
 */
TdPlan *
td_plan_new (void)
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
