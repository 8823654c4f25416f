/* td-intake-work.c: each works on copies, so that a person may go on mending meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-work.h"

#include "td-date.h"

/**
 * td_intake_wish_new:
 * @intakes: (element-type TdIntake): what stands in them now is copied; %NULL in place of one is passed over
 * @bar: (nullable): where to show progress; without it nothing is taken in, it is only checked
 *
 * Returns: (transfer full): for td_intake_work_import()
 */
TdIntakeWish *
td_intake_wish_new (GPtrArray *intakes, GtkProgressBar *bar)
{
  TdIntakeWish *self = g_new0 (TdIntakeWish, 1);

  self->intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);
  for (guint i = 0; i < intakes->len; i++)
    if (g_ptr_array_index (intakes, i) != NULL)
      g_ptr_array_add (self->intakes, td_intake_copy (g_ptr_array_index (intakes, i)));
  self->meter = bar != NULL ? td_meter_new (bar) : NULL;
  self->is_check = bar == NULL;
  return self;
}

void
td_intake_wish_free (gpointer wish)
{
  TdIntakeWish *self = wish;

  g_ptr_array_unref (self->intakes);
  g_clear_object (&self->meter);
  g_free (self);
}

void
td_intake_answer_free (gpointer answer)
{
  TdIntakeAnswer *self = answer;

  td_import_report_free (self->report);
  g_ptr_array_unref (self->intakes);
  g_free (self);
}

/**
 * td_intake_work_read:
 * @store: an unlocked store
 * @paths: (array zero-terminated=1) (element-type filename): files and folders
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable) (element-type TdIntake): the tables in them, each with a proposal of what it is
 */
gpointer
td_intake_work_read (TdStore *store, gpointer paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) intakes = td_intakes_read (paths, cancellable, error);

  for (guint i = 0; intakes != NULL && i < intakes->len; i++)
    if (!td_intake_recall (g_ptr_array_index (intakes, i), store, error))
      return NULL;
  if (intakes != NULL)
    td_intakes_sort (intakes);
  return g_steal_pointer (&intakes);
}

/**
 * td_intake_work_tidy:
 * @store: an unlocked store
 * @wish: a TdIntakeWish of one table whose columns are known; it goes over to the answer
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): the table with tidy cells
 */
gpointer
td_intake_work_tidy (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error)
{
  GPtrArray *intakes = ((TdIntakeWish *)wish)->intakes;

  if (!td_intake_tidy (g_ptr_array_index (intakes, 0), store, cancellable, error))
    return NULL;
  return g_ptr_array_steal_index (intakes, 0);
}

/* What the headings meant, for the next time. It is a convenience: that it failed takes back nothing. */
static void
remember (const TdIntakeWish *wish, TdStore *store)
{
  for (guint i = 0; i < wish->intakes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!td_intake_remember (g_ptr_array_index (wish->intakes, i), store, &error))
        g_message ("what headings mean was not remembered: %s", error->message);
    }
}

/**
 * td_intake_work_import:
 * @store: an unlocked store
 * @wish: a TdIntakeWish
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): a TdIntakeAnswer
 */
gpointer
td_intake_work_import (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error)
{
  const TdIntakeWish *wanted = wish;
  g_autofree char *today = td_date_today ();
  TdImportReport *report
    = td_import_intakes (store, wanted->intakes, today, wanted->is_check,
                         wanted->meter != NULL ? td_meter_report : NULL, wanted->meter, cancellable, error);
  TdIntakeAnswer *answer;

  if (report == NULL)
    return NULL;
  if (report->is_done)
    remember (wanted, store);
  answer = g_new0 (TdIntakeAnswer, 1);
  answer->report = report;
  answer->intakes = g_ptr_array_ref (wanted->intakes);
  return answer;
}
