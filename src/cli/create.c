/* create.c: tham-dinh-cli create: a new database on a plan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static GBytes *
read_plan (const char *path, GError **error)
{
  char *text;
  gsize size;

  if (path == NULL)
    return td_plan_built_in ();
  return td_cli_read_file (path, &text, &size, error) ? g_bytes_new_take (text, size) : NULL;
}

/* The sample's well-known passphrase is kept in the clear so that it can be shown where it is asked; one that a person
 * chose is not. */
static char *
choose_passphrase (const TdCliGlobals *globals, gboolean sample, GError **error)
{
  if (sample && !td_cli_has_passphrase (globals))
    return g_strdup (TD_SAMPLE_PASSPHRASE);
  return td_cli_passphrase (globals, TRUE, error);
}

static gboolean
fill_sample (const TdCliGlobals *globals, TdStore *store, GError **error)
{
  if (!td_sample_fill (store, error))
    return FALSE;
  return td_cli_has_passphrase (globals)
         || td_store_set_setting (store, "sample-passphrase", TD_SAMPLE_PASSPHRASE, error);
}

static TdExit
create (const TdCliGlobals *globals, const char *path, const char *plan_path, gboolean sample)
{
  GError *error = NULL;
  g_autoptr (GBytes) plan = read_plan (plan_path, &error);
  char *passphrase = plan != NULL ? choose_passphrase (globals, sample, &error) : NULL;
  g_autoptr (TdStore) store = NULL;

  if (passphrase == NULL)
    return td_cli_fail (error);
  store = td_store_create (path, plan, globals->user != NULL ? globals->user : g_get_user_name (), passphrase, &error);
  td_cli_forget (passphrase);
  if (store == NULL)
    return td_cli_fail (error);
  if (sample && !fill_sample (globals, store, &error))
    {
      g_clear_pointer (&store, td_store_unref);
      g_unlink (path);
      return td_cli_fail (error);
    }
  g_printerr (_ ("Made “%s” on the plan “%s”.\n"), path, td_store_get_plan (store)->title);
  if (sample && !td_cli_has_passphrase (globals))
    g_printerr (_ ("The invented sample district's passphrase: %s\n"), TD_SAMPLE_PASSPHRASE);
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
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan, N_ ("The plan, instead of the one of Như Xuân"), N_ ("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_ ("Fill it with an invented district"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (_ ("DATABASE"), _ ("Make a new database on a plan."), entries);
  TdExit exit;

  if (!td_cli_parse (context, &argc, &argv, 1, 1, &exit))
    return exit;
  return create (globals, argv[1], plan, sample);
}
