/* td-completion.h: the list below an entry of the rows that a few letters find.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-directory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_COMPLETION (td_completion_get_type ())
G_DECLARE_FINAL_TYPE (TdCompletion, td_completion, TD, COMPLETION, GObject)

TdCompletion *td_completion_new (GtkWidget *entry, const char *label);
void td_completion_show (TdCompletion *self, const GPtrArray *entries);
void td_completion_hide (TdCompletion *self);
gboolean td_completion_handle_key (TdCompletion *self, guint key);

G_END_DECLS
