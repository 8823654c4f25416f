/* td-facts.h: what a paper's template may name: facts by name, and tables whose rows are facts again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdFacts TdFacts;

TdFacts *td_facts_new (void);
void td_facts_free (TdFacts *self);

void td_facts_set (TdFacts *self, const char *name, const char *value);
void td_facts_take (TdFacts *self, const char *name, char *value);
const char *td_facts_get (const TdFacts *self, const char *name);

TdFacts *td_facts_add_row (TdFacts *self, const char *table);
guint td_facts_n_rows (const TdFacts *self, const char *table);
const TdFacts *td_facts_get_row (const TdFacts *self, const char *table, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFacts, td_facts_free)

G_END_DECLS
