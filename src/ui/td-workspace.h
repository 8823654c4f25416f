/* td-workspace.h: the pages of an open database: district, commune, paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_WORKSPACE (td_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TdWorkspace, td_workspace, TD, WORKSPACE, AdwBin)

TdWorkspace *td_workspace_new (TdSession *session, GSettings *settings);
void td_workspace_focus (TdWorkspace *self);

G_END_DECLS
