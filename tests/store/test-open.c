/* test-open.c: what is opened, what is refused and why, and that a file which is refused stays as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATABASE "district.tham-dinh"

static GError *
open_and_fail (Place *place)
{
  GError *error = NULL;
  g_autoptr (TdStore) store = td_store_open (place->path, &error);

  g_assert_null (store);
  g_assert_nonnull (error);
  return error;
}

static void
assert_not_opened (Place *place, TdStoreError code)
{
  g_autoptr (GError) error = open_and_fail (place);

  g_assert_error (error, TD_STORE_ERROR, (int)code);
}

/* Refused, and not a byte of it changed. */
static void
assert_left_alone (Place *place, TdStoreError code)
{
  g_autoptr (GBytes) before = place_read (place, DATABASE);
  g_autoptr (GBytes) after = NULL;

  assert_not_opened (place, code);
  after = place_read (place, DATABASE);
  g_assert_true (g_bytes_equal (before, after));
}

static void
write_file (Place *place, const void *content, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, content, (gssize)size, &error);
  g_assert_no_error (error);
}

static void
a_text_is_not_a_database (Place *place, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');

  write_file (place, "Danh sách\n", strlen ("Danh sách\n"));
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
  write_file (place, long_text, strlen (long_text));
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
}

static void
an_empty_file_is_not_a_database (Place *place, gconstpointer data)
{
  write_file (place, "", 0);
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
}

static void
the_database_of_another_program_is_left_alone (Place *place, gconstpointer data)
{
  place_execute (place, "CREATE TABLE theirs (a); PRAGMA user_version=1");
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
}

/* The journal mode of such a file stands in it: to set it is to change the file. */
static void
another_programs_journal_mode_is_left_alone (Place *place, gconstpointer data)
{
  place_execute (place, "PRAGMA journal_mode=WAL; CREATE TABLE theirs (a)");
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
}

static void
a_newer_database_is_left_alone (Place *place, gconstpointer data)
{
  place_close (place);
  place_execute (place, "PRAGMA user_version=2");
  assert_left_alone (place, TD_STORE_ERROR_NEWER);
  place_execute (place, "PRAGMA journal_mode=WAL; PRAGMA user_version=3");
  assert_left_alone (place, TD_STORE_ERROR_NEWER);
}

/* As one is that was being made when the computer stopped. */
static void
a_database_without_its_tables_is_left_alone (Place *place, gconstpointer data)
{
  place_execute (place, "PRAGMA application_id=1416119406");
  assert_left_alone (place, TD_STORE_ERROR_NOT_OURS);
}

static void
a_database_without_its_plan_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place_close (place);
  place_execute (place, "DELETE FROM plan");
  error = open_and_fail (place);
  g_assert_cmpuint (strlen (error->message), >, 0);
}

static void
a_file_cut_short_is_damaged (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size, page = (gsize)place_number (place, "PRAGMA page_size");

  place_close (place);
  whole = place_read (place, DATABASE);
  size = g_bytes_get_size (whole);
  for (guint part = 1; part < 16; part++)
    {
      write_file (place, g_bytes_get_data (whole, NULL), size * part / 16);
      assert_not_opened (place, TD_STORE_ERROR_DAMAGED);
    }
  write_file (place, g_bytes_get_data (whole, NULL), size - page);
  assert_not_opened (place, TD_STORE_ERROR_DAMAGED);
  write_file (place, g_bytes_get_data (whole, NULL), 512);
  assert_not_opened (place, TD_STORE_ERROR_DAMAGED);
  write_file (place, g_bytes_get_data (whole, NULL), 50);
  assert_not_opened (place, TD_STORE_ERROR_NOT_OURS);
}

static void
a_page_that_was_overwritten_is_damage (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size, page = (gsize)place_number (place, "PRAGMA page_size");

  place_close (place);
  whole = place_read (place, DATABASE);
  size = g_bytes_get_size (whole);
  for (gsize at = page; at < size; at += page)
    {
      g_autofree guint8 *content = g_memdup2 (g_bytes_get_data (whole, NULL), size);

      memset (content + at, 0xff, page);
      write_file (place, content, size);
      assert_not_opened (place, TD_STORE_ERROR_DAMAGED);
    }
}

static void
a_damaged_first_page_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  place_close (place);
  whole = place_read (place, DATABASE);
  size = g_bytes_get_size (whole);
  for (gsize at = 16; at < 4096; at += 24)
    {
      g_autofree guint8 *content = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GError) error = NULL;
      g_autoptr (TdStore) store = NULL;

      memset (content + at, 0xa5, 24);
      write_file (place, content, size);
      store = td_store_open (place->path, &error);
      /* Some of it is space that nothing stands in; what matters is an answer. */
      g_assert_true ((store != NULL) != (error != NULL));
    }
}

static void
a_file_that_is_not_there_is_named (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = open_and_fail (place);

  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, DATABASE));
  g_assert_false (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

static void
a_folder_that_is_not_there_is_named (Place *place, gconstpointer data)
{
  g_autofree char *path = place_file (place, "nowhere/district.tham-dinh");
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) making = NULL;

  g_assert_null (td_store_open (path, &opening));
  g_assert_error (opening, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (opening->message, path));
  g_assert_null (place_create (path, &making));
  g_assert_error (making, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (making->message, path));
}

static void
a_folder_is_not_a_database (Place *place, gconstpointer data)
{
  g_assert_cmpint (g_mkdir (place->path, 0700), ==, 0);
  assert_not_opened (place, TD_STORE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_empty_test ("/open/text", a_text_is_not_a_database);
  place_add_empty_test ("/open/empty", an_empty_file_is_not_a_database);
  place_add_empty_test ("/open/other-program", the_database_of_another_program_is_left_alone);
  place_add_empty_test ("/open/other-journal-mode", another_programs_journal_mode_is_left_alone);
  place_add_test ("/open/newer", a_newer_database_is_left_alone);
  place_add_empty_test ("/open/half-made", a_database_without_its_tables_is_left_alone);
  place_add_test ("/open/without-plan", a_database_without_its_plan_is_refused);
  place_add_test ("/open/cut-short", a_file_cut_short_is_damaged);
  place_add_test ("/open/overwritten-page", a_page_that_was_overwritten_is_damage);
  place_add_test ("/open/first-page", a_damaged_first_page_is_refused);
  place_add_empty_test ("/open/missing", a_file_that_is_not_there_is_named);
  place_add_empty_test ("/open/missing-folder", a_folder_that_is_not_there_is_named);
  place_add_empty_test ("/open/folder", a_folder_is_not_a_database);
  return g_test_run ();
}
