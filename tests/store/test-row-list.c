/* test-row-list.c: which rows a table shows: ordered as people expect, searched without marks, held to a unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-row-list.h"

static void
fill (Place *place)
{
  add_row (place->store, "units", "code", "X1", "name", "Bãi Trành", "kind", "commune", NULL);
  add_row (place->store, "units", "code", "X2", "name", "Yên Cát", "kind", "town", NULL);
  add_row (place->store, "units", "code", "T1", "name", "Thôn Đồi", "kind", "hamlet", "parent", "X1", NULL);
  add_row (place->store, "persons", "id", "P1", "full_name", "Vi Văn Ước", "national_id", "038000000001", NULL);
  add_row (place->store, "persons", "id", "P2", "full_name", "Hà Thị Bình", NULL);
  add_row (place->store, "persons", "id", "P3", "full_name", "Lê Văn Đạt", "address", "Thôn Đồi", NULL);
  add_row (place->store, "residences", "person", "P1", "from", "2024-01-01", "unit", "X2", "to", "2025-06-01", NULL);
  add_row (place->store, "residences", "person", "P1", "from", "2025-06-01", "unit", "T1", NULL);
  add_row (place->store, "residences", "person", "P2", "from", "2024-01-01", "unit", "X2", NULL);
  add_row (place->store, "residences", "person", "P3", "from", "2024-01-01", "unit", "X1", NULL);
  add_row (place->store, "tests", "person", "P2", "sampled_on", "2025-03-01", "occasion", "periodic", "result",
           "negative", NULL);
  add_row (place->store, "tests", "person", "P3", "sampled_on", "2025-02-01", "occasion", "periodic", "result",
           "positive", NULL);
}

/* The first field of each row of the list, in its order. */
static char *
list (Place *place, const TdRowWish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = td_row_list (place->store, wish, NULL, &error);
  g_autoptr (TdRows) single = NULL;
  GString *keys = g_string_new (NULL);

  g_assert_no_error (error);
  single = td_rows_open_single (place->store, wish->reg, &error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_true (td_rows_seek (single, g_array_index (rows, gint64, i), &error));
      g_string_append_printf (keys, "%s;", td_rows_get (single, 0, &error));
    }
  g_assert_no_error (error);
  return g_string_free (keys, FALSE);
}

static void
assert_list (Place *place, const TdRowWish *wish, const char *expected)
{
  g_autofree char *keys = list (place, wish);

  g_assert_cmpstr (keys, ==, expected);
}

static TdRowWish
wish_for (const char *reg, const char *sort)
{
  TdRowWish wish = { .reg = td_register_find (reg), .day = "2025-11-30" };

  wish.sort = td_register_field_index (wish.reg, sort);
  return wish;
}

static void
people_come_by_given_name (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("persons", "full_name");

  fill (place);
  assert_list (place, &wish, "P2;P3;P1;");
  wish.is_descending = TRUE;
  assert_list (place, &wish, "P1;P3;P2;");
}

static void
what_is_not_known_comes_last_in_either_direction (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("persons", "national_id");

  fill (place);
  assert_list (place, &wish, "P1;P2;P3;");
  wish.is_descending = TRUE;
  assert_list (place, &wish, "P1;P2;P3;");
}

static void
rows_about_a_person_come_by_the_name (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("tests", "person");

  fill (place);
  assert_list (place, &wish, "P2;P3;");
  wish.sort = td_register_field_index (wish.reg, "sampled_on");
  assert_list (place, &wish, "P3;P2;");
}

static void
search_finds_parts_without_marks (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("persons", "id");

  fill (place);
  wish.text = "VAN uoc";
  assert_list (place, &wish, "P1;");
  wish.text = "0001";
  assert_list (place, &wish, "P1;");
  wish.text = "thon doi";
  assert_list (place, &wish, "P3;");
  wish.text = "nobody";
  assert_list (place, &wish, "");
  wish.text = "  ";
  assert_list (place, &wish, "P1;P2;P3;");
}

static void
search_finds_what_a_reference_is_called (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("tests", "sampled_on");

  fill (place);
  wish.text = "dat";
  assert_list (place, &wish, "P3;");
  wish.text = "duong tinh 01/02";
  assert_list (place, &wish, "P3;");
  wish.text = "âm tính";
  assert_list (place, &wish, "P2;");
}

static void
filters_hold_for_their_own_column (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("persons", "id");
  const char *filters[8] = { NULL };

  fill (place);
  wish.filters = filters;
  filters[td_register_field_index (wish.reg, "full_name")] = "doi";
  assert_list (place, &wish, "");
  filters[td_register_field_index (wish.reg, "full_name")] = "van";
  assert_list (place, &wish, "P1;P3;");
  filters[td_register_field_index (wish.reg, "address")] = "doi";
  assert_list (place, &wish, "P3;");
}

static void
a_unit_has_what_lies_below_it_on_the_day (Place *place, gconstpointer data)
{
  TdRowWish people = wish_for ("persons", "id");
  TdRowWish tests = wish_for ("tests", "person");
  TdRowWish units = wish_for ("units", "code");

  fill (place);
  people.unit = tests.unit = units.unit = "X1";
  assert_list (place, &people, "P1;P3;");
  assert_list (place, &tests, "P3;");
  assert_list (place, &units, "T1;X1;");
  people.day = "2025-05-31";
  assert_list (place, &people, "P3;");
  people.unit = "X2";
  assert_list (place, &people, "P1;P2;");
}

static void
giving_up_is_answered (Place *place, gconstpointer data)
{
  TdRowWish wish = wish_for ("persons", "id");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fill (place);
  g_cancellable_cancel (cancellable);
  g_assert_null (td_row_list (place->store, &wish, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/row-list/people-come-by-given-name", people_come_by_given_name);
  place_add_test ("/row-list/what-is-not-known-comes-last", what_is_not_known_comes_last_in_either_direction);
  place_add_test ("/row-list/rows-about-a-person-come-by-the-name", rows_about_a_person_come_by_the_name);
  place_add_test ("/row-list/search-finds-parts-without-marks", search_finds_parts_without_marks);
  place_add_test ("/row-list/search-finds-what-a-reference-is-called", search_finds_what_a_reference_is_called);
  place_add_test ("/row-list/filters-hold-for-their-own-column", filters_hold_for_their_own_column);
  place_add_test ("/row-list/a-unit-has-what-lies-below-it-on-the-day", a_unit_has_what_lies_below_it_on_the_day);
  place_add_test ("/row-list/giving-up-is-answered", giving_up_is_answered);
  return g_test_run ();
}
