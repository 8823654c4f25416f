/* import.c: tham-dinh-cli import: registers from CSV files, folders of them or a workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-date.h"
#include "td-import.h"

#include <glib/gi18n.h>

static void
print_counts (const TdImportReport *report)
{
  for (guint i = 0; i < report->counts->len; i++)
    {
      const TdImportCount *count = &g_array_index (report->counts, TdImportCount, i);

      g_print (_ ("%s: %lu added, %lu changed, %lu as before\n"), count->reg->name, (gulong)count->added,
               (gulong)count->changed, (gulong)count->same);
    }
}

/* The bad rows are the import's answer; notes are not. */
static void
print_problems (const TdImportReport *report)
{
  for (guint i = 0; i < report->problems->len; i++)
    g_print ("%s\n", (const char *)g_ptr_array_index (report->problems, i));
  if (report->n_problems > report->problems->len)
    g_print (_ ("… and %lu more.\n"), (gulong)(report->n_problems - report->problems->len));
}

static void
print_notes (const TdImportReport *report)
{
  for (guint i = 0; i < report->notes->len; i++)
    g_printerr ("%s\n", (const char *)g_ptr_array_index (report->notes, i));
}

static TdExit
import (const TdCliGlobals *globals, const char *database, const char *const *paths, gboolean dry_run)
{
  GError *error = NULL;
  g_autoptr (TdStore) store = td_cli_open (globals, database, &error);
  g_autofree char *today = td_date_today ();
  g_autoptr (TdImportReport) report = NULL;

  if (store != NULL)
    report = td_import (store, paths, today, dry_run, td_cli_progress, NULL, NULL, &error);
  if (report == NULL)
    return td_cli_fail (error);
  print_notes (report);
  print_problems (report);
  if (report->n_problems > 0)
    {
      g_printerr (
        ngettext ("tham-dinh-cli: %lu mistake stands in the way; nothing was changed. Mend it and import again.\n",
                  "tham-dinh-cli: %lu mistakes stand in the way; nothing was changed. Mend them and import again.\n",
                  report->n_problems),
        (gulong)report->n_problems);
      return TD_EXIT_FAILED;
    }
  print_counts (report);
  if (dry_run)
    g_printerr (_ ("This was a dry run; nothing was changed.\n"));
  return TD_EXIT_DONE;
}

/**
 * td_command_import:
 * @globals: what stands before the command
 * @argc: how many words
 * @argv: the command's words
 *
 * Returns: how to end
 */
TdExit
td_command_import (const TdCliGlobals *globals, int argc, char **argv)
{
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would change, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (
    _ ("DATABASE PATH…"), _ ("Read registers from CSV files, folders of them or a workbook: all of it or nothing."),
    entries);
  TdExit exit;

  if (!td_cli_parse (context, &argc, &argv, 2, G_MAXINT, &exit))
    return exit;
  return import (globals, argv[1], (const char *const *)argv + 2, dry_run);
}
