/* td-row-dialog.h: a row of a register as a form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"
#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_ROW_DIALOG (td_row_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdRowDialog, td_row_dialog, TD, ROW_DIALOG, AdwWindow)

GtkWindow *td_row_dialog_open (GtkWindow *parent, TdSession *session, const TdRow *row);
GtkWindow *td_row_dialog_open_key (GtkWindow *parent, TdSession *session, const TdRegister *reg, const char *key);

G_END_DECLS
