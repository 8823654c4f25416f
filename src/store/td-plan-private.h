/* td-plan-private.h: making a plan, for its reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-plan.h"

G_BEGIN_DECLS

TdPlan *td_plan_new (void);
void td_requirement_text_free (TdRequirementText *self);

G_END_DECLS
