/* td-directory.h: the rows that a reference may name, to be found by a few letters. Names are personal data: they stand
 * here and nowhere else, as long as the form does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *key;
  char *name;   /* as people call it */
  char *detail; /* (nullable): what tells it from others of that name */
  char *first;  /* search key of the name alone */
  char *search; /* search key of all that it is found by */
  char *order;  /* by which they are listed */
  char *above;  /* (nullable): the key of what a unit is part of */
} TdDirectoryEntry;

typedef struct _TdDirectory TdDirectory;

gpointer td_directory_read (TdStore *store, gpointer registers, GCancellable *cancellable, GError **error);
TdDirectory *td_directory_ref (TdDirectory *self);
void td_directory_unref (gpointer self);

const TdDirectoryEntry *td_directory_find (TdDirectory *self, const char *reg, const char *text);
GPtrArray *td_directory_match (TdDirectory *self, const char *reg, const char *text, guint most);
char *td_directory_describe (const TdDirectoryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDirectory, td_directory_unref)

G_END_DECLS
