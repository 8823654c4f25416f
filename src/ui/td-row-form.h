/* td-row-form.h: the fields of a row, to be filled in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row.h"
#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_ROW_FORM (td_row_form_get_type ())
G_DECLARE_FINAL_TYPE (TdRowForm, td_row_form, TD, ROW_FORM, AdwBin)

void td_row_form_show (TdRowForm *self, const TdRow *row, gboolean is_new);
void td_row_form_hide_fixed (TdRowForm *self, guint field);
void td_row_form_read_directory (TdRowForm *self, TdSession *session);
gboolean td_row_form_is_shown (TdRowForm *self);
gboolean td_row_form_is_changed (TdRowForm *self);
TdRow *td_row_form_collect (TdRowForm *self);
void td_row_form_set_wrong (TdRowForm *self, guint field, const char *message);
void td_row_form_focus (TdRowForm *self);

G_END_DECLS
