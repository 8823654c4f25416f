/* test-create.c: making a database, never over what is there, and never half of one; and folders that may not be
 * written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define DATABASE "district.tham-dinh"
#define NOBODY   65534

static void
assert_not_created (Place *place, TdStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = place_create (place->path, &error);

  g_assert_null (store);
  g_assert_error (error, TD_STORE_ERROR, (int)code);
}

static void
a_new_database_holds_the_plans_units (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = read_value (place->store, "units", "16174", "kind", &error);
  g_autofree char *parent = read_value (place->store, "units", "16174", "parent", &error);

  g_assert_cmpstr (kind, ==, "town");
  g_assert_cmpstr (parent, ==, "NX");
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM units"), ==, 17);
  assert_audit_holds (place->store, 17);
}

static void
a_new_database_is_unlocked_for_its_user (Place *place, gconstpointer data)
{
  g_assert_true (td_store_is_unlocked (place->store));
  g_assert_cmpstr (td_store_get_user (place->store), ==, TEST_USER);
  g_assert_cmpstr (td_plan_get_district (td_store_get_plan (place->store))->code, ==, "NX");
}

static void
an_existing_file_is_never_overwritten (Place *place, gconstpointer data)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  assert_not_created (place, TD_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (place->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");
}

static void
an_existing_database_is_never_overwritten (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  place_close (place);
  before = place_read (place, DATABASE);
  assert_not_created (place, TD_STORE_ERROR_EXISTS);
  after = place_read (place, DATABASE);
  g_assert_true (g_bytes_equal (before, after));
}

static void
a_link_to_nowhere_is_not_followed (Place *place, gconstpointer data)
{
  g_autofree char *target = place_file (place, "elsewhere");

  g_assert_cmpint (symlink (target, place->path), ==, 0);
  assert_not_created (place, TD_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* What stands in the folder but for the lock's file. */
static guint
count_files (Place *place)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_has_suffix (name, ".lock"))
      {
        g_test_message ("%s", name);
        n++;
      }
  return n;
}

static void
assert_plan_is_not_taken (Place *place, GBytes *plan, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_store_create (place->path, plan, TEST_USER, TEST_PASSPHRASE, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (count_files (place), ==, 0);
}

/* The plan itself can be read; only the register of units will not have it, when all else is made already. */
static void
failing_halfway_leaves_no_file (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) dangling = test_change_plan ("kind=\"town\" parent=\"NX\"", "kind=\"town\" parent=\"nowhere\"");
  g_autoptr (GBytes) kind = test_change_plan ("kind=\"town\"", "kind=\"village\"");
  g_autoptr (TdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  assert_plan_is_not_taken (place, dangling, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE);
  assert_plan_is_not_taken (place, kind, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  store = place_create (place->path, &error);
  g_assert_no_error (error);
}

static void
a_broken_plan_leaves_no_file (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) plan = test_change_plan ("district=\"NX\"", "district=\"XX\"");

  assert_plan_is_not_taken (place, plan, TD_PLAN_ERROR, TD_PLAN_ERROR_INVALID);
}

static void
an_empty_passphrase_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;

  g_assert_null (td_store_create (place->path, plan, TEST_USER, "", &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_PASSPHRASE);
  g_assert_cmpuint (count_files (place), ==, 0);
}

/* Whoever runs the tests may be the one user whom no permission stops. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
  prctl (PR_SET_DUMPABLE, 1); /* lost with the user; the leak checker needs it */
}

static void
a_folder_that_may_not_be_written_is_named (Place *place, gconstpointer data)
{
  place_close (place);
  g_chmod (place->path, 0644);
  g_chmod (place->folder, 0555);
  become_nobody ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_store_open (place->path, &error);

  become_oneself ();
  g_chmod (place->folder, 0700);
  g_assert_null (store);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY);
}

/* It opens, for reading; the first row that is put says that it may not be. */
static void
a_file_that_may_not_be_written_is_not_changed (Place *place, gconstpointer data)
{
  g_autofree char *lock = place_file (place, DATABASE ".lock");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = NULL;

  place_close (place);
  g_chmod (place->path, 0444);
  g_chmod (lock, 0666);
  g_chmod (place->folder, 0777);
  become_nobody ();
  place_open (place);
  change = td_change_begin (place->store, "test", &error);
  if (change != NULL)
    put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
  become_oneself ();
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY);
}

static void
nothing_is_made_where_nothing_may_be_written (Place *place, gconstpointer data)
{
  g_chmod (place->folder, 0555);
  become_nobody ();
  assert_not_created (place, TD_STORE_ERROR_READ_ONLY);
  become_oneself ();
  g_chmod (place->folder, 0700);
  g_assert_cmpuint (count_files (place), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/create/units", a_new_database_holds_the_plans_units);
  place_add_test ("/create/unlocked", a_new_database_is_unlocked_for_its_user);
  place_add_empty_test ("/create/existing-file", an_existing_file_is_never_overwritten);
  place_add_test ("/create/existing-database", an_existing_database_is_never_overwritten);
  place_add_empty_test ("/create/link", a_link_to_nowhere_is_not_followed);
  place_add_empty_test ("/create/halfway", failing_halfway_leaves_no_file);
  place_add_empty_test ("/create/broken-plan", a_broken_plan_leaves_no_file);
  place_add_empty_test ("/create/empty-passphrase", an_empty_passphrase_is_refused);
  place_add_test ("/create/folder-not-writable", a_folder_that_may_not_be_written_is_named);
  place_add_test ("/create/file-not-writable", a_file_that_may_not_be_written_is_not_changed);
  place_add_empty_test ("/create/nowhere-to-write", nothing_is_made_where_nothing_may_be_written);
  return g_test_run ();
}
