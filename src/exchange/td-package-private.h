/* td-package-private.h: what the zip (td-package.c) and its XML parts (td-part.c) share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-package.h"

#include <archive.h>

G_BEGIN_DECLS

#define TD_PACKAGE_MAX_PART  (G_GUINT64_CONSTANT (128) * 1024 * 1024)
#define TD_PACKAGE_MAX_TOTAL (G_GUINT64_CONSTANT (256) * 1024 * 1024)

/* A zip that unpacks to more than this many times its size is a bomb, beyond a first part that harms nobody. */
#define TD_PACKAGE_MAX_RATIO  200
#define TD_PACKAGE_FREE_BYTES (1024 * 1024)

struct _TdPackage
{
  char *path;        /* or */
  GBytes *bytes;     /* one of the two */
  guint64 size;      /* of the zip */
  guint64 unpacked;  /* so far, over all parts */
  GHashTable *sizes; /* names in lower case to guint64 */
};

struct archive *td_package_open_archive (TdPackage *self, GError **error);
struct archive *td_package_find_part (TdPackage *self, const char *name, GError **error);
gboolean td_package_refuse_other (TdPackage *self, const char *start, gsize length, GError **error);

G_END_DECLS
