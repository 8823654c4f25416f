/* td-appraisal.h: an evaluation that several views hold on to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-evaluation.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TD_TYPE_APPRAISAL (td_appraisal_get_type ())
G_DECLARE_FINAL_TYPE (TdAppraisal, td_appraisal, TD, APPRAISAL, GObject)

TdAppraisal *td_appraisal_new (TdEvaluation *evaluation);
const char *td_appraisal_get_day (TdAppraisal *self);
GPtrArray *td_appraisal_get_verdicts (TdAppraisal *self);
const TdVerdict *td_appraisal_find (TdAppraisal *self, const char *code);
guint td_appraisal_n_met (TdAppraisal *self);
gboolean td_appraisal_is_blank (TdAppraisal *self);

G_END_DECLS
