/* test-history.c: what was added, changed or deleted is undone and done again, exactly as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-history.h"

#include <string.h>

#define LONG_AGO "2000-01-01T00:00:00Z"
#define NEVER    "9999-01-01T00:00:00Z"

static gboolean
undo (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdHistoryStep) step = td_history_undo (place->store, LONG_AGO, &error);

  g_assert_no_error (error);
  return step != NULL;
}

static gboolean
redo (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdHistoryStep) step = td_history_redo (place->store, LONG_AGO, &error);

  g_assert_no_error (error);
  return step != NULL;
}

static gboolean
try_remove (Place *place, const char *reg, const char *key, GError **error)
{
  g_autoptr (TdChange) change = td_change_begin (place->store, "form", error);
  const TdRegister *described = td_register_find (reg);
  g_autofree const char **values = g_new0 (const char *, described->n_fields);

  values[0] = key;
  return td_change_remove (change, described, values, error) && td_change_commit (change, error);
}

static void
assert_removes (Place *place, const char *reg, const char *key)
{
  g_autoptr (GError) error = NULL;

  try_remove (place, reg, key, &error);
  g_assert_no_error (error);
}

static void
assert_value (Place *place, const char *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_value (place->store, "persons", "P1", field, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static gint64
count (Place *place)
{
  return place_number (place, "SELECT count (*) FROM persons");
}

static void
add_person (Place *place)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "national_id", "038090001234", "birth_date",
           "1990-05-02", NULL);
}

static void
a_row_that_was_added_goes_and_comes_back (Place *place, gconstpointer data)
{
  gint64 row;

  add_person (place);
  row = place_number (place, "SELECT row_id FROM persons");
  g_assert_true (undo (place));
  g_assert_cmpint (count (place), ==, 0);
  g_assert_false (undo (place));
  g_assert_true (redo (place));
  assert_value (place, "full_name", "Lò Văn Thử");
  assert_value (place, "national_id", "038090001234");
  g_assert_cmpint (place_number (place, "SELECT row_id FROM persons"), ==, row);
  g_assert_false (redo (place));
}

static void
a_change_is_taken_back_with_its_sealed_values (Place *place, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_person (place);
  before = place_text (place, "SELECT hex (full_name) || hex (national_id_hash) FROM persons");
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Thị Khác", "national_id", "038090005678", NULL);
  g_assert_true (undo (place));
  after = place_text (place, "SELECT hex (full_name) || hex (national_id_hash) FROM persons");
  g_assert_cmpstr (after, ==, before);
  g_assert_true (redo (place));
  assert_value (place, "full_name", "Lò Thị Khác");
  assert_value (place, "national_id", "038090005678");
}

static void
a_deleted_row_comes_back (Place *place, gconstpointer data)
{
  add_person (place);
  assert_removes (place, "persons", "P1");
  g_assert_cmpint (count (place), ==, 0);
  g_assert_true (undo (place));
  assert_value (place, "birth_date", "1990-05-02");
  g_assert_true (redo (place));
  g_assert_cmpint (count (place), ==, 0);
}

static void
what_others_refer_to_is_not_deleted (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_person (place);
  add_row (place->store, "supports", "person", "P1", "kind", "loan", "from", "2025-01-02", "amount", "5000000", NULL);
  g_assert_false (try_remove (place, "persons", "P1", &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "Tư vấn, hỗ trợ"));
  g_assert_cmpint (count (place), ==, 1);
}

static void
numbers_stay_numbers (Place *place, gconstpointer data)
{
  add_person (place);
  add_row (place->store, "supports", "person", "P1", "kind", "loan", "from", "2025-01-02", "amount", "5000000", NULL);
  g_assert_true (undo (place));
  g_assert_true (redo (place));
  g_assert_cmpint (place_number (place, "SELECT amount FROM supports WHERE typeof (amount) = 'integer'"), ==, 5000000);
}

static void
many_rows_of_one_change_go_together (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (TdChange) change = td_change_begin (place->store, "import persons.csv", &error);

    put_row (change, "residences", &error, "person", "P1", "from", "2025-01-01", "unit", "X1", NULL);
    put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
    put_row (change, "units", &error, "code", "X1", "name", "Thử", "kind", "commune", NULL);
    td_change_commit (change, &error);
    g_assert_no_error (error);
  }
  g_assert_true (undo (place));
  g_assert_cmpint (count (place), ==, 0);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM residences"), ==, 0);
  g_assert_true (redo (place));
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM residences"), ==, 1);
}

static void
it_holds_after_the_file_was_closed (Place *place, gconstpointer data)
{
  add_person (place);
  assert_removes (place, "persons", "P1");
  place_close (place);
  place_open (place);
  g_assert_true (undo (place));
  place_close (place);
  place_open (place);
  g_assert_true (undo (place));
  g_assert_true (redo (place));
  g_assert_true (redo (place));
  g_assert_cmpint (count (place), ==, 0);
}

static void
a_new_change_leaves_nothing_to_redo (Place *place, gconstpointer data)
{
  add_person (place);
  g_assert_true (undo (place));
  add_row (place->store, "persons", "id", "P2", "full_name", "Hà Thị Mới", NULL);
  g_assert_false (redo (place));
  g_assert_true (undo (place));
  g_assert_cmpint (count (place), ==, 0);
}

static void
what_is_older_or_founding_stays (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (undo (place));
  add_person (place);
  g_assert_null (td_history_undo (place->store, NEVER, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (place), ==, 1);
}

static void
a_row_that_another_needs_by_now_stays (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_person (place);
  place_execute (place, "INSERT INTO detentions (person, kind, \"from\") VALUES ('P1', 'custody', '2025-01-01')");
  g_assert_null (td_history_undo (place->store, LONG_AGO, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE);
  g_assert_cmpint (count (place), ==, 1);
}

static void
a_row_that_stands_otherwise_by_now_stays (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_person (place);
  place_execute (place, "UPDATE persons SET ethnicity = 'Thổ'");
  g_assert_null (td_history_undo (place->store, LONG_AGO, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW);
  assert_value (place, "ethnicity", "Thổ");
}

static void
the_log_keeps_it_all (Place *place, gconstpointer data)
{
  gint64 before = place_number (place, "SELECT count (*) FROM audit");

  add_person (place);
  undo (place);
  redo (place);
  assert_audit_holds (place->store, (guint64)before + 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/history/added", a_row_that_was_added_goes_and_comes_back);
  place_add_test ("/history/changed", a_change_is_taken_back_with_its_sealed_values);
  place_add_test ("/history/deleted", a_deleted_row_comes_back);
  place_add_test ("/history/referred-to", what_others_refer_to_is_not_deleted);
  place_add_test ("/history/numbers", numbers_stay_numbers);
  place_add_test ("/history/many", many_rows_of_one_change_go_together);
  place_add_test ("/history/closed", it_holds_after_the_file_was_closed);
  place_add_test ("/history/new-change", a_new_change_leaves_nothing_to_redo);
  place_add_test ("/history/older", what_is_older_or_founding_stays);
  place_add_test ("/history/needed", a_row_that_another_needs_by_now_stays);
  place_add_test ("/history/otherwise", a_row_that_stands_otherwise_by_now_stays);
  place_add_test ("/history/log", the_log_keeps_it_all);
  return g_test_run ();
}
