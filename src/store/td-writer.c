/* td-writer.c: one thread, and a short queue before it: what is pushed is written in its order, and nothing after the
 * first failure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-writer-private.h"

/* Enough that neither thread stands still while the other waits for its turn on a busy machine. */
#define MOST_WAITING 32

struct _TdWriter
{
  TdWrite write;
  GThreadPool *pool;
  GMutex mutex; /* of what follows */
  GCond done;
  guint n_waiting;
  int code; /* SQLITE_DONE, or what failed first */
};

static void
write_one (gpointer data, gpointer writer)
{
  TdWriter *self = writer;
  int code = self->write (data, td_writer_get_code (self) == SQLITE_DONE);

  g_mutex_lock (&self->mutex);
  if (self->code == SQLITE_DONE)
    self->code = code;
  self->n_waiting--;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->mutex);
}

/**
 * td_writer_new:
 * @write: what is done with all that is pushed
 *
 * Returns: (transfer full): a writer
 */
TdWriter *
td_writer_new (TdWrite write)
{
  TdWriter *self = g_new0 (TdWriter, 1);

  self->write = write;
  self->code = SQLITE_DONE;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->pool = g_thread_pool_new (write_one, self, 1, FALSE, NULL);
  return self;
}

/**
 * td_writer_free:
 * @self: (transfer full): a writer
 *
 * Waits for what it still writes.
 */
void
td_writer_free (TdWriter *self)
{
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}

/**
 * td_writer_push:
 * @self: a writer
 * @data: (transfer full): what to write next
 *
 * Waits where too much waits already, so that memory does not grow.
 */
void
td_writer_push (TdWriter *self, gpointer data)
{
  g_mutex_lock (&self->mutex);
  while (self->n_waiting >= MOST_WAITING)
    g_cond_wait (&self->done, &self->mutex);
  self->n_waiting++;
  g_mutex_unlock (&self->mutex);
  g_thread_pool_push (self->pool, data, NULL);
}

/**
 * td_writer_wait:
 * @self: a writer
 *
 * Returns: as td_writer_get_code(), once all is written
 */
int
td_writer_wait (TdWriter *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_waiting > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return td_writer_get_code (self);
}

/**
 * td_writer_get_code:
 * @self: a writer
 *
 * Returns: %SQLITE_DONE, or SQLite's code for what failed
 */
int
td_writer_get_code (TdWriter *self)
{
  int code;

  g_mutex_lock (&self->mutex);
  code = self->code;
  g_mutex_unlock (&self->mutex);
  return code;
}
