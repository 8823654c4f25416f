/* test-cells.c: sealed cells in the file: changed, moved or exchanged by another tool they are refused, and what is
 * whole beside them can still be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <string.h>

static void
add_people (Place *place)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", "note", "ghi chú", "address", "bản Mẫu",
           "national_id", "038090001234", NULL);
  add_row (place->store, "persons", "id", "P2", "full_name", "Vi Thị Mẫu", "national_id", "038090005678", NULL);
  add_row (place->store, "households", "id", "H1", "unit", "16174", "head_name", "Lò Văn Thử", NULL);
}

static void
assert_reads (Place *place, const char *reg, const char *key, const char *field, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_value (place->store, reg, key, field, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
assert_tampered (Place *place, const char *reg, const char *key, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_value (place->store, reg, key, field, &error);

  g_assert_null (value);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED);
  g_assert_nonnull (strstr (error->message, field));
  g_assert_nonnull (strstr (error->message, reg));
}

static void
sealed_values_are_read_back (Place *place, gconstpointer data)
{
  add_people (place);
  place_open (place);
  assert_reads (place, "persons", "P1", "full_name", "Lò Văn Thử");
  assert_reads (place, "persons", "P1", "national_id", "038090001234");
  assert_reads (place, "persons", "P2", "note", NULL);
  assert_reads (place, "households", "H1", "head_name", "Lò Văn Thử");
}

static void
each_changed_byte_is_noticed (Place *place, gconstpointer data)
{
  g_autofree char *hex = NULL;

  add_people (place);
  hex = place_text (place, "SELECT hex (note) FROM persons WHERE id = 'P1'");
  for (gsize at = 0; at < strlen (hex); at += 2)
    {
      g_autofree char *changed = g_strdup (hex);
      g_autofree char *sql = NULL;

      changed[at] = changed[at] == 'F' ? '0' : 'F';
      sql = g_strdup_printf ("UPDATE persons SET note = x'%s' WHERE id = 'P1'", changed);
      place_execute (place, sql);
      assert_tampered (place, "persons", "P1", "note");
    }
}

static void
a_cell_of_another_row_is_noticed (Place *place, gconstpointer data)
{
  add_people (place);
  place_execute (place, "UPDATE persons SET full_name = (SELECT full_name FROM persons WHERE id = 'P2')");
  assert_tampered (place, "persons", "P1", "full_name");
  assert_reads (place, "persons", "P2", "full_name", "Vi Thị Mẫu");
}

static void
a_cell_of_another_column_is_noticed (Place *place, gconstpointer data)
{
  add_people (place);
  place_execute (place, "UPDATE persons SET address = full_name WHERE id = 'P1'");
  assert_tampered (place, "persons", "P1", "address");
  assert_reads (place, "persons", "P1", "full_name", "Lò Văn Thử");
}

/* Of the same row number and column name. */
static void
a_cell_of_another_table_is_noticed (Place *place, gconstpointer data)
{
  add_people (place);
  add_row (place->store, "fugitives", "id", "F1", "full_name", "Hà Văn Trốn", "unit", "16174", "wanted_on",
           "2025-01-01", NULL);
  place_execute (place, "UPDATE fugitives SET full_name = (SELECT full_name FROM persons WHERE id = 'P1')");
  g_assert_cmpint (place_number (place, "SELECT fugitives.row_id = persons.row_id FROM fugitives, persons "
                                        "WHERE persons.id = 'P1'"),
                   ==, 1);
  assert_tampered (place, "fugitives", "F1", "full_name");
}

static void
a_cell_of_another_database_is_noticed (Place *place, gconstpointer data)
{
  g_autofree char *path = place_file (place, "other.tham-dinh");
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) other = place_create (path, &error);

  add_people (place);
  add_row (other, "persons", "id", "P1", "full_name", "Vi Thị Mẫu", NULL);
  g_clear_pointer (&other, td_store_unref);
  sql = g_strdup_printf ("ATTACH '%s' AS other; UPDATE persons SET full_name = "
                         "(SELECT full_name FROM other.persons WHERE id = 'P1') WHERE id = 'P1'",
                         path);
  place_execute (place, sql);
  assert_tampered (place, "persons", "P1", "full_name");
}

static void
a_key_in_the_clear_may_not_take_another_row_id (Place *place, gconstpointer data)
{
  add_people (place);
  place_execute (place, "UPDATE persons SET row_id = 99 WHERE id = 'P1'");
  assert_tampered (place, "persons", "P1", "full_name");
}

static void
a_row_with_a_changed_cell_is_not_overwritten (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = NULL;

  add_people (place);
  place_execute (place, "UPDATE persons SET note = zeroblob (61) WHERE id = 'P1'");
  change = td_change_begin (place->store, "test", &error);
  g_assert_no_error (error);
  g_assert_cmpint (put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Khác", NULL), ==,
                   TD_OUTCOME_FAILED);
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED);
}

static void
the_same_text_gives_other_cells (Place *place, gconstpointer data)
{
  add_people (place);
  add_row (place->store, "persons", "id", "P3", "full_name", "Lò Văn Thử", NULL);
  g_assert_cmpint (place_number (place, "SELECT count (DISTINCT full_name) FROM persons WHERE id IN ('P1', 'P3')"), ==,
                   2);
}

static void
the_hash_of_a_number_is_another_in_every_database (Place *place, gconstpointer data)
{
  static const char query[] = "SELECT hex (national_id_hash) FROM persons WHERE id = 'P1'";
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Place other = { NULL, place_file (place, "other.tham-dinh"), NULL };

  other.store = place_create (other.path, NULL);
  add_people (place);
  add_people (&other);
  first = place_text (place, query);
  second = place_text (&other, query);
  g_assert_cmpuint (strlen (first), ==, 64);
  g_assert_cmpstr (first, !=, second);
  place_close (&other);
  g_free (other.path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/cells/read-back", sealed_values_are_read_back);
  place_add_test ("/cells/bytes", each_changed_byte_is_noticed);
  place_add_test ("/cells/other-row", a_cell_of_another_row_is_noticed);
  place_add_test ("/cells/other-column", a_cell_of_another_column_is_noticed);
  place_add_test ("/cells/other-table", a_cell_of_another_table_is_noticed);
  place_add_test ("/cells/other-database", a_cell_of_another_database_is_noticed);
  place_add_test ("/cells/other-row-id", a_key_in_the_clear_may_not_take_another_row_id);
  place_add_test ("/cells/not-overwritten", a_row_with_a_changed_cell_is_not_overwritten);
  place_add_test ("/cells/never-the-same", the_same_text_gives_other_cells);
  place_add_test ("/cells/hash", the_hash_of_a_number_is_another_in_every_database);
  return g_test_run ();
}
