/* td-intake-paste.h: rows from the clipboard into a register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_intake_paste (GtkColumnView *view, TdSession *session, const TdRegister *reg);

G_END_DECLS
