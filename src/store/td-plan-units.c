/* td-plan-units.c: a new database starts with the units that its plan is for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-change.h"
#include "td-store-private.h"

static gboolean
put_unit (TdChange *change, const TdRegister *units, const TdPlanUnit *unit, GError **error)
{
  g_autofree const char **values = g_new0 (const char *, units->n_fields);

  values[td_register_field_index (units, "code")] = unit->code;
  values[td_register_field_index (units, "name")] = unit->name;
  values[td_register_field_index (units, "kind")] = unit->kind;
  values[td_register_field_index (units, "parent")] = unit->parent;
  values[td_register_field_index (units, "official_code")] = unit->official_code;
  return td_change_put (change, units, values, NULL, error) != TD_OUTCOME_FAILED;
}

/**
 * td_units_from_plan:
 * @store: a new store, unlocked
 * @error: what failed
 *
 * Returns: whether the plan's district and its communes and towns stand in the register of units
 */
gboolean
td_units_from_plan (TdStore *store, GError **error)
{
  const TdPlan *plan = td_store_get_plan (store);
  const TdRegister *units = td_register_find ("units");
  g_autoptr (TdChange) change = td_change_begin (store, "plan", error);

  if (change == NULL)
    return FALSE;
  for (guint i = 0; i < plan->units->len; i++)
    if (!put_unit (change, units, g_ptr_array_index (plan->units, i), error))
      return FALSE;
  return td_change_commit (change, error);
}
