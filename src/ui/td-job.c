/* td-job.c: opens a connection for a thread, and lets go of it before it answers: whoever waits for the answer may open
 * the file anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-job.h"

typedef struct
{
  TdStore *store;
  TdWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->store, td_store_unref);
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
do_job (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer result = NULL;
  TdStore *worker = td_store_open_worker (job->store, &error);

  if (worker != NULL)
    result = job->work (worker, job->data, cancellable, &error);
  g_clear_pointer (&worker, td_store_unref);
  g_clear_pointer (&job->store, td_store_unref);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

/**
 * td_job_run:
 * @task: answers what @work answers
 * @store: an unlocked store
 * @work: what to do
 * @data: (transfer full): handed to @work
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees what @work answers, where nobody takes it
 */
void
td_job_run (GTask *task, TdStore *store, TdWork work, gpointer data, GDestroyNotify free_data,
            GDestroyNotify free_result)
{
  Job *job = g_new0 (Job, 1);

  job->store = td_store_ref (store);
  job->work = work;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, do_job);
}
