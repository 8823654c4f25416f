/* td-import-report-private.h: filling the report of an import.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"

G_BEGIN_DECLS

TdImportReport *td_import_report_new (void);
void td_import_report_add_problem (TdImportReport *self, const char *file, guint line, const char *column,
                                   const char *what);
void td_import_report_sort_problems (TdImportReport *self, guint first);
void td_import_report_add_note (TdImportReport *self, const char *file, guint line, const char *what);
TdImportCount *td_import_report_add_count (TdImportReport *self, const TdRegister *reg);

G_END_DECLS
