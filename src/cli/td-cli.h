/* td-cli.h: what the commands of tham-dinh-cli share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the tool ends. */
typedef enum
{
  TD_EXIT_DONE = 0,
  TD_EXIT_FAILED = 1,
  TD_EXIT_USAGE = 2,
} TdExit;

/* What stands before the command. */
typedef struct
{
  char *passphrase_file; /* (nullable) */
  char *user;            /* (nullable) */
} TdCliGlobals;

typedef TdExit (*TdCommandFunc) (const TdCliGlobals *globals, int argc, char **argv);

TdExit td_command_create (const TdCliGlobals *globals, int argc, char **argv);
TdExit td_command_document (const TdCliGlobals *globals, int argc, char **argv);
TdExit td_command_evaluate (const TdCliGlobals *globals, int argc, char **argv);
TdExit td_command_export (const TdCliGlobals *globals, int argc, char **argv);
TdExit td_command_import (const TdCliGlobals *globals, int argc, char **argv);

GOptionContext *td_cli_context (const char *parameters, const char *summary, const GOptionEntry *entries);
gboolean td_cli_parse (GOptionContext *context, int *argc, char ***argv, int min_arguments, int max_arguments,
                       TdExit *exit);
TdExit td_cli_usage (GOptionContext *context, const char *message);
TdExit td_cli_fail (GError *error);

gboolean td_cli_read_date (GOptionContext *context, const char *text, char **date, TdExit *exit);
gboolean td_cli_read_file (const char *path, char **text, gsize *size, GError **error);
TdStore *td_cli_open (const TdCliGlobals *globals, const char *path, GError **error);
char *td_cli_passphrase (const TdCliGlobals *globals, gboolean is_new, GError **error);
gboolean td_cli_has_passphrase (const TdCliGlobals *globals);
void td_cli_forget (char *passphrase);
void td_cli_progress (guint64 done, guint64 total, gpointer data);

G_END_DECLS
