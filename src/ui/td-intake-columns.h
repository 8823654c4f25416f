/* td-intake-columns.h: asks what an intake's columns are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-intake.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_INTAKE_COLUMNS (td_intake_columns_get_type ())
G_DECLARE_FINAL_TYPE (TdIntakeColumns, td_intake_columns, TD, INTAKE_COLUMNS, AdwBin)

void td_intake_columns_show (TdIntakeColumns *self, TdIntake *intake);

G_END_DECLS
