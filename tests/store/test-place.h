/* test-place.h: a folder that is gone after the test, a database in it, rows put into it, and the ways around the
 * program by which a file can be looked at and changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-change.h"
#include "td-rows.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define TEST_USER       "tester"
#define TEST_PASSPHRASE "một câu dài chỉ để thử"

typedef struct
{
  char *folder;
  char *path;     /* of the database */
  TdStore *store; /* (nullable): unlocked */
} Place;

typedef void (*PlaceTest) (Place *place, gconstpointer data);

void place_add_test (const char *name, PlaceTest test);
void place_add_data_test (const char *name, gconstpointer data, PlaceTest test);
void place_add_empty_test (const char *name, PlaceTest test);

GBytes *test_change_plan (const char *text, const char *with);

char *place_file (Place *self, const char *name);
GBytes *place_read (Place *self, const char *name);
TdStore *place_create (const char *path, GError **error);
void place_close (Place *self);
void place_open (Place *self);

void place_execute (Place *self, const char *sql);
int place_try (Place *self, const char *sql);
gint64 place_number (Place *self, const char *sql);
char *place_text (Place *self, const char *sql);

TdOutcome put_row (TdChange *change, const char *reg, GError **error, ...) G_GNUC_NULL_TERMINATED;
void add_row (TdStore *store, const char *reg, ...) G_GNUC_NULL_TERMINATED;
void add_one_row_each (TdStore *store);
char *read_value (TdStore *store, const char *reg, const char *key, const char *field, GError **error);

void assert_audit_holds (TdStore *store, guint64 n_entries);

G_END_DECLS
