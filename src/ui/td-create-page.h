/* td-create-page.h: a new database's passphrase.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_CREATE_PAGE (td_create_page_get_type ())
G_DECLARE_FINAL_TYPE (TdCreatePage, td_create_page, TD, CREATE_PAGE, AdwBin)

void td_create_page_start (TdCreatePage *self, const char *path);
void td_create_page_focus (TdCreatePage *self);

G_END_DECLS
