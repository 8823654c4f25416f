/* td-inline-editor.h: a row's form as a line of a list, with buttons of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-editor.h"

G_BEGIN_DECLS

#define TD_TYPE_INLINE_EDITOR (td_inline_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdInlineEditor, td_inline_editor, TD, INLINE_EDITOR, AdwPreferencesRow)

TdInlineEditor *td_inline_editor_new (void);
TdRowEditor *td_inline_editor_get_editor (TdInlineEditor *self);
void td_inline_editor_prepare (TdInlineEditor *self);

G_END_DECLS
