/* td-unlock-page.h: opening a database and asking for its passphrase.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_UNLOCK_PAGE (td_unlock_page_get_type ())
G_DECLARE_FINAL_TYPE (TdUnlockPage, td_unlock_page, TD, UNLOCK_PAGE, AdwBin)

void td_unlock_page_open (TdUnlockPage *self, const char *path);
void td_unlock_page_close (TdUnlockPage *self);
void td_unlock_page_focus (TdUnlockPage *self);

G_END_DECLS
