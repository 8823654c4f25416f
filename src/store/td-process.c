/* td-process.c: no dump of what is unlocked, and the language of the messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-process.h"

#include <libintl.h>
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
  /* What has no letters for Vietnamese would print question marks for names, in answers that programs read too. */
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * td_process_start:
 *
 * To be called before anything else. TD_LOCALEDIR names another folder of catalogues, for a program that is not
 * installed.
 */
void
td_process_start (void)
{
  forbid_core_dumps ();
  set_up_language ();
}
