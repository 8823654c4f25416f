/* td-opening.h: opening a database, and saying why it cannot be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void td_opening_start (GTask *task, const char *path);
const char *td_opening_headline (const GError *error);
gboolean td_opening_may_pass (const GError *error);
char *td_opening_sample_path (void);
char *td_opening_choose_day (TdStore *store);

G_END_DECLS
