/* td-mask-choice.h: personal data masked, or in full: masked unless somebody says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_MASK_CHOICE (td_mask_choice_get_type ())
G_DECLARE_FINAL_TYPE (TdMaskChoice, td_mask_choice, TD, MASK_CHOICE, AdwPreferencesGroup)

gboolean td_mask_choice_is_masked (TdMaskChoice *self);

G_END_DECLS
