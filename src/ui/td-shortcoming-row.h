/* td-shortcoming-row.h: shows one thing that stands in the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"
#include "td-shortcoming-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_SHORTCOMING_ROW (td_shortcoming_row_get_type ())
G_DECLARE_FINAL_TYPE (TdShortcomingRow, td_shortcoming_row, TD, SHORTCOMING_ROW, AdwBin)

TdShortcomingRow *td_shortcoming_row_new (void);
void td_shortcoming_row_show (TdShortcomingRow *self, TdSession *session, TdShortcomingItem *item);
void td_shortcoming_row_forget (TdShortcomingRow *self);

G_END_DECLS
