/* td-template.h: the wording of each kind of paper, and filling it with facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-draft.h"
#include "td-facts.h"

G_BEGIN_DECLS

const char *const *td_template_kinds (void);
const char *td_template_title (const char *kind);
TdDraft *td_template_fill (const char *kind, const TdFacts *facts, GError **error);

G_END_DECLS
