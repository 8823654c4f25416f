/* td-meter.c: the thread leaves a number, the bar looks at it now and then; neither waits for the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-meter.h"

/* How often the bar looks. */
#define INTERVAL_MS 100
#define WHOLE       1000

struct _TdMeter
{
  GObject parent_instance;
  int permille;        /* atomic; -1 while there is nothing to measure by */
  GtkProgressBar *bar; /* a weak reference */
};

G_DEFINE_FINAL_TYPE (TdMeter, td_meter, G_TYPE_OBJECT)

static gboolean
look (gpointer data)
{
  TdMeter *self = data;
  int permille = g_atomic_int_get (&self->permille);

  if (self->bar == NULL || G_OBJECT (self)->ref_count == 1)
    return G_SOURCE_REMOVE;
  if (permille < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, permille / (double)WHOLE);
  return G_SOURCE_CONTINUE;
}

static void
td_meter_finalize (GObject *object)
{
  g_clear_weak_pointer (&TD_METER (object)->bar);
  G_OBJECT_CLASS (td_meter_parent_class)->finalize (object);
}

static void
td_meter_class_init (TdMeterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_meter_finalize;
}

static void
td_meter_init (TdMeter *self)
{
  self->permille = -1;
}

/**
 * td_meter_new:
 * @bar: follows the meter until the thread has let go of it
 *
 * Returns: (transfer full): the meter, for the thread
 */
TdMeter *
td_meter_new (GtkProgressBar *bar)
{
  TdMeter *self = g_object_new (TD_TYPE_METER, NULL);

  gtk_progress_bar_set_fraction (bar, 0);
  g_set_weak_pointer (&self->bar, bar);
  g_timeout_add_full (G_PRIORITY_DEFAULT, INTERVAL_MS, look, g_object_ref (self), g_object_unref);
  return self;
}

/**
 * td_meter_report:
 * @done: how much is done
 * @total: of how much; 0 where that is not known
 * @meter: a TdMeter
 *
 * A TdProgress, from any thread.
 */
void
td_meter_report (guint64 done, guint64 total, gpointer meter)
{
  g_atomic_int_set (&TD_METER (meter)->permille, total > 0 ? (int)(done * WHOLE / total) : -1);
}
