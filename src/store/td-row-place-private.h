/* td-row-place-private.h: whether a row belongs to a unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-row-list.h"
#include "td-rows.h"

G_BEGIN_DECLS

typedef struct _TdRowPlace TdRowPlace;

TdRowPlace *td_row_place_new (TdStore *store, const TdRowWish *wish, GError **error);
gboolean td_row_place_has (TdRowPlace *self, TdRows *rows);
void td_row_place_free (TdRowPlace *self);

G_END_DECLS
