/* test-change.c: putting rows: what becomes of them, what is refused, and that a change is kept whole or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-store-private.h"

#include <string.h>

#define FIRST_ID  "038090001234"
#define SECOND_ID "038090005678"

static TdChange *
begin (Place *place)
{
  g_autoptr (GError) error = NULL;
  TdChange *change = td_change_begin (place->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static void
commit (TdChange *change)
{
  g_autoptr (GError) error = NULL;

  td_change_commit (change, &error);
  g_assert_no_error (error);
}

static void
assert_reads (Place *place, const char *key, const char *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_value (place->store, "persons", key, field, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static gint64
count_persons (Place *place)
{
  return place_number (place, "SELECT count (*) FROM persons");
}

/* Puts a person with what all in these tests have. */
static TdOutcome
put_person (TdChange *change, const char *id, const char *field, const char *value, GError **error)
{
  return put_row (change, "persons", error, "id", id, "full_name", "Lò Văn Thử", field, value, NULL);
}

static void
a_row_is_added_then_the_same_then_changed (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);

  g_assert_cmpint (put_person (change, "P1", "note", "một", NULL), ==, TD_OUTCOME_ADDED);
  g_assert_cmpint (put_person (change, "P1", "note", "một", NULL), ==, TD_OUTCOME_SAME);
  g_assert_cmpint (put_person (change, "P1", "note", "hai", NULL), ==, TD_OUTCOME_CHANGED);
  commit (change);
  assert_reads (place, "P1", "note", "hai");
  assert_audit_holds (place->store, 17 + 2);
}

static void
the_same_row_put_later_changes_nothing (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = NULL;

  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "sex", "male", "birth_date", "1990-01-02",
           NULL);
  place_open (place);
  change = begin (place);
  g_assert_cmpint (put_row (change, "persons", NULL, "id", "P1", "full_name", "Lò Văn Thử", "sex", "male", "birth_date",
                            "1990-01-02", NULL),
                   ==, TD_OUTCOME_SAME);
  commit (change);
  assert_audit_holds (place->store, 17 + 1);
}

static void
amounts_come_back_as_they_went_in (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = NULL;

  add_one_row_each (place->store);
  change = begin (place);
  g_assert_cmpint (put_row (change, "supports", NULL, "person", "K", "kind", "counselling", "from", "2025-01-31", "to",
                            "2025-01-31", "provider", "K", "amount", "5000000", NULL),
                   ==, TD_OUTCOME_SAME);
}

static void
what_is_left_as_it_is_stays (Place *place, gconstpointer data)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "note", "một", "sex", "male", NULL);
  add_row (place->store, "persons", "id", "P1", "full_name", td_unchanged, "note", td_unchanged, "sex", td_unchanged,
           "address", "bản Mẫu", NULL);
  assert_reads (place, "P1", "full_name", "Lò Văn Thử");
  assert_reads (place, "P1", "note", "một");
  assert_reads (place, "P1", "sex", "male");
  assert_reads (place, "P1", "address", "bản Mẫu");
}

static void
what_is_not_known_any_more_is_cleared (Place *place, gconstpointer data)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "note", "một", "sex", "male", "national_id",
           FIRST_ID, NULL);
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", NULL);
  assert_reads (place, "P1", "note", NULL);
  assert_reads (place, "P1", "sex", NULL);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM persons WHERE national_id IS NULL "
                                        "AND national_id_hash IS NULL"),
                   ==, 1);
}

static void
a_new_row_has_nothing_to_leave_as_it_is (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put_person (change, "P1", "note", td_unchanged, NULL), ==, TD_OUTCOME_ADDED);
  assert_reads (place, "P1", "note", NULL);
  g_assert_cmpint (put_row (change, "persons", &error, "id", "P2", "full_name", td_unchanged, NULL), ==,
                   TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW);
}

static void
a_sealed_value_that_stays_keeps_its_cell (Place *place, gconstpointer data)
{
  static const char query[] = "SELECT hex (full_name) || hex (national_id) FROM persons";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "national_id", FIRST_ID, NULL);
  before = place_text (place, query);
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "national_id", td_unchanged, "note", "một",
           NULL);
  after = place_text (place, query);
  g_assert_cmpstr (after, ==, before);
}

static void
a_number_stands_once (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put_person (change, "P1", "national_id", FIRST_ID, NULL), ==, TD_OUTCOME_ADDED);
  g_assert_cmpint (put_person (change, "P2", "national_id", FIRST_ID, &error), ==, TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE);
  g_assert_cmpint (put_person (change, "P3", "national_id", SECOND_ID, NULL), ==, TD_OUTCOME_ADDED);
  commit (change);
  g_assert_cmpint (count_persons (place), ==, 2);
  assert_audit_holds (place->store, 17 + 2);
}

static void
a_number_that_was_given_up_can_be_another_persons (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);

  g_assert_cmpint (put_person (change, "P1", "national_id", FIRST_ID, NULL), ==, TD_OUTCOME_ADDED);
  g_assert_cmpint (put_person (change, "P1", "national_id", SECOND_ID, NULL), ==, TD_OUTCOME_CHANGED);
  g_assert_cmpint (put_person (change, "P2", "national_id", FIRST_ID, NULL), ==, TD_OUTCOME_ADDED);
  commit (change);
}

static void
persons_without_a_number_are_no_duplicates (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);

  g_assert_cmpint (put_person (change, "P1", "national_id", NULL, NULL), ==, TD_OUTCOME_ADDED);
  g_assert_cmpint (put_person (change, "P2", "national_id", NULL, NULL), ==, TD_OUTCOME_ADDED);
}

static void
a_missing_value_is_the_rows_own_mistake (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put_row (change, "persons", &error, "id", "P1", NULL), ==, TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW);
  g_assert_nonnull (strstr (error->message, "full_name"));
  g_assert_cmpint (put_person (change, "P2", "note", "một", NULL), ==, TD_OUTCOME_ADDED);
  commit (change);
  g_assert_cmpint (count_persons (place), ==, 1);
}

static void
an_end_before_the_start_that_is_there_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  put_row (change, "hotspots", &error, "id", "T1", "unit", "16174", "kind", "complex", "found_on", "2025-03-01", NULL);
  g_assert_no_error (error);
  g_assert_cmpint (put_row (change, "hotspots", &error, "id", "T1", "unit", td_unchanged, "kind", td_unchanged,
                            "found_on", td_unchanged, "cleared_on", "2025-02-28", NULL),
                   ==, TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW);
  g_assert_nonnull (strstr (error->message, "cleared_on"));
}

static void
an_unknown_word_is_refused_by_the_table (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (put_person (change, "P1", "sex", "bogus", &error), ==, TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_assert_cmpint (count_persons (place), ==, 0);
}

/* What SQLite does not take must not become "not known" on its way. */
static void
a_value_that_is_too_large_is_not_lost (Place *place, gconstpointer data)
{
  g_autofree char *large = g_strnfill (17 * 1024 * 1024, 'x');
  g_autoptr (TdChange) change = begin (place);

  g_assert_cmpint (put_person (change, "P1", "ethnicity", large, NULL), ==, TD_OUTCOME_FAILED);
  g_assert_cmpint (put_person (change, "P2", "note", large, NULL), ==, TD_OUTCOME_FAILED);
}

static void
a_dropped_change_leaves_nothing (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  g_assert_cmpint (put_person (change, "P1", "note", "một", NULL), ==, TD_OUTCOME_ADDED);
  td_change_free (change);
  g_assert_cmpint (count_persons (place), ==, 0);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM sqlite_sequence WHERE name = 'persons'"), ==, 0);
  assert_audit_holds (place->store, 17);
}

static void
nothing_is_seen_before_the_commit (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);

  put_person (change, "P1", "note", "một", NULL);
  g_assert_cmpint (count_persons (place), ==, 0);
  commit (change);
  g_assert_cmpint (count_persons (place), ==, 1);
}

static void
a_change_within_a_change_is_refused (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  put_person (change, "P1", "note", "một", NULL);
  g_assert_null (td_change_begin (place->store, "another", &error));
  g_assert_nonnull (error);
  commit (change);
  assert_reads (place, "P1", "note", "một");
}

static void
a_change_keeps_its_store (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  put_person (change, "P1", "note", "một", NULL);
  place_close (place);
  commit (change);
  td_change_free (change);
  place_open (place);
  assert_reads (place, "P1", "note", "một");
}

static gboolean
has_person (TdChange *change, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  td_change_has_key (change, td_register_find ("persons"), id, &found, &error);
  g_assert_no_error (error);
  return found;
}

static void
keys_are_found_within_the_change (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);

  g_assert_false (has_person (change, "P1"));
  put_person (change, "P1", "note", "một", NULL);
  g_assert_true (has_person (change, "P1"));
  g_assert_false (has_person (change, "P2"));
}

/* An open cursor keeps the file locked after the commit, and another thread's change out. */
static void
nothing_is_left_open_after_a_commit (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  sqlite3 *db = td_store_get_db (place->store);

  put_person (change, "P1", "note", "một", NULL);
  g_assert_true (has_person (change, "P1"));
  commit (change);
  for (sqlite3_stmt *statement = sqlite3_next_stmt (db, NULL); statement != NULL;
       statement = sqlite3_next_stmt (db, statement))
    g_assert_false (sqlite3_stmt_busy (statement));
}

static void
the_row_is_told_only_where_it_is_there (Place *place, gconstpointer data)
{
  const TdRegister *persons = td_register_find ("persons");
  const char *values[8] = { "P1", "Lò Văn Thử", NULL, NULL, FIRST_ID };
  g_autoptr (TdChange) change = begin (place);
  gint64 first = -1, second = -1;

  g_assert_cmpuint (persons->n_fields, ==, G_N_ELEMENTS (values));
  td_change_put (change, persons, values, &first, NULL);
  g_assert_cmpint (first, ==, 1);
  values[0] = "P2";
  g_assert_cmpint (td_change_put (change, persons, values, &second, NULL), ==, TD_OUTCOME_FAILED);
  g_assert_cmpint (second, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/change/outcomes", a_row_is_added_then_the_same_then_changed);
  place_add_test ("/change/same", the_same_row_put_later_changes_nothing);
  place_add_test ("/change/amounts", amounts_come_back_as_they_went_in);
  place_add_test ("/change/unchanged", what_is_left_as_it_is_stays);
  place_add_test ("/change/cleared", what_is_not_known_any_more_is_cleared);
  place_add_test ("/change/new-row", a_new_row_has_nothing_to_leave_as_it_is);
  place_add_test ("/change/cell-stays", a_sealed_value_that_stays_keeps_its_cell);
  place_add_test ("/change/duplicate", a_number_stands_once);
  place_add_test ("/change/given-up", a_number_that_was_given_up_can_be_another_persons);
  place_add_test ("/change/without-number", persons_without_a_number_are_no_duplicates);
  place_add_test ("/change/missing", a_missing_value_is_the_rows_own_mistake);
  place_add_test ("/change/order", an_end_before_the_start_that_is_there_is_refused);
  place_add_test ("/change/word", an_unknown_word_is_refused_by_the_table);
  place_add_test ("/change/too-large", a_value_that_is_too_large_is_not_lost);
  place_add_test ("/change/dropped", a_dropped_change_leaves_nothing);
  place_add_test ("/change/unseen", nothing_is_seen_before_the_commit);
  place_add_test ("/change/within", a_change_within_a_change_is_refused);
  place_add_test ("/change/keeps-store", a_change_keeps_its_store);
  place_add_test ("/change/keys", keys_are_found_within_the_change);
  place_add_test ("/change/nothing-open", nothing_is_left_open_after_a_commit);
  place_add_test ("/change/row-id", the_row_is_told_only_where_it_is_there);
  return g_test_run ();
}
