/* td-menu-button.h: the primary menu, the same on every page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_MENU_BUTTON (td_menu_button_get_type ())
G_DECLARE_FINAL_TYPE (TdMenuButton, td_menu_button, TD, MENU_BUTTON, AdwBin)

void td_menu_button_popup (GtkWidget *page);

G_END_DECLS
