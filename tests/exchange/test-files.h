/* test-files.h: what the tests of this room share: files made on the spot, zips among them, and a store to import into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"
#include "td-workbook-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The day on which these tests are run, whatever the clock says. */
#define TODAY "2025-11-30"

typedef struct
{
  char *folder;
  TdStore *store;
} Place;

/* A part of a zip. */
typedef struct
{
  const char *name;
  const char *text;
} Part;

Place *place_new (void);
void place_free (Place *self);
char *place_path (Place *self, const char *name);
void place_write (Place *self, const char *name, const char *text);
char *place_read (Place *self, const char *name);

TdImportReport *place_import (Place *self, const char *name);
void place_import_all (Place *self, const char *name);
void place_assert_problems (Place *self, const char *name, const char *const *problems);

GBytes *zip_parts (const Part *parts, guint n_parts);
GBytes *zip_parts_stored (const Part *parts, guint n_parts);
GBytes *zip_sheet (const char *cells);

char *describe_sheet (TdWorkbook *workbook, GError **error);
void assert_workbook_refused (GBytes *zip, TdExchangeError code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

G_END_DECLS
