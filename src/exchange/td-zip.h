/* td-zip.h: writing a zip, one part after another, none of them whole in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"

G_BEGIN_DECLS

typedef struct _TdZip TdZip;

TdZip *td_zip_new (const char *path, GError **error);
gboolean td_zip_start (TdZip *self, const char *name, GError **error);
gboolean td_zip_write (TdZip *self, const char *bytes, gsize n_bytes, GError **error);
guint64 td_zip_get_n_bytes (TdZip *self);
gboolean td_zip_close (TdZip *self, GError **error);
void td_zip_free (TdZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdZip, td_zip_free)

G_END_DECLS
