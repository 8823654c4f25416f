/* passphrase.c: where the passphrase comes from: a file that is named, a file that the environment names, or the
 * terminal without an echo; never an argument, which every process on the machine could read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PASSPHRASE_MAX 1024

static const char *
passphrase_file (const TdCliGlobals *globals)
{
  return globals->passphrase_file != NULL ? globals->passphrase_file : g_getenv ("THAM_DINH_PASSPHRASE_FILE");
}

/**
 * td_cli_has_passphrase:
 * @globals: what stands before the command
 *
 * Returns: whether a file with the passphrase was named
 */
gboolean
td_cli_has_passphrase (const TdCliGlobals *globals)
{
  return passphrase_file (globals) != NULL;
}

/**
 * td_cli_forget:
 * @passphrase: (transfer full): a passphrase that is no longer needed
 */
void
td_cli_forget (char *passphrase)
{
  explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static char *
read_file (const char *path, GError **error)
{
  char *text;

  if (!td_cli_read_file (path, &text, NULL, error))
    {
      g_prefix_error (error, "%s ", _ ("The passphrase's file cannot be read."));
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  return text;
}

static char *
ask (FILE *terminal, const char *prompt, GError **error)
{
  struct termios shown, hidden;
  char line[PASSPHRASE_MAX];
  gboolean read;
  char *passphrase;

  fputs (prompt, terminal);
  fflush (terminal);
  tcgetattr (fileno (terminal), &shown);
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr (fileno (terminal), TCSAFLUSH, &hidden);
  read = fgets (line, sizeof line, terminal) != NULL;
  tcsetattr (fileno (terminal), TCSAFLUSH, &shown);
  fputs ("\n", terminal);
  if (!read)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("No passphrase was typed."));
      return NULL;
    }
  line[strcspn (line, "\r\n")] = '\0';
  passphrase = g_strdup (line);
  explicit_bzero (line, sizeof line);
  return passphrase;
}

static char *
ask_twice (FILE *terminal, GError **error)
{
  char *first = ask (terminal, _ ("New passphrase: "), error);
  char *second = first != NULL ? ask (terminal, _ ("The same once more: "), error) : NULL;

  if (second != NULL && !g_str_equal (first, second))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The two passphrases differ. Start again and type the same one twice."));
      g_clear_pointer (&second, td_cli_forget);
    }
  g_clear_pointer (&first, td_cli_forget);
  return second;
}

/**
 * td_cli_passphrase:
 * @globals: what stands before the command
 * @is_new: whether it is being chosen, and so asked for twice
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the passphrase; td_cli_forget() it
 */
char *
td_cli_passphrase (const TdCliGlobals *globals, gboolean is_new, GError **error)
{
  FILE *terminal;
  char *passphrase;

  if (td_cli_has_passphrase (globals))
    return read_file (passphrase_file (globals), error);
  terminal = fopen ("/dev/tty", "r+e");
  if (terminal == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("There is no terminal to ask for the passphrase. Name a file that holds it with "
                              "--passphrase-file or THAM_DINH_PASSPHRASE_FILE."));
      return NULL;
    }
  passphrase = is_new ? ask_twice (terminal, error) : ask (terminal, _ ("Passphrase: "), error);
  fclose (terminal);
  return passphrase;
}
