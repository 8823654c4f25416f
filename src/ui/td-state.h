/* td-state.h: how the state of a criterion looks and reads, the same in every view.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

TdState td_state_of_verdict (const TdVerdict *verdict);
const char *td_state_icon (TdState state);
const char *td_state_title (TdState state);
void td_state_colour (GtkWidget *widget, TdState state);
char *td_state_describe (const TdFinding *finding);
char *td_capitalise (const char *text);

G_END_DECLS
