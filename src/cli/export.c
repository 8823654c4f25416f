/* export.c: tham-dinh-cli export: every register in the form that import reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-export.h"

#include <glib/gi18n.h>

static gboolean
find_format (const char *name, TdExportFormat *format)
{
  if (name == NULL || g_str_equal (name, "csv"))
    *format = TD_EXPORT_CSV;
  else if (g_str_equal (name, "xlsx"))
    *format = TD_EXPORT_XLSX;
  else
    return FALSE;
  return TRUE;
}

/**
 * td_command_export:
 * @globals: what stands before the command
 * @argc: how many words
 * @argv: the command's words
 *
 * Returns: how to end
 */
TdExit
td_command_export (const TdCliGlobals *globals, int argc, char **argv)
{
  g_autofree char *format_name = NULL;
  gboolean masked = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("csv (a file a register) or xlsx (one workbook)"),
      "csv|xlsx" },
    { "masked", 0, 0, G_OPTION_ARG_NONE, &masked,
      N_ ("shorten names, birth dates and numbers, and leave out addresses and notes; such files cannot be imported"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (
    _ ("DATABASE FOLDER"),
    _ ("Write every register in the form that import reads. The files hold personal data in the clear, unless it is "
       "masked: keep them safe."),
    entries);
  TdExportFormat format;
  GError *error = NULL;
  TdExit exit;

  if (!td_cli_parse (context, &argc, &argv, 2, 2, &exit))
    return exit;
  if (!find_format (format_name, &format))
    return td_cli_usage (context, _ ("The format is csv or xlsx."));

  g_autoptr (TdStore) store = td_cli_open (globals, argv[1], &error);

  if (store == NULL || !td_export (store, argv[2], format, masked, td_cli_progress, NULL, NULL, &error))
    return td_cli_fail (error);
  g_printerr (masked ? _ ("Exported to “%s”. Personal data in the files is masked.\n")
                     : _ ("Exported to “%s”. The files hold personal data in the clear: keep them safe.\n"),
              argv[2]);
  return TD_EXIT_DONE;
}
