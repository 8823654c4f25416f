/* td-job.h: work on a database in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs in a thread on a connection of its own. Answers %NULL and sets @error where it failed. */
typedef gpointer (*TdWork) (TdStore *store, gpointer data, GCancellable *cancellable, GError **error);

void td_job_run (GTask *task, TdStore *store, TdWork work, gpointer data, GDestroyNotify free_data,
                 GDestroyNotify free_result);

G_END_DECLS
