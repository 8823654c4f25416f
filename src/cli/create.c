/* create.c: tham-dinh-cli create: a new database on a plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"

#include <glib/gi18n.h>

static GBytes *
read_plan (const char *path, GError **error)
{
  char *text;
  gsize size;

  if (path == NULL)
    return td_plan_built_in ();
  return g_file_get_contents (path, &text, &size, error) ? g_bytes_new_take (text, size) : NULL;
}

static TdExit
create (const TdCliGlobals *globals, const char *path, const char *plan_path)
{
  GError *error = NULL;
  g_autoptr (GBytes) plan = read_plan (plan_path, &error);
  char *passphrase = plan != NULL ? td_cli_passphrase (globals, TRUE, &error) : NULL;
  g_autoptr (TdStore) store = NULL;

  if (passphrase == NULL)
    return td_cli_fail (error);
  store = td_store_create (path, plan, globals->user != NULL ? globals->user : g_get_user_name (), passphrase, &error);
  td_cli_forget (passphrase);
  if (store == NULL)
    return td_cli_fail (error);
  g_printerr (_ ("Made “%s” on the plan “%s”.\n"), path, td_store_get_plan (store)->title);
  return TD_EXIT_DONE;
}

/**
 * td_command_create:
 * @globals: what stands before the command
 * @argc: how many words
 * @argv: the command's words
 *
 * Returns: how to end
 */
TdExit
td_command_create (const TdCliGlobals *globals, int argc, char **argv)
{
  g_autofree char *plan = NULL;
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan, N_ ("The plan, instead of the one of Như Xuân"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (_ ("DATABASE"), _ ("Make a new database on a plan."), entries);
  TdExit exit;

  if (!td_cli_parse (context, &argc, &argv, 1, 1, &exit))
    return exit;
  return create (globals, argv[1], plan);
}
