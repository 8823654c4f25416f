/* td-package.h: a zip of XML parts, as workbooks are, read as if its sender were hostile: every size, count, depth and
 * ratio has a limit, and a document type is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than any office keeps in one workbook. */
#define TD_PACKAGE_MAX_SHEETS 256

typedef struct _TdPackage TdPackage;
typedef struct _TdPart TdPart;

TdPackage *td_package_open (const char *path, GError **error);
TdPackage *td_package_open_bytes (GBytes *bytes, GError **error);
void td_package_free (TdPackage *self);
gboolean td_package_has_part (TdPackage *self, const char *name);
guint64 td_package_get_part_size (TdPackage *self, const char *name);
gboolean td_package_count (TdPackage *self, guint64 part_bytes, guint64 bytes, GError **error);

gboolean td_package_refuse_kind (GError **error);
gboolean td_package_refuse_locked (GError **error);
gboolean td_package_refuse_size (GError **error);
gboolean td_package_refuse_sheets (GError **error);
gboolean td_package_verify (TdPackage *self, guint64 n_bytes, GCancellable *cancellable, GError **error);

TdPart *td_part_open (TdPackage *package, const char *name, GError **error);
void td_part_free (TdPart *self);
guint64 td_part_get_position (TdPart *self);

gboolean td_part_next (TdPart *self, GError **error);
gboolean td_part_skip (TdPart *self, GError **error);
gboolean td_part_is_start (TdPart *self, const char *element);
gboolean td_part_is_end (TdPart *self, const char *element);
gboolean td_part_is_empty (TdPart *self);
const char *td_part_get_attribute (TdPart *self, const char *name);
const char *td_part_get_attribute_of (TdPart *self, const char *space, const char *name);
const char *td_part_get_text (TdPart *self);
gboolean td_part_refuse (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPackage, td_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPart, td_part_free)

G_END_DECLS
