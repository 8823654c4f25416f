/* test-directory.c: which rows a few typed letters find, and in which order, in the invented district.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-directory.h"
#include "td-rows.h"
#include "test-sample.h"

#include <string.h>

static TdStore *store;
static TdDirectory *directory;

static void
read_directory (void)
{
  static const char *const names[] = { "units", "persons", "cases" };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (wanted, (gpointer)td_register_find (names[i]));
  directory = td_directory_read (store, wanted, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_first (const char *reg, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) found = td_directory_match (directory, reg, text, 50);
  g_autofree char *line = NULL;

  g_assert_cmpuint (found->len, >, 0);
  line = td_directory_describe (g_ptr_array_index (found, 0));
  g_assert_cmpstr (line, ==, expected);
}

static void
letters_without_marks_find_a_unit (void)
{
  assert_first ("units", "thanh quan", "xã Thanh Quân · 16207 · huyện Như Xuân");
  assert_first ("units", "THANH  QUÂN", "xã Thanh Quân · 16207 · huyện Như Xuân");
  assert_first ("units", "quan than xa", "xã Thanh Quân · 16207 · huyện Như Xuân");
  assert_first ("units", "16207", "xã Thanh Quân · 16207 · huyện Như Xuân");
}

static void
names_that_begin_so_come_first_in_order (void)
{
  g_autoptr (GPtrArray) found = td_directory_match (directory, "units", "xuan", 50);
  gboolean was_other = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const TdDirectoryEntry *entry = g_ptr_array_index (found, i);
      gboolean begins = g_str_has_prefix (entry->first, "xuan");
      const TdDirectoryEntry *former = i > 0 ? g_ptr_array_index (found, i - 1) : NULL;

      g_assert_false (was_other && begins);
      if (former != NULL && was_other == !begins)
        g_assert_cmpstr (former->order, <=, entry->order);
      was_other = !begins;
    }
  g_assert_true (was_other);
}

static void
a_person_is_found_by_the_number_of_the_record (void)
{
  const TdRegister *reg = td_register_find ("management_records");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRows) rows = td_rows_open (store, reg, NULL, NULL, &error);
  g_autoptr (GPtrArray) found = NULL;
  const TdDirectoryEntry *entry;

  g_assert_true (td_rows_next (rows, &error));
  found = td_directory_match (directory, "persons", td_rows_get (rows, 1, NULL), 50);
  entry = td_directory_find (directory, "persons", td_rows_get (rows, 0, NULL));
  g_assert_nonnull (entry);
  g_assert_true (g_ptr_array_find (found, entry, NULL));
  g_assert_cmpuint (strlen (entry->detail), ==, 4);
}

static void
a_key_is_found_in_any_case_and_comes_first (void)
{
  const TdDirectoryEntry *entry = td_directory_find (directory, "persons", " p0072 ");
  g_autoptr (GPtrArray) found = td_directory_match (directory, "persons", "P0072", 50);

  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->key, ==, "P0072");
  g_assert_true (g_ptr_array_index (found, 0) == entry);
  g_assert_null (td_directory_find (directory, "persons", ""));
  g_assert_null (td_directory_find (directory, "persons", "P007"));
}

static void
what_matches_nothing_finds_nothing_and_the_rest_is_cut (void)
{
  g_autoptr (GPtrArray) none = td_directory_match (directory, "units", "zzz", 50);
  g_autoptr (GPtrArray) all = td_directory_match (directory, "persons", "", 50);
  g_autoptr (GPtrArray) unread = td_directory_match (directory, "households", "a", 50);
  g_autoptr (GPtrArray) cases = td_directory_match (directory, "cases", "2025", 50);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 50);
  g_assert_cmpuint (unread->len, ==, 0);
  g_assert_cmpuint (cases->len, >, 0);
}

int
main (int argc, char **argv)
{
  Sample *sample;
  int failed;

  g_test_init (&argc, &argv, NULL);
  sample = sample_new ();
  store = sample->store;
  read_directory ();
  g_test_add_func ("/directory/letters", letters_without_marks_find_a_unit);
  g_test_add_func ("/directory/order", names_that_begin_so_come_first_in_order);
  g_test_add_func ("/directory/number", a_person_is_found_by_the_number_of_the_record);
  g_test_add_func ("/directory/key", a_key_is_found_in_any_case_and_comes_first);
  g_test_add_func ("/directory/nothing", what_matches_nothing_finds_nothing_and_the_rest_is_cut);
  failed = g_test_run ();
  td_directory_unref (directory);
  sample_free (sample);
  return failed;
}
