/* main.c: tham-dinh-cli, the whole main job without a display: finds the command and hands over to its file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-process.h"

#include <glib/gi18n.h>
#include <stdio.h>

static const struct
{
  const char *name;
  TdCommandFunc run;
  const char *summary;
} commands[] = {
  { "create", td_command_create, N_ ("make a new database on a plan") },
  { "import", td_command_import, N_ ("read registers from CSV files, folders of them or a workbook") },
  { "export", td_command_export, N_ ("write every register in the form that import reads") },
  { "evaluate", td_command_evaluate, N_ ("tell of every unit which of the ten criteria it meets on a day") },
  { "document", td_command_document, N_ ("make a paper as a draft PDF") },
};

/* An answer that found no room is no answer, however well it was found. */
static TdExit
close_answer (TdExit exit)
{
  if (exit != TD_EXIT_DONE || (fflush (stdout) == 0 && !ferror (stdout)))
    return exit;
  g_printerr ("tham-dinh-cli: %s\n",
              _ ("The answer could not be written to the end; free space where it goes, and ask again."));
  return TD_EXIT_FAILED;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s %s", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (text, "\n\n%s", _ ("“tham-dinh-cli COMMAND --help” tells a command's options."));
  return g_string_free (text, FALSE);
}

static TdExit
run_command (const TdCliGlobals *globals, GOptionContext *context, int argc, char **argv)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      {
        g_autofree char *name = g_strconcat ("tham-dinh-cli ", argv[1], NULL);

        /* Its usage starts with this. */
        g_set_prgname (name);
        return commands[i].run (globals, argc - 1, argv + 1);
      }
  message = g_strdup_printf (_ ("There is no command “%s”."), argv[1]);
  return td_cli_usage (context, message);
}

int
main (int argc, char **argv)
{
  TdCliGlobals globals = { NULL, NULL };
  const GOptionEntry entries[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &globals.passphrase_file,
      N_ ("Read the passphrase from the first line of FILE"), N_ ("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, &globals.user, N_ ("Unlock as USER"), N_ ("USER") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *description = NULL;
  TdExit exit;

  td_process_start ();
  context
    = td_cli_context (_ ("COMMAND …"), _ ("Appraise communes against the ten criteria, without a display."), entries);
  description = describe_commands ();
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  if (td_cli_parse (context, &argc, &argv, 1, G_MAXINT, &exit))
    exit = close_answer (run_command (&globals, context, argc, argv));
  g_free (globals.passphrase_file);
  g_free (globals.user);
  return (int)exit;
}
