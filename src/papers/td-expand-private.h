/* td-expand-private.h: placeholders of a template's text to the facts that they name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-facts.h"

G_BEGIN_DECLS

/* Facts that shadow those around them: a row's facts those of its paper. */
typedef struct _TdScope TdScope;
struct _TdScope
{
  const TdFacts *facts;
  const TdScope *around; /* (nullable) */
};

const char *td_scope_get (const TdScope *self, const char *name);
const TdFacts *td_scope_find_table (const TdScope *self, const char *table);
char *td_expand (const char *text, const TdScope *scope, const char *kind, GError **error);

G_END_DECLS
