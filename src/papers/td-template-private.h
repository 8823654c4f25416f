/* td-template-private.h: filling a template that is not in the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-node-private.h"
#include "td-template.h"

G_BEGIN_DECLS

TdDraft *td_template_fill_node (const char *kind, const TdNode *paper, const TdFacts *facts, GError **error);

G_END_DECLS
