/* td-tab-stop.h: a list that Tab enters once and leaves again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_TAB_STOP (td_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TdTabStop, td_tab_stop, TD, TAB_STOP, AdwBin)

G_END_DECLS
