/* td-import-source.h: one register's rows in one file or sheet, and finding them all among the paths of an import.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"
#include "td-record.h"

G_BEGIN_DECLS

typedef struct _TdSource TdSource;

GPtrArray *td_sources_find (const char *const *paths, TdImportReport *report, GCancellable *cancellable,
                            GError **error);

const TdRegister *td_source_get_register (const TdSource *self);
const char *td_source_get_label (const TdSource *self);
guint64 td_source_get_size (const TdSource *self);

gboolean td_source_open (TdSource *self, GError **error);
const TdRecord *td_source_next (TdSource *self, GCancellable *cancellable, GError **error);
guint td_source_get_line (TdSource *self);
guint64 td_source_get_position (TdSource *self);
void td_source_close (TdSource *self);

G_END_DECLS
