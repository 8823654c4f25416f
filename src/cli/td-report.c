/* td-report.c: an evaluation as text for people, as CSV for a table, as JSON for programs. Subjects are keys, never
 * names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-report.h"

#include "td-csv.h"
#include "td-date.h"
#include "td-paper-facts.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static const char *
describe_state (TdState state)
{
  switch (state)
    {
    case TD_STATE_MET:
      return _ ("met");
    case TD_STATE_UNMET:
      return _ ("not met");
    case TD_STATE_UNKNOWN:
    default:
      return _ ("not known");
    }
}

/* The shortcomings of one requirement in a line: @first and those after it. Returns where the next requirement's are.
 */
static guint
append_requirement (GString *text, const TdPlan *plan, const GPtrArray *shortcomings, guint first)
{
  const TdShortcoming *one = g_ptr_array_index (shortcomings, first);
  const TdRequirementText *words = td_plan_find_requirement (plan, one->requirement->id);
  guint next = first;

  g_string_append_printf (text, "      %s", words != NULL ? words->finding : one->requirement->id);
  if (one->count >= 0)
    g_string_append_printf (text, ": %" G_GINT64_FORMAT, one->count);
  for (; next < shortcomings->len; next++)
    {
      const TdShortcoming *shortcoming = g_ptr_array_index (shortcomings, next);

      if (shortcoming->requirement != one->requirement)
        break;
      if (shortcoming->subject != NULL)
        g_string_append_printf (text, "%s%s", next == first ? ": " : ", ", shortcoming->subject);
    }
  g_string_append_c (text, '\n');
  return next;
}

static void
append_verdict (GString *text, const TdPlan *plan, const TdVerdict *verdict)
{
  g_autofree char *title = td_unit_title (verdict->kind, verdict->name);

  g_string_append_printf (text, "%s %s: %u/%d %s\n", verdict->code, title, td_verdict_n_met (verdict), TD_N_CRITERIA,
                          td_verdict_is_met (verdict) ? _ ("met") : _ ("not met"));
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      const TdFinding *finding = &verdict->findings[i];

      if (finding->state == TD_STATE_MET)
        continue;
      g_string_append_printf (text, "  %2u. %s: %s\n", i + 1, plan->criteria[i]->label,
                              describe_state (finding->state));
      for (guint j = 0; j < finding->shortcomings->len;)
        j = append_requirement (text, plan, finding->shortcomings, j);
    }
}

/**
 * td_report_text:
 * @plan: the plan, for its wording
 * @evaluation: what was found
 *
 * Returns: (transfer full): each unit with what stands in its way
 */
char *
td_report_text (const TdPlan *plan, const TdEvaluation *evaluation)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = td_date_show (evaluation->date);
  guint n_met = 0;

  for (guint i = 0; i < evaluation->verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

      n_met += td_verdict_is_met (verdict);
      append_verdict (text, plan, verdict);
    }
  g_string_append_printf (text,
                          ngettext ("On %s %u of %u unit meets all ten criteria.\n",
                                    "On %s %u of %u units meet all ten criteria.\n", evaluation->verdicts->len),
                          date, n_met, evaluation->verdicts->len);
  return g_string_free (text, FALSE);
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_shortcoming (JsonBuilder *json, const TdShortcoming *shortcoming)
{
  json_builder_begin_object (json);
  add_text (json, "requirement", shortcoming->requirement->id);
  add_text (json, "subject", shortcoming->subject);
  if (shortcoming->count >= 0)
    add_number (json, "count", shortcoming->count);
  json_builder_end_object (json);
}

static void
add_finding (JsonBuilder *json, guint criterion, const TdFinding *finding)
{
  json_builder_begin_object (json);
  add_number (json, "criterion", criterion);
  add_text (json, "state", td_state_to_string (finding->state));
  json_builder_set_member_name (json, "shortcomings");
  json_builder_begin_array (json);
  for (guint i = 0; i < finding->shortcomings->len; i++)
    add_shortcoming (json, g_ptr_array_index (finding->shortcomings, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_figures (JsonBuilder *json, const TdVerdict *verdict)
{
  json_builder_set_member_name (json, "figures");
  json_builder_begin_object (json);
  add_number (json, "addicts", verdict->addicts);
  add_number (json, "addicts_in_community", verdict->addicts_in_community);
  add_number (json, "users", verdict->users);
  add_number (json, "households", verdict->households);
  add_number (json, "committed", verdict->committed);
  json_builder_end_object (json);
}

static void
add_verdict (JsonBuilder *json, const TdVerdict *verdict)
{
  json_builder_begin_object (json);
  add_text (json, "code", verdict->code);
  add_text (json, "name", verdict->name);
  add_text (json, "kind", verdict->kind);
  json_builder_set_member_name (json, "met");
  json_builder_add_boolean_value (json, td_verdict_is_met (verdict));
  add_text (json, "registered_on", verdict->registered_on);
  add_figures (json, verdict);
  json_builder_set_member_name (json, "criteria");
  json_builder_begin_array (json);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    add_finding (json, i + 1, &verdict->findings[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/**
 * td_report_json:
 * @plan: unused
 * @evaluation: what was found
 *
 * Returns: (transfer full): one object; keys are only ever added to it
 */
char *
td_report_json (const TdPlan *plan, const TdEvaluation *evaluation)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  GString *text = g_string_new (NULL);

  json_builder_begin_object (json);
  add_text (json, "date", evaluation->date);
  json_builder_set_member_name (json, "units");
  json_builder_begin_array (json);
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    add_verdict (json, g_ptr_array_index (evaluation->verdicts, i));
  json_builder_end_array (json);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
write_row (GOutputStream *stream, const TdEvaluation *evaluation, const TdVerdict *verdict, guint criterion,
           const TdShortcoming *shortcoming)
{
  g_autofree char *number = g_strdup_printf ("%u", criterion + 1);
  g_autofree char *count = shortcoming != NULL && shortcoming->count >= 0
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, shortcoming->count)
                             : g_strdup ("");
  const char *cells[] = {
    evaluation->date,
    verdict->code,
    verdict->name,
    verdict->kind,
    number,
    td_state_to_string (verdict->findings[criterion].state),
    shortcoming != NULL ? shortcoming->requirement->id : "",
    shortcoming != NULL && shortcoming->subject != NULL ? shortcoming->subject : "",
    count,
  };

  td_csv_write_record (stream, cells, G_N_ELEMENTS (cells), NULL, NULL);
}

static void
write_verdict (GOutputStream *stream, const TdEvaluation *evaluation, const TdVerdict *verdict)
{
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      GPtrArray *shortcomings = verdict->findings[i].shortcomings;

      if (shortcomings->len == 0)
        write_row (stream, evaluation, verdict, i, NULL);
      for (guint j = 0; j < shortcomings->len; j++)
        write_row (stream, evaluation, verdict, i, g_ptr_array_index (shortcomings, j));
    }
}

/**
 * td_report_csv:
 * @plan: unused
 * @evaluation: what was found
 *
 * Returns: (transfer full): a row for each shortcoming, and one for each criterion that is met
 */
char *
td_report_csv (const TdPlan *plan, const TdEvaluation *evaluation)
{
  static const char *const head[]
    = { "date", "unit", "name", "kind", "criterion", "state", "requirement", "subject", "count" };
  /* A stream in memory grows as it is written to: writing to it does not fail. */
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  td_csv_write_record (stream, head, G_N_ELEMENTS (head), NULL, NULL);
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    write_verdict (stream, evaluation, g_ptr_array_index (evaluation->verdicts, i));
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}
