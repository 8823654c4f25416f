/* td-window.h: a window: no database yet, one that is locked, or one that is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-application.h"

G_BEGIN_DECLS

#define TD_TYPE_WINDOW (td_window_get_type ())
G_DECLARE_FINAL_TYPE (TdWindow, td_window, TD, WINDOW, AdwApplicationWindow)

TdWindow *td_window_new (TdApplication *application);
void td_window_set_day (TdWindow *self, const char *day);
void td_window_open (TdWindow *self, const char *path);
const char *td_window_get_path (TdWindow *self);
void td_window_say (GtkWidget *widget, const char *message);
void td_window_offer (GtkWidget *widget, const char *message, const char *label, const char *action);

G_END_DECLS
