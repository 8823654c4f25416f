/* td-registers-page.h: every register as a table, and one search for all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_REGISTERS_PAGE (td_registers_page_get_type ())
G_DECLARE_FINAL_TYPE (TdRegistersPage, td_registers_page, TD, REGISTERS_PAGE, AdwBin)

void td_registers_page_set_session (TdRegistersPage *self, TdSession *session, GSettings *settings);
void td_registers_page_find (TdRegistersPage *self);
void td_registers_page_focus (TdRegistersPage *self);

G_END_DECLS
