/* evaluate.c: tham-dinh-cli evaluate: the ten criteria of every unit on a day, as text, JSON or CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-date.h"
#include "td-report.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  TdReportFunc write;
} formats[] = {
  { "text", td_report_text },
  { "json", td_report_json },
  { "csv", td_report_csv },
};

static TdReportFunc
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name == NULL || g_str_equal (name, formats[i].name))
      return formats[i].write;
  return NULL;
}

static TdExit
evaluate (const TdCliGlobals *globals, const char *database, const char *date, const char *unit, TdReportFunc write)
{
  GError *error = NULL;
  g_autoptr (TdStore) store = td_cli_open (globals, database, &error);
  g_autoptr (TdEvaluation) evaluation = store != NULL ? td_evaluate (store, date, unit, NULL, &error) : NULL;
  g_autofree char *report = NULL;

  if (evaluation == NULL)
    return td_cli_fail (error);
  report = write (td_store_get_plan (store), evaluation);
  g_print ("%s", report);
  return TD_EXIT_DONE;
}

/**
 * td_command_evaluate:
 * @globals: what stands before the command
 * @argc: how many words
 * @argv: the command's words
 *
 * Returns: how to end; a verdict of not met is an answer
 */
TdExit
td_command_evaluate (const TdCliGlobals *globals, int argc, char **argv)
{
  g_autofree char *date_text = NULL;
  g_autofree char *date = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("The proposal day (today, where it is not given)"),
      N_ ("DATE") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("One unit alone, by its code; a hamlet or quarter too"),
      N_ ("CODE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to answer"), "text|json|csv" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (
    _ ("DATABASE"), _ ("Tell of every commune, town and ward which of the ten criteria it meets on a day."), entries);
  TdReportFunc write;
  TdExit exit;

  if (!td_cli_parse (context, &argc, &argv, 1, 1, &exit))
    return exit;
  write = find_format (format);
  if (write == NULL)
    return td_cli_usage (context, _ ("The format is text, json or csv."));
  if (!td_cli_read_date (context, date_text, &date, &exit))
    return exit;
  return evaluate (globals, argv[1], date, unit, write);
}
