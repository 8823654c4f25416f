/* td-report.h: an evaluation written out, for people and for programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"

G_BEGIN_DECLS

typedef char *(*TdReportFunc) (const TdPlan *plan, const TdEvaluation *evaluation);

char *td_report_text (const TdPlan *plan, const TdEvaluation *evaluation);
char *td_report_json (const TdPlan *plan, const TdEvaluation *evaluation);
char *td_report_csv (const TdPlan *plan, const TdEvaluation *evaluation);

G_END_DECLS
