/* td-intake-dialog.h: takes foreign tables into the registers, with a look at each row before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-intake.h"
#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_INTAKE_DIALOG (td_intake_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdIntakeDialog, td_intake_dialog, TD, INTAKE_DIALOG, AdwWindow)

void td_intake_dialog_present (GtkWindow *parent, TdSession *session, GPtrArray *intakes, gboolean is_known);

G_END_DECLS
