/* main.c: the window's program: what must be set before anything else, then the application.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-application.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/resource.h>

/* A dump of this process would hold what the database keeps sealed. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

static void
set_up_language (void)
{
  const char *folder = g_getenv ("TD_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (TdApplication) application = NULL;

  forbid_core_dumps ();
  set_up_language ();
  application = td_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
