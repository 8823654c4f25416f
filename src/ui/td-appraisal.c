/* td-appraisal.c: an evaluation with a reference count; it never changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-appraisal.h"

struct _TdAppraisal
{
  GObject parent_instance;
  TdEvaluation *evaluation;
};

G_DEFINE_FINAL_TYPE (TdAppraisal, td_appraisal, G_TYPE_OBJECT)

static void
td_appraisal_finalize (GObject *object)
{
  td_evaluation_free (TD_APPRAISAL (object)->evaluation);
  G_OBJECT_CLASS (td_appraisal_parent_class)->finalize (object);
}

static void
td_appraisal_class_init (TdAppraisalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_appraisal_finalize;
}

static void
td_appraisal_init (TdAppraisal *self)
{
}

/**
 * td_appraisal_new:
 * @evaluation: (transfer full): an evaluation
 *
 * Returns: (transfer full): the appraisal that holds it
 */
TdAppraisal *
td_appraisal_new (TdEvaluation *evaluation)
{
  TdAppraisal *self = g_object_new (TD_TYPE_APPRAISAL, NULL);

  self->evaluation = evaluation;
  return self;
}

const char *
td_appraisal_get_day (TdAppraisal *self)
{
  return self->evaluation->date;
}

/**
 * td_appraisal_get_verdicts:
 * @self: an appraisal
 *
 * Returns: (transfer none) (element-type TdVerdict): every unit's verdict, by code
 */
GPtrArray *
td_appraisal_get_verdicts (TdAppraisal *self)
{
  return self->evaluation->verdicts;
}

/**
 * td_appraisal_find:
 * @self: an appraisal
 * @code: a unit's code
 *
 * Returns: (nullable): its verdict; %NULL where the unit was not valid on that day
 */
const TdVerdict *
td_appraisal_find (TdAppraisal *self, const char *code)
{
  for (guint i = 0; i < self->evaluation->verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (self->evaluation->verdicts, i);

      if (g_str_equal (verdict->code, code))
        return verdict;
    }
  return NULL;
}

/**
 * td_appraisal_n_met:
 * @self: an appraisal
 *
 * Returns: how many units meet all ten criteria
 */
guint
td_appraisal_n_met (TdAppraisal *self)
{
  guint n_met = 0;

  for (guint i = 0; i < self->evaluation->verdicts->len; i++)
    n_met += td_verdict_is_met (g_ptr_array_index (self->evaluation->verdicts, i));
  return n_met;
}

/**
 * td_appraisal_is_blank:
 * @self: an appraisal
 *
 * Returns: whether the registers say nothing of any unit yet
 */
gboolean
td_appraisal_is_blank (TdAppraisal *self)
{
  for (guint i = 0; i < self->evaluation->verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (self->evaluation->verdicts, i);

      if (verdict->registered_on != NULL || verdict->households > 0 || verdict->addicts > 0 || verdict->users > 0)
        return FALSE;
    }
  return TRUE;
}
