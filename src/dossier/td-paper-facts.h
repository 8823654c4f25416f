/* td-paper-facts.h: the facts that the templates of an appraisal's papers may name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"
#include "td-facts.h"

G_BEGIN_DECLS

TdFacts *td_paper_facts_new (const TdPlan *plan, const TdVerdict *verdict, const char *date);
char *td_unit_title (const char *kind, const char *name);

G_END_DECLS
