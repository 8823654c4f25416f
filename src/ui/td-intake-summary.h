/* td-intake-summary.h: what becomes of tables and their rows, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"

G_BEGIN_DECLS

char *td_intake_summarise (const TdIntake *intake, const TdImportReport *report);
GHashTable *td_intake_list_problems (const TdIntake *intake, const TdImportReport *report);
GHashTable *td_intake_list_bad_fields (const TdIntake *intake, const TdImportReport *report);
GHashTable *td_intake_list_outcomes (const TdIntake *intake, const TdImportReport *report);
char *td_intake_summarise_done (const TdImportReport *report);

G_END_DECLS
