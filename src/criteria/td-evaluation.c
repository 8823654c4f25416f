/* td-evaluation.c: running the criteria's SQL for a day and gathering its shortcomings by unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-evaluation.h"

#include "td-date.h"
#include "td-population-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (td - criteria - error - quark, td_criteria_error)

static const char *const criteria_files[TD_N_CRITERIA] = {
  "1-addicts.sql", "2-users.sql",     "3-suspects.sql", "4-reduction.sql",  "5-post-rehab.sql",
  "6-places.sql",  "7-offenders.sql", "8-missed.sql",   "9-households.sql", "10-model.sql",
};

#define N_PARAMETERS 7

/* What the SQL is told of a day. */
typedef struct
{
  char *test_from;
  char *review_from;
  char *periodic_test_from;
  TdParameter parameters[N_PARAMETERS];
} Day;

static void
day_clear (Day *day)
{
  g_free (day->test_from);
  g_free (day->review_from);
  g_free (day->periodic_test_from);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static void
day_init (Day *day, const TdPlan *plan, const char *date, const char *unit)
{
  const TdParameter parameters[N_PARAMETERS] = {
    { .name = ":day", .text = date },
    { .name = ":unit", .text = unit, .is_null = unit == NULL },
    { .name = ":plan_start", .text = plan->first_day },
    { .name = ":addict_limit", .number = td_plan_get_parameter (plan, "addict-limit") },
    { .name = ":test_from",
      .text = day->test_from = td_date_add_days (date, -td_plan_get_parameter (plan, "test-days")) },
    { .name = ":review_from",
      .text = day->review_from = td_date_add_days (date, -td_plan_get_parameter (plan, "review-days")) },
    { .name = ":periodic_test_from",
      .text = day->periodic_test_from = td_date_add_days (date, -td_plan_get_parameter (plan, "periodic-test-days")) },
  };

  memcpy (day->parameters, parameters, sizeof parameters);
}

static void
free_shortcoming (TdShortcoming *self)
{
  g_free (self->subject);
  g_free (self);
}

static void
free_verdict (TdVerdict *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->registered_on);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    g_ptr_array_unref (self->findings[i].shortcomings);
  g_free (self);
}

static TdVerdict *
read_verdict (TdQuery *figures)
{
  TdVerdict *verdict = g_new0 (TdVerdict, 1);

  verdict->code = g_strdup (td_query_get_text (figures, 0));
  verdict->name = g_strdup (td_query_get_text (figures, 1));
  verdict->kind = g_strdup (td_query_get_text (figures, 2));
  verdict->registered_on = g_strdup (td_query_get_text (figures, 3));
  verdict->addicts = td_query_get_number (figures, 4);
  verdict->addicts_in_community = td_query_get_number (figures, 5);
  verdict->users = td_query_get_number (figures, 6);
  verdict->households = td_query_get_number (figures, 7);
  verdict->committed = td_query_get_number (figures, 8);
  verdict->registered_addicts = td_query_get_number (figures, 9);
  verdict->registered_users = td_query_get_number (figures, 10);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    verdict->findings[i].shortcomings = g_ptr_array_new_with_free_func ((GDestroyNotify)free_shortcoming);
  return verdict;
}

static gboolean
read_verdicts (TdStore *store, TdEvaluation *evaluation, GHashTable *by_code, GError **error)
{
  g_autoptr (TdQuery) figures = td_query_open (store, td_population_sql ("figures.sql"), NULL, 0, error);
  g_autoptr (GError) wrong = NULL;

  if (figures == NULL)
    return FALSE;
  while (td_query_next (figures, &wrong))
    {
      TdVerdict *verdict = read_verdict (figures);

      g_ptr_array_add (evaluation->verdicts, verdict);
      g_hash_table_insert (by_code, verdict->code, verdict);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static int
compare_shortcomings (gconstpointer a, gconstpointer b)
{
  const TdShortcoming *first = *(TdShortcoming *const *)a;
  const TdShortcoming *second = *(TdShortcoming *const *)b;
  int order = strcmp (first->requirement->id, second->requirement->id);

  return order != 0 ? order : g_strcmp0 (first->subject, second->subject);
}

static void
conclude (TdFinding *finding)
{
  finding->state = finding->shortcomings->len == 0 ? TD_STATE_MET : TD_STATE_UNKNOWN;
  for (guint i = 0; i < finding->shortcomings->len; i++)
    {
      const TdShortcoming *shortcoming = g_ptr_array_index (finding->shortcomings, i);

      if (!shortcoming->requirement->missing)
        finding->state = TD_STATE_UNMET;
    }
  g_ptr_array_sort (finding->shortcomings, compare_shortcomings);
}

static gboolean
read_shortcomings (TdStore *store, const Day *day, guint criterion, GHashTable *by_code, GError **error)
{
  g_autoptr (TdQuery) rows
    = td_query_open (store, td_population_sql (criteria_files[criterion]), day->parameters, N_PARAMETERS, error);
  g_autoptr (GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (td_query_next (rows, &wrong))
    {
      TdVerdict *verdict = g_hash_table_lookup (by_code, td_query_get_text (rows, 0));
      TdShortcoming *shortcoming = g_new0 (TdShortcoming, 1);

      shortcoming->requirement = td_requirement_find (td_query_get_text (rows, 1));
      shortcoming->subject = g_strdup (td_query_get_text (rows, 2));
      shortcoming->count = td_query_is_null (rows, 3) ? -1 : td_query_get_number (rows, 3);
      g_ptr_array_add (verdict->findings[criterion].shortcomings, shortcoming);
    }
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static gboolean
evaluate_criteria (TdStore *store, const Day *day, TdEvaluation *evaluation, GHashTable *by_code,
                   GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_shortcomings (store, day, i, by_code, error))
      return FALSE;
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    for (guint j = 0; j < TD_N_CRITERIA; j++)
      conclude (&((TdVerdict *)g_ptr_array_index (evaluation->verdicts, i))->findings[j]);
  return TRUE;
}

/* All of it within one reading: a change that is committed meanwhile is seen whole or not at all. */
static gboolean
evaluate_day (TdStore *store, const Day *day, TdEvaluation *evaluation, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean done;

  if (!td_query_begin_reading (store, error))
    return FALSE;
  done = td_population_fill (store, day->parameters, N_PARAMETERS, error)
         && read_verdicts (store, evaluation, by_code, error)
         && evaluate_criteria (store, day, evaluation, by_code, cancellable, error);
  td_query_end_reading (store);
  return done;
}

static gboolean
check_request (const char *date, GError **error)
{
  if (td_date_is_valid (date))
    return TRUE;
  g_set_error_literal (error, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_DATE,
                       _ ("That is not a date. Write it as 30/11/2025 or 2025-11-30."));
  return FALSE;
}

/**
 * td_evaluate:
 * @store: a store
 * @date: the proposal day, a date of the form that is kept
 * @unit: (nullable): the code of the unit to evaluate, a hamlet or quarter too; %NULL for every commune, town and ward
 *   that is valid on the day
 * @cancellable: (nullable): stops between two criteria
 * @error: %TD_CRITERIA_ERROR_DATE, %TD_CRITERIA_ERROR_NO_UNIT or what else failed
 *
 * The ten criteria of section II of the plan on a day.
 *
 * Returns: (transfer full) (nullable): the verdicts
 */
TdEvaluation *
td_evaluate (TdStore *store, const char *date, const char *unit, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdEvaluation) evaluation = NULL;
  g_auto (Day) day = { 0 };

  if (!check_request (date, error))
    return NULL;
  day_init (&day, td_store_get_plan (store), date, unit);
  evaluation = g_new0 (TdEvaluation, 1);
  evaluation->date = g_strdup (date);
  evaluation->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify)free_verdict);

  if (!evaluate_day (store, &day, evaluation, cancellable, error))
    return NULL;
  if (unit != NULL && evaluation->verdicts->len == 0)
    {
      g_autofree char *shown = td_date_show (date);

      g_set_error (error, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_NO_UNIT,
                   _ ("There is no unit “%s” on %s. Check its code in the register of units."), unit, shown);
      return NULL;
    }
  return g_steal_pointer (&evaluation);
}

void
td_evaluation_free (TdEvaluation *self)
{
  g_free (self->date);
  g_ptr_array_unref (self->verdicts);
  g_free (self);
}

/**
 * td_verdict_n_met:
 * @self: a verdict
 *
 * Returns: how many of the ten criteria the unit meets
 */
guint
td_verdict_n_met (const TdVerdict *self)
{
  guint n_met = 0;

  for (guint i = 0; i < TD_N_CRITERIA; i++)
    n_met += self->findings[i].state == TD_STATE_MET;
  return n_met;
}

gboolean
td_verdict_is_met (const TdVerdict *self)
{
  return td_verdict_n_met (self) == TD_N_CRITERIA;
}

/**
 * td_state_to_string:
 * @state: a state
 *
 * Returns: `met`, `unmet` or `unknown`
 */
const char *
td_state_to_string (TdState state)
{
  switch (state)
    {
    case TD_STATE_MET:
      return "met";
    case TD_STATE_UNMET:
      return "unmet";
    case TD_STATE_UNKNOWN:
    default:
      return "unknown";
    }
}

/**
 * td_share_to_string:
 * @part: how many of them, 0 to @whole
 * @whole: how many there are
 *
 * Returns: (transfer full): the share in Vietnamese form with two decimals, cut and never rounded up: 4,999 of 5,000 is
 *   "99,98%"; a dash where there are none
 */
char *
td_share_to_string (gint64 part, gint64 whole)
{
  gint64 hundredths;

  if (whole <= 0)
    return g_strdup ("–");
  hundredths = part * 10000 / whole;
  if (hundredths == 10000)
    return g_strdup ("100%");
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d%%", hundredths / 100, (int)(hundredths % 100));
}
