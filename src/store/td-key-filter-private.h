/* td-key-filter-private.h: which keys were surely not put yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdKeyFilter TdKeyFilter;

guint64 td_key_hash (guint64 hash, const char *value);

TdKeyFilter *td_key_filter_new (void);
void td_key_filter_free (TdKeyFilter *self);
void td_key_filter_add (TdKeyFilter *self, guint64 key);
gboolean td_key_filter_may_have (TdKeyFilter *self, guint64 key);

G_END_DECLS
