/* td-intake-names-private.h: keys for the names that stand in their place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-intake.h"

G_BEGIN_DECLS

gboolean td_intake_resolve (TdIntake *self, guint column, TdStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
