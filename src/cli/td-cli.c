/* td-cli.c: options, errors and dates of the commands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"

#include "td-date.h"

#include <glib/gi18n.h>
#include <unistd.h>

/**
 * td_cli_context:
 * @parameters: what stands behind the options, for the usage
 * @summary: what the command does
 * @entries: its options
 *
 * Returns: (transfer full): the command's options, --help among them
 */
GOptionContext *
td_cli_context (const char *parameters, const char *summary, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (parameters);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/**
 * td_cli_parse:
 * @context: a command's options
 * @argc: (inout): how many words
 * @argv: (inout): the words, the command's name first; left with what is no option
 * @min_arguments: how many words must follow the name
 * @max_arguments: how many may
 * @exit: (out): how to end when it failed
 *
 * Returns: whether the words fit; otherwise the usage stands on standard error
 */
gboolean
td_cli_parse (GOptionContext *context, int *argc, char ***argv, int min_arguments, int max_arguments, TdExit *exit)
{
  g_autoptr (GError) error = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *exit = td_cli_usage (context, error->message);
      return FALSE;
    }
  if (*argc - 1 < min_arguments || *argc - 1 > max_arguments)
    {
      *exit = td_cli_usage (context, *argc - 1 < min_arguments ? _ ("Something is missing.")
                                                               : _ ("That is more than is expected."));
      return FALSE;
    }
  *exit = TD_EXIT_DONE;
  return TRUE;
}

/**
 * td_cli_usage:
 * @context: a command's options
 * @message: what is wrong with the words of the call
 *
 * Returns: the exit status for wrong usage, which has been told
 */
TdExit
td_cli_usage (GOptionContext *context, const char *message)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);

  g_printerr ("tham-dinh-cli: %s\n%s", message, help);
  return TD_EXIT_USAGE;
}

/**
 * td_cli_fail:
 * @error: (transfer full): what failed
 *
 * Returns: the exit status for a failure, which has been told in one sentence
 */
TdExit
td_cli_fail (GError *error)
{
  g_printerr ("tham-dinh-cli: %s\n", error->message);
  g_error_free (error);
  return TD_EXIT_FAILED;
}

/**
 * td_cli_read_date:
 * @context: a command's options
 * @text: (nullable): a date as people write it; %NULL for today
 * @date: (out) (transfer full): the date in the form that is kept
 * @exit: (out): how to end when it is none
 *
 * Returns: whether it is a date; otherwise the usage stands on standard error
 */
gboolean
td_cli_read_date (GOptionContext *context, const char *text, char **date, TdExit *exit)
{
  g_autofree char *message = NULL;

  *date = text != NULL ? td_date_parse (text) : td_date_today ();
  if (*date != NULL)
    return TRUE;
  message = g_strdup_printf (_ ("“%s” is not a date. Write it as 30/11/2025 or 2025-11-30."), text);
  *exit = td_cli_usage (context, message);
  return FALSE;
}

/**
 * td_cli_read_file:
 * @path: a file that an option names
 * @text: (out) (transfer full): what it holds
 * @size: (out) (optional): how much
 * @error: what failed
 *
 * Returns: whether it could be read
 */
gboolean
td_cli_read_file (const char *path, char **text, gsize *size, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_file_get_contents (path, text, size, &failure))
    return TRUE;
  g_set_error (error, failure->domain, failure->code, _ ("%s. Check the path."), failure->message);
  return FALSE;
}

/**
 * td_cli_open:
 * @globals: what stands before the command
 * @path: a database
 * @error: what failed
 *
 * The invented sample district tells its passphrase by itself; any other is asked for.
 *
 * Returns: (transfer full) (nullable): the database, unlocked
 */
TdStore *
td_cli_open (const TdCliGlobals *globals, const char *path, GError **error)
{
  g_autoptr (TdStore) store = td_store_open (path, error);
  char *passphrase = NULL;
  gboolean unlocked;

  if (store == NULL)
    return NULL;
  if (!td_cli_has_passphrase (globals))
    passphrase = td_store_get_setting (store, "sample-passphrase", NULL);
  if (passphrase == NULL)
    passphrase = td_cli_passphrase (globals, FALSE, error);
  if (passphrase == NULL)
    return NULL;
  unlocked = td_store_unlock (store, globals->user, passphrase, error);
  td_cli_forget (passphrase);
  return unlocked ? g_steal_pointer (&store) : NULL;
}

/**
 * td_cli_progress:
 * @done: how much is done
 * @total: of how much; 0 where that is not known
 * @data: unused
 *
 * A TdProgress that draws a bar on standard error where that is a terminal and the work takes over a second.
 */
void
td_cli_progress (guint64 done, guint64 total, gpointer data)
{
  static gint64 started, drawn;
  gint64 now = g_get_monotonic_time ();
  int percent = total > 0 ? (int)(done * 100 / total) : 0;
  char bar[26];

  if (started == 0 || done == 0)
    started = now;
  if (!isatty (STDERR_FILENO) || now - started < G_USEC_PER_SEC || (now - drawn < G_USEC_PER_SEC / 10 && done < total))
    return;
  drawn = now;
  for (int i = 0; i < 25; i++)
    bar[i] = i * 4 < percent ? '#' : '.';
  bar[25] = '\0';
  g_printerr (done < total ? "\r[%s] %3d%%" : "\r[%s] %3d%%\n", bar, percent);
}
