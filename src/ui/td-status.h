/* td-status.h: what a status page says: plain text, whatever signs stand in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void td_status_describe (AdwStatusPage *page, const char *text);
void td_status_show_failure (AdwStatusPage *page, GtkStack *states, const char *message);

G_END_DECLS
