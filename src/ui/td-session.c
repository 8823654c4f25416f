/* td-session.c: keeps the verdicts in step with the day: the latest day asked for wins, and until its answer is there
 * the former one stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-session.h"

struct _TdSession
{
  GObject parent_instance;
  TdStore *store; /* (nullable): until it is closed */
  TdPlan *plan;
  char *day;
  TdAppraisal *appraisal; /* (nullable): of the latest day that was evaluated */
  char *problem;          /* (nullable): why there is none */
  GCancellable *evaluating;
  GList *running; /* GCancellable of all work in threads */
};

G_DEFINE_FINAL_TYPE (TdSession, td_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DAY,
  PROP_APPRAISAL,
  PROP_WORKING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_job_completed (TdSession *self, GParamSpec *pspec, GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  GList *link = g_list_find (self->running, cancellable);

  g_object_unref (cancellable);
  self->running = g_list_delete_link (self->running, link);
  if (self->running == NULL && self->store == NULL)
    g_signal_emit (self, signals[CLOSED], 0);
}

static gpointer
evaluate (TdStore *store, gpointer day, GCancellable *cancellable, GError **error)
{
  TdEvaluation *evaluation = td_evaluate (store, day, NULL, cancellable, error);

  return evaluation != NULL ? td_appraisal_new (evaluation) : NULL;
}

static void
on_evaluated (GObject *object, GAsyncResult *result, gpointer data)
{
  TdSession *self = TD_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdAppraisal) appraisal = td_session_run_finish (self, result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->evaluating)
    return;
  g_clear_object (&self->evaluating);
  g_set_object (&self->appraisal, appraisal);
  g_free (self->problem);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_APPRAISAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
}

static void
td_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TdSession *self = TD_SESSION (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_APPRAISAL:
      g_value_set_object (value, self->appraisal);
      break;
    case PROP_WORKING:
      g_value_set_boolean (value, td_session_is_working (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
td_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      td_session_set_day (TD_SESSION (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
td_session_finalize (GObject *object)
{
  TdSession *self = TD_SESSION (object);

  g_clear_pointer (&self->store, td_store_unref);
  g_clear_pointer (&self->plan, td_plan_unref);
  g_clear_object (&self->appraisal);
  g_clear_object (&self->evaluating);
  g_free (self->day);
  g_free (self->problem);
  G_OBJECT_CLASS (td_session_parent_class)->finalize (object);
}

static void
td_session_class_init (TdSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = td_session_get_property;
  object_class->set_property = td_session_set_property;
  object_class->finalize = td_session_finalize;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_APPRAISAL]
    = g_param_spec_object ("appraisal", NULL, NULL, TD_TYPE_APPRAISAL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORKING]
    = g_param_spec_boolean ("working", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* No thread works on the file any more, and it may be opened anew. */
  signals[CLOSED] = g_signal_new ("closed", TD_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_session_init (TdSession *self)
{
}

/**
 * td_session_new:
 * @store: an unlocked store
 * @day: the day to look at first
 *
 * Returns: (transfer full): the session, already evaluating
 */
TdSession *
td_session_new (TdStore *store, const char *day)
{
  TdSession *self = g_object_new (TD_TYPE_SESSION, NULL);

  self->store = td_store_ref (store);
  self->plan = td_plan_ref (td_store_get_plan (store));
  td_session_set_day (self, day);
  return self;
}

/**
 * td_session_close:
 * @self: the session
 *
 * Forgets the key and the verdicts, and stops all work. Emits `closed` once no thread holds the file, at once where
 * none does.
 */
void
td_session_close (TdSession *self)
{
  g_autoptr (GList) running = g_list_copy (self->running);

  if (self->store == NULL)
    return;
  td_session_stop_evaluating (self);
  for (GList *l = running; l != NULL; l = l->next)
    g_cancellable_cancel (l->data);
  g_clear_object (&self->appraisal);
  g_clear_pointer (&self->store, td_store_unref);
  if (self->running == NULL)
    g_signal_emit (self, signals[CLOSED], 0);
}

/**
 * td_session_get_store:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the connection of the main thread, for what takes under a frame; %NULL once
 * closed
 */
TdStore *
td_session_get_store (TdSession *self)
{
  return self->store;
}

TdPlan *
td_session_get_plan (TdSession *self)
{
  return self->plan;
}

const char *
td_session_get_day (TdSession *self)
{
  return self->day;
}

/**
 * td_session_set_day:
 * @self: the session
 * @day: a valid date
 *
 * Evaluates that day; the answer comes with `notify::appraisal`.
 */
void
td_session_set_day (TdSession *self, const char *day)
{
  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  td_session_refresh (self);
}

/**
 * td_session_get_appraisal:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the verdicts, of an earlier day while the session is working; %NULL before the
 *   first answer and after a failure
 */
TdAppraisal *
td_session_get_appraisal (TdSession *self)
{
  return self->appraisal;
}

/**
 * td_session_get_problem:
 * @self: the session
 *
 * Returns: (nullable): why the latest evaluation failed
 */
const char *
td_session_get_problem (TdSession *self)
{
  return self->problem;
}

gboolean
td_session_is_working (TdSession *self)
{
  return self->evaluating != NULL;
}

/**
 * td_session_refresh:
 * @self: the session
 *
 * Evaluates the day anew, after a change of the registers.
 */
void
td_session_refresh (TdSession *self)
{
  gboolean was_working = td_session_is_working (self);

  if (self->store == NULL)
    return;
  td_session_stop_evaluating (self);
  self->evaluating = g_cancellable_new ();
  td_session_run (self, evaluate, g_strdup (self->day), g_free, g_object_unref, self->evaluating, on_evaluated, NULL);
  if (!was_working)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
}

/**
 * td_session_stop_evaluating:
 * @self: the session
 *
 * For whoever is about to write: a change need not wait for a reader whose answer it makes stale.
 */
void
td_session_stop_evaluating (TdSession *self)
{
  if (self->evaluating == NULL)
    return;
  g_cancellable_cancel (self->evaluating);
  g_clear_object (&self->evaluating);
}

/**
 * td_session_run:
 * @self: the session; closed, it gives up at once
 * @work: what to do, in a thread
 * @data: (transfer full): handed to @work
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees what @work answers, where nobody takes it
 * @cancellable: (nullable): to give up; closing the session gives up too
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
td_session_run (TdSession *self, TdWork work, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GCancellable) own = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, own, callback, user_data);

  if (self->store == NULL)
    {
      if (free_data != NULL)
        free_data (data);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
      return;
    }
  self->running = g_list_prepend (self->running, g_object_ref (own));
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (on_job_completed), self, G_CONNECT_SWAPPED);
  td_job_run (task, self->store, work, data, free_data, free_result);
}

/**
 * td_session_run_finish:
 * @self: the session
 * @result: what the callback was given
 * @error: what failed; %G_IO_ERROR_CANCELLED when given up
 *
 * Returns: (transfer full) (nullable): what the work answered
 */
gpointer
td_session_run_finish (TdSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
