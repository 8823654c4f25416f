/* td-passphrase.h: a passphrase on its way from an entry to a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *td_passphrase_take (GtkEditable *entry);
void td_passphrase_free (char *passphrase);

G_END_DECLS
