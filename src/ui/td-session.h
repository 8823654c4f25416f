/* td-session.h: an unlocked database in a window: the day it is looked at, the verdicts on that day, and work on it in
 * other threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-appraisal.h"
#include "td-job.h"

G_BEGIN_DECLS

#define TD_TYPE_SESSION (td_session_get_type ())
G_DECLARE_FINAL_TYPE (TdSession, td_session, TD, SESSION, GObject)

TdSession *td_session_new (TdStore *store, const char *day);
void td_session_close (TdSession *self);

TdStore *td_session_get_store (TdSession *self);
TdPlan *td_session_get_plan (TdSession *self);
const char *td_session_get_day (TdSession *self);
void td_session_set_day (TdSession *self, const char *day);
TdAppraisal *td_session_get_appraisal (TdSession *self);
const char *td_session_get_problem (TdSession *self);
gboolean td_session_is_working (TdSession *self);
void td_session_refresh (TdSession *self);
void td_session_stop_evaluating (TdSession *self);

void td_session_run (TdSession *self, TdWork work, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer td_session_run_finish (TdSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
