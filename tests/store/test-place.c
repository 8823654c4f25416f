/* test-place.c: a folder that is gone after the test, a database in it, rows put into it, and the ways around the
 * program by which a file can be looked at and changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-audit.h"
#include "td-vault.h"

#include <glib/gstdio.h>

/* The built-in plan with another text in place of the first of its kind. */
GBytes *
test_change_plan (const char *text, const char *with)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  GString *changed = g_string_new_len (g_bytes_get_data (plan, NULL), (gssize)g_bytes_get_size (plan));

  g_assert_cmpuint (g_string_replace (changed, text, with, 1), ==, 1);
  return g_string_free_to_bytes (changed);
}

TdStore *
place_create (const char *path, GError **error)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();

  return td_store_create (path, plan, TEST_USER, TEST_PASSPHRASE, error);
}

static void
set_up_empty (Place *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  td_vault_use_test_cost ();
  self->folder = g_dir_make_tmp ("store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = place_file (self, "district.tham-dinh");
}

static void
set_up (Place *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_empty (self, data);
  self->store = place_create (self->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Place *self, gconstpointer data)
{
  place_close (self);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
place_add_test (const char *name, PlaceTest test)
{
  place_add_data_test (name, NULL, test);
}

void
place_add_data_test (const char *name, gconstpointer data, PlaceTest test)
{
  g_test_add (name, Place, data, set_up, test, tear_down);
}

void
place_add_empty_test (const char *name, PlaceTest test)
{
  g_test_add (name, Place, NULL, set_up_empty, test, tear_down);
}

char *
place_file (Place *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Closing a file drops this process's SQLite locks on it; in these tests nobody else wants them. */
GBytes *
place_read (Place *self, const char *name)
{
  g_autofree char *path = place_file (self, name);
  g_autoptr (GError) error = NULL;
  char *content;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

void
place_close (Place *self)
{
  g_clear_pointer (&self->store, td_store_unref);
}

void
place_open (Place *self)
{
  g_autoptr (GError) error = NULL;

  place_close (self);
  self->store = td_store_open (self->path, &error);
  g_assert_no_error (error);
  td_store_unlock (self->store, NULL, TEST_PASSPHRASE, &error);
  g_assert_no_error (error);
}

/* A connection without the program's guards, as any other tool would have it. */
static sqlite3 *
open_bare (Place *self)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  sqlite3_extended_result_codes (db, 1);
  return db;
}

int
place_try (Place *self, const char *sql)
{
  sqlite3 *db = open_bare (self);
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  sqlite3_close_v2 (db);
  return code;
}

void
place_execute (Place *self, const char *sql)
{
  sqlite3 *db = open_bare (self);
  char *wrong = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &wrong);
  g_assert_cmpstr (wrong, ==, NULL);
  sqlite3_close_v2 (db);
}

char *
place_text (Place *self, const char *sql)
{
  sqlite3 *db = open_bare (self);
  sqlite3_stmt *statement;
  char *text;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  text = sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *)sqlite3_column_text (statement, 0)) : NULL;
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  sqlite3_close_v2 (db);
  return text;
}

gint64
place_number (Place *self, const char *sql)
{
  g_autofree char *text = place_text (self, sql);

  g_assert_nonnull (text);
  return g_ascii_strtoll (text, NULL, 10);
}

static TdOutcome
put_pairs (TdChange *change, const char *name, GError **error, va_list pairs)
{
  const TdRegister *reg = td_register_find (name);
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  const char *field;

  while ((field = va_arg (pairs, const char *)) != NULL)
    values[td_register_field_index (reg, field)] = va_arg (pairs, const char *);
  return td_change_put (change, reg, values, NULL, error);
}

/* Takes columns and their values in pairs; a column that is not named is not known. */
TdOutcome
put_row (TdChange *change, const char *reg, GError **error, ...)
{
  TdOutcome outcome;
  va_list pairs;

  va_start (pairs, error);
  outcome = put_pairs (change, reg, error, pairs);
  va_end (pairs);
  return outcome;
}

/* A change of one row, which must succeed. */
void
add_row (TdStore *store, const char *reg, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = td_change_begin (store, "test", &error);
  va_list pairs;

  g_assert_no_error (error);
  va_start (pairs, reg);
  put_pairs (change, reg, &error, pairs);
  va_end (pairs);
  g_assert_no_error (error);
  td_change_commit (change, &error);
  g_assert_no_error (error);
}

static const char *
some_value (const TdRegister *reg, const TdField *field)
{
  if (g_strcmp0 (field->refers_to, reg->name) == 0)
    return NULL;
  switch (field->type)
    {
    case TD_TYPE_DATE:
      return "2025-01-31";
    case TD_TYPE_WORD:
      return field->words[0].value;
    case TD_TYPE_AMOUNT:
      return "5000000";
    case TD_TYPE_TEXT:
    default:
      return "K";
    }
}

/* A row in every register, each key and each reference "K". */
void
add_one_row_each (TdStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = td_change_begin (store, "test", &error);
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree const char **values = g_new0 (const char *, all[i]->n_fields);

      for (guint j = 0; j < all[i]->n_fields; j++)
        values[j] = some_value (all[i], &all[i]->fields[j]);
      td_change_put (change, all[i], values, NULL, &error);
      g_assert_no_error (error);
    }
  td_change_commit (change, &error);
  g_assert_no_error (error);
}

/* What the program reads of a row whose key is @key; NULL without an error where the row or the value is not there. */
char *
read_value (TdStore *store, const char *reg_name, const char *key, const char *field, GError **error)
{
  const TdRegister *reg = td_register_find (reg_name);
  g_autoptr (TdRows) rows = td_rows_open (store, reg, reg->fields[0].name, key, error);

  if (rows == NULL || !td_rows_next (rows, error))
    return NULL;
  return g_strdup (td_rows_get (rows, td_register_field_index (reg, field), error));
}

void
assert_audit_holds (TdStore *store, guint64 n_entries)
{
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  td_audit_verify (store, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_entries);
}
