/* td-passphrase.c: leaves no more copies of a passphrase in memory than need be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-passphrase.h"

#include <string.h>

/**
 * td_passphrase_take:
 * @entry: a password entry
 *
 * Returns: (transfer full): what was typed; free with td_passphrase_free()
 */
char *
td_passphrase_take (GtkEditable *entry)
{
  return g_strdup (gtk_editable_get_text (entry));
}

/**
 * td_passphrase_free:
 * @passphrase: (nullable) (transfer full): a passphrase
 */
void
td_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
