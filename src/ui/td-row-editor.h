/* td-row-editor.h: a row in a form, with its way back into the database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-form.h"

G_BEGIN_DECLS

#define TD_TYPE_ROW_EDITOR (td_row_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdRowEditor, td_row_editor, TD, ROW_EDITOR, AdwBin)

void td_row_editor_show (TdRowEditor *self, TdSession *session, const TdRow *row, gboolean is_new);
const TdRow *td_row_editor_get_row (TdRowEditor *self);
TdRowForm *td_row_editor_get_form (TdRowEditor *self);
GSimpleActionGroup *td_row_editor_get_actions (TdRowEditor *self);
gboolean td_row_editor_is_new (TdRowEditor *self);
gboolean td_row_editor_is_saving (TdRowEditor *self);
gboolean td_row_editor_is_changed (TdRowEditor *self);

G_END_DECLS
