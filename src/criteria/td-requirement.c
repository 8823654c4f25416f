/* td-requirement.c: the requirements of the ten criteria. Their wording stands in the plan, their meaning in
 * resources/criteria/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-evaluation.h"

static const TdRequirement requirements[] = {
  { "not-reviewed", 1, TRUE, NULL },
  { "addict-record", 1, FALSE, "persons" },
  { "addict-treatment", 1, FALSE, "persons" },
  { "addict-limit", 1, FALSE, NULL },
  { "addict-supervision", 1, FALSE, "persons" },
  { "addict-test", 1, FALSE, "persons" },
  { "user-record", 2, FALSE, "persons" },
  { "user-supervision", 2, FALSE, "persons" },
  { "user-test", 2, FALSE, "persons" },
  { "suspect-test", 3, FALSE, "persons" },
  { "not-registered", 4, TRUE, NULL },
  { "addicts-grew", 4, FALSE, NULL },
  { "users-grew", 4, FALSE, NULL },
  { "not-reduced", 4, FALSE, NULL },
  { "post-rehab-record", 5, FALSE, "persons" },
  { "post-rehab-supervision", 5, FALSE, "persons" },
  { "post-rehab-periodic-test", 5, FALSE, "persons" },
  { "post-rehab-unannounced-test", 5, FALSE, "persons" },
  { "post-rehab-counselling", 5, FALSE, "persons" },
  { "post-rehab-livelihood", 5, FALSE, "persons" },
  { "hotspot", 6, FALSE, "hotspots" },
  { "drug-crop-or-production", 6, FALSE, "cases" },
  { "violation-unhandled", 7, FALSE, "offenders" },
  { "offender-at-large", 7, FALSE, "offenders" },
  { "fugitive-at-large", 7, FALSE, "fugitives" },
  { "serious-case-by-missed-person", 8, FALSE, "cases" },
  { "household-uncommitted", 9, FALSE, "households" },
  { "no-household", 9, TRUE, NULL },
  { "no-effective-model", 10, FALSE, NULL },
};

/**
 * td_requirement_find:
 * @id: a requirement's id, as the criteria's SQL names it
 *
 * Returns: (nullable): the requirement
 */
const TdRequirement *
td_requirement_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    if (g_str_equal (requirements[i].id, id))
      return &requirements[i];
  return NULL;
}

/**
 * td_requirements_all:
 * @n_requirements: (out): how many there are
 *
 * Returns: (array length=n_requirements): every requirement, by criterion
 */
const TdRequirement *
td_requirements_all (guint *n_requirements)
{
  *n_requirements = G_N_ELEMENTS (requirements);
  return requirements;
}
