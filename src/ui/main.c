/* main.c: the window's program: what must be set before anything else, then the application.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-application.h"
#include "td-process.h"

int
main (int argc, char **argv)
{
  g_autoptr (TdApplication) application = NULL;

  td_process_start ();
  application = td_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
