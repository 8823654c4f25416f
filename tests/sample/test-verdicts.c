/* test-verdicts.c: what the criteria find in the invented district, on the day to look at it and month by month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-evaluation.h"
#include "td-sample.h"
#include "test-sample.h"

static Sample *sample;

static const char *const month_ends[] = { "2024-10-31", "2024-11-30", "2024-12-31", "2025-01-31", "2025-02-28",
                                          "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31",
                                          "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31" };

static TdEvaluation *
evaluate (const char *day)
{
  g_autoptr (GError) error = NULL;
  TdEvaluation *evaluation = td_evaluate (sample->store, day, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (evaluation->verdicts->len, ==, 16);
  return evaluation;
}

/* Each requirement that a unit falls short of, once, with how often: "addict-limit×1 …". */
static char *
describe (const TdVerdict *verdict)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      GPtrArray *shortcomings = verdict->findings[i].shortcomings;
      guint n = 0;

      for (guint j = 0; j < shortcomings->len; j++)
        {
          const TdShortcoming *it = g_ptr_array_index (shortcomings, j);
          const TdShortcoming *next = j + 1 < shortcomings->len ? g_ptr_array_index (shortcomings, j + 1) : NULL;

          n++;
          if (next != NULL && next->requirement == it->requirement)
            continue;
          g_string_append_printf (text, "%s%s×%u", text->len > 0 ? " " : "", it->requirement->id, n);
          n = 0;
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_day (void)
{
  g_autoptr (TdEvaluation) evaluation = evaluate (TD_SAMPLE_DAY);

  for (guint i = 0; i < evaluation->verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);
      g_autofree char *text = describe (verdict);

      g_test_message ("%s %s: %u %s", verdict->code, verdict->name, td_verdict_n_met (verdict), text);
    }
}

static void
test_months (void)
{
  for (guint month = 0; month < G_N_ELEMENTS (month_ends); month++)
    {
      g_autoptr (TdEvaluation) evaluation = evaluate (month_ends[month]);
      g_autoptr (GString) line = g_string_new (month_ends[month]);
      guint n_units = 0, n_criteria = 0;

      for (guint i = 0; i < evaluation->verdicts->len; i++)
        {
          const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

          g_string_append_printf (line, " %2u", td_verdict_n_met (verdict));
          n_units += td_verdict_is_met (verdict);
          n_criteria += td_verdict_n_met (verdict);
        }
      g_test_message ("%s | %3u criteria, %2u communes", line->str, n_criteria, n_units);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sample = sample_new ();
  g_test_add_func ("/sample/verdicts/day", test_day);
  g_test_add_func ("/sample/verdicts/months", test_months);
  status = g_test_run ();
  sample_free (sample);
  return status;
}
