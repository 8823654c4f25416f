/* td-export-dialog.h: exporting registers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_EXPORT_DIALOG (td_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdExportDialog, td_export_dialog, TD, EXPORT_DIALOG, AdwWindow)

void td_export_dialog_present (GtkWindow *parent, TdSession *session);

G_END_DECLS
