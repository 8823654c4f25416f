/* td-intake-summary.c: only what there is any of is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-summary.h"

#include "td-count.h"

#include <glib/gi18n.h>

static void
append (GString *text, guint64 n, const char *words)
{
  g_autofree char *count = td_count_show ((guint)n);

  if (n > 0)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", count, words);
}

/* Of the problems of all tables, those of this one. */
static guint
count_problems (const TdIntake *intake, const TdImportReport *report)
{
  guint n = 0;

  for (guint i = 0; i < report->problems->len; i++)
    {
      const char *column, *what;
      guint line;

      n += g_str_equal (td_import_report_get_place (report, i, &line, &column, &what), intake->label);
    }
  return n;
}

static guint
count_outcomes (const TdIntake *intake, const TdImportReport *report, TdOutcome outcome)
{
  guint n = 0;

  for (guint i = 0; i < report->outcomes->len; i++)
    {
      const TdImportOutcome *told = &g_array_index (report->outcomes, TdImportOutcome, i);

      n += told->outcome == outcome && g_str_equal (told->file, intake->label);
    }
  return n;
}

static guint
count_aside (const TdIntake *intake)
{
  guint n = 0;

  for (guint i = td_intake_get_start (intake); i < intake->rows->len; i++)
    n += !td_intake_is_taken (intake, i);
  return n;
}

/**
 * td_intake_summarise:
 * @intake: a table
 * @report: what a check of it, and of others, answers
 *
 * Returns: (transfer full): how many of its rows are new, change something, are wrong or set aside
 */
char *
td_intake_summarise (const TdIntake *intake, const TdImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_problems = count_problems (intake, report);
  guint n_others = (guint)report->n_problems - n_problems;

  append (text, count_outcomes (intake, report, TD_OUTCOME_ADDED), _ ("new"));
  append (text, count_outcomes (intake, report, TD_OUTCOME_CHANGED), _ ("changed"));
  append (text, count_outcomes (intake, report, TD_OUTCOME_SAME), _ ("as before"));
  append (text, n_problems, ngettext ("mistake", "mistakes", n_problems));
  append (text, count_aside (intake), _ ("set aside"));
  append (text, n_others, ngettext ("mistake in another table", "mistakes in other tables", n_others));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_ ("No rows to take in"));
}

/* The column's label before what is wrong in it, behind what else is wrong with the row. */
static char *
join_problem (const TdIntake *intake, const char *before, const char *column, const char *what)
{
  const TdField *field = column != NULL ? td_register_find_field (intake->reg, column) : NULL;

  return g_strconcat (before != NULL ? before : "", before != NULL ? "; " : "", field != NULL ? field->label : "",
                      field != NULL ? ": " : "", what, NULL);
}

/**
 * td_intake_list_problems:
 * @intake: a table
 * @report: what a check of it, and of others, answers
 *
 * Returns: (transfer container) (element-type guint utf8): what is wrong with each bad row of it, by the row's line
 */
GHashTable *
td_intake_list_problems (const TdIntake *intake, const TdImportReport *report)
{
  GHashTable *problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const char *column, *what;
      guint line;

      if (g_str_equal (td_import_report_get_place (report, i, &line, &column, &what), intake->label))
        g_hash_table_replace (
          problems, GUINT_TO_POINTER (line),
          join_problem (intake, g_hash_table_lookup (problems, GUINT_TO_POINTER (line)), column, what));
    }
  return problems;
}

/**
 * td_intake_list_bad_fields:
 * @intake: a table
 * @report: what a check of it, and of others, answers
 *
 * Returns: (transfer container) (element-type guint gsize): of each bad row a bit for each field that is wrong, by the
 *   row's line
 */
GHashTable *
td_intake_list_bad_fields (const TdIntake *intake, const TdImportReport *report)
{
  GHashTable *fields = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const char *file, *column, *what;
      guint line;
      gsize bits;

      file = td_import_report_get_place (report, i, &line, &column, &what);
      if (column == NULL || !g_str_equal (file, intake->label))
        continue;
      bits = GPOINTER_TO_SIZE (g_hash_table_lookup (fields, GUINT_TO_POINTER (line)));
      bits |= (gsize)1 << td_register_field_index (intake->reg, column);
      g_hash_table_insert (fields, GUINT_TO_POINTER (line), GSIZE_TO_POINTER (bits));
    }
  return fields;
}

static const char *
describe (TdOutcome outcome)
{
  switch (outcome)
    {
    case TD_OUTCOME_ADDED:
      return _ ("New");
    case TD_OUTCOME_CHANGED:
      return _ ("Changes what is there");
    case TD_OUTCOME_SAME:
      return _ ("As it is there");
    case TD_OUTCOME_FAILED:
    default:
      return NULL;
    }
}

/**
 * td_intake_list_outcomes:
 * @intake: a table
 * @report: what a check of it, and of others, answers
 *
 * Returns: (transfer container) (element-type guint utf8): what becomes of each good row of it, by the row's line
 */
GHashTable *
td_intake_list_outcomes (const TdIntake *intake, const TdImportReport *report)
{
  GHashTable *outcomes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < report->outcomes->len; i++)
    {
      const TdImportOutcome *told = &g_array_index (report->outcomes, TdImportOutcome, i);

      if (g_str_equal (told->file, intake->label))
        g_hash_table_insert (outcomes, GUINT_TO_POINTER (told->line), (gpointer)describe (told->outcome));
    }
  return outcomes;
}

/**
 * td_intake_summarise_done:
 * @report: what taking tables in answers
 *
 * Returns: (transfer full): what was done to each register
 */
char *
td_intake_summarise_done (const TdImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < report->counts->len; i++)
    {
      const TdImportCount *count = &g_array_index (report->counts, TdImportCount, i);
      g_autofree char *added = td_count_show ((guint)count->added);
      g_autofree char *changed = td_count_show ((guint)count->changed);
      g_autofree char *part = g_strdup_printf (_ ("%s: %s added, %s changed"), count->reg->title, added, changed);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
