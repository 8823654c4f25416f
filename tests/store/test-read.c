/* test-read.c: reading rows and running queries, settings, and a worker's connection in a thread of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-query.h"

#include <string.h>

static const TdRegister *
persons (void)
{
  return td_register_find ("persons");
}

static void
add_people (Place *place)
{
  add_row (place->store, "persons", "id", "P3", "full_name", "Hà Văn Ba", "ethnicity", "Thổ", NULL);
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Một", "ethnicity", "Thái", NULL);
  add_row (place->store, "persons", "id", "P2", "full_name", "Vi Thị Hai", "ethnicity", "Thái", "sex", "female", NULL);
}

/* The names of all rows that are read, in their order. */
static char *
read_names (TdStore *store, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRows) rows = td_rows_open (store, persons (), field, value, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  while (td_rows_next (rows, &error))
    g_string_append_printf (names, "%s;", td_rows_get (rows, 1, &error));
  g_assert_no_error (error);
  return g_string_free (names, FALSE);
}

static void
assert_names (Place *place, const char *field, const char *value, const char *expected)
{
  g_autofree char *names = read_names (place->store, field, value);

  g_assert_cmpstr (names, ==, expected);
}

static void
rows_come_in_the_order_of_their_keys (Place *place, gconstpointer data)
{
  add_people (place);
  assert_names (place, NULL, NULL, "Lò Văn Một;Vi Thị Hai;Hà Văn Ba;");
}

static void
rows_are_found_by_a_field_in_the_clear (Place *place, gconstpointer data)
{
  add_people (place);
  assert_names (place, "ethnicity", "Thái", "Lò Văn Một;Vi Thị Hai;");
  assert_names (place, "ethnicity", "Mông", "");
  assert_names (place, "ethnicity", "Thái' OR '1'='1", "");
}

static void
a_value_is_told_from_one_that_is_not_known (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRows) rows = NULL;

  add_people (place);
  rows = td_rows_open (place->store, persons (), "id", "P2", &error);
  g_assert_true (td_rows_next (rows, &error));
  g_assert_cmpstr (td_rows_get (rows, 0, &error), ==, "P2");
  g_assert_cmpstr (td_rows_get (rows, 3, &error), ==, "female");
  g_assert_null (td_rows_get (rows, 2, &error));
  g_assert_null (td_rows_get (rows, 7, &error));
  g_assert_true (td_rows_get (rows, 1, &error) == td_rows_get (rows, 1, &error));
  g_assert_false (td_rows_next (rows, &error));
  g_assert_no_error (error);
}

static void
rows_keep_their_store (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRows) rows = NULL;

  add_people (place);
  rows = td_rows_open (place->store, persons (), NULL, NULL, &error);
  place_close (place);
  g_assert_true (td_rows_next (rows, &error));
  g_assert_cmpstr (td_rows_get (rows, 1, &error), ==, "Lò Văn Một");
}

static void
a_value_that_sqlite_does_not_take_is_an_error (Place *place, gconstpointer data)
{
  g_autofree char *large = g_strnfill (17 * 1024 * 1024, 'x');
  const TdParameter parameter = { ":code", large, 0, FALSE };
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) asking = NULL;

  g_assert_null (td_rows_open (place->store, persons (), "id", large, &reading));
  g_assert_error (reading, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
  g_assert_null (td_query_open (place->store, "SELECT name FROM units WHERE code = :code", &parameter, 1, &asking));
  g_assert_error (asking, TD_STORE_ERROR, TD_STORE_ERROR_FAILED);
}

static void
a_query_takes_its_parameters_by_name (Place *place, gconstpointer data)
{
  const TdParameter parameters[] = {
    { ":nothing", NULL, 0, TRUE },
    { ":number", NULL, 42, FALSE },
    { ":text", "'; DROP TABLE units; --", 0, FALSE },
    { ":unused", "x", 0, FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdQuery) query
    = td_query_open (place->store, "SELECT :text, :number, :nothing", parameters, G_N_ELEMENTS (parameters), &error);

  g_assert_no_error (error);
  g_assert_true (td_query_next (query, &error));
  g_assert_cmpstr (td_query_get_text (query, 0), ==, parameters[2].text);
  g_assert_cmpint (td_query_get_number (query, 1), ==, 42);
  g_assert_true (td_query_is_null (query, 2));
  g_assert_false (td_query_is_null (query, 1));
  g_assert_false (td_query_next (query, &error));
  g_assert_no_error (error);
}

static void
several_statements_run_in_their_order (Place *place, gconstpointer data)
{
  const TdParameter parameter = { ":name", "b", 0, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdQuery) query = NULL;

  td_query_run (place->store,
                "CREATE TEMP TABLE names (name TEXT); INSERT INTO names VALUES ('a');\n"
                "INSERT INTO names VALUES (:name); -- and no more\n",
                &parameter, 1, &error);
  g_assert_no_error (error);
  query = td_query_open (place->store, "SELECT group_concat (name) FROM names", NULL, 0, &error);
  g_assert_true (td_query_next (query, &error));
  g_assert_cmpstr (td_query_get_text (query, 0), ==, "a,b");
}

static void
a_mistake_in_a_query_is_an_error (Place *place, gconstpointer data)
{
  g_autoptr (GError) opening = NULL;
  g_autoptr (GError) running = NULL;
  g_autoptr (GError) stepping = NULL;
  g_autoptr (TdQuery) query = NULL;

  g_assert_null (td_query_open (place->store, "SELECT nothing", NULL, 0, &opening));
  g_assert_nonnull (opening);
  g_assert_false (td_query_run (place->store, "CREATE TEMP TABLE a (b); DROP nothing", NULL, 0, &running));
  g_assert_nonnull (running);
  query = td_query_open (place->store, "SELECT abs (-9223372036854775808)", NULL, 0, &stepping);
  g_assert_false (td_query_next (query, &stepping));
  g_assert_nonnull (stepping);
}

static void
settings_are_kept (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unset = td_store_get_setting (place->store, "font", &error);
  g_autofree char *set = NULL;

  g_assert_null (unset);
  g_assert_no_error (error);
  td_store_set_setting (place->store, "font", "một", &error);
  td_store_set_setting (place->store, "font", "hai", &error);
  g_assert_no_error (error);
  place_open (place);
  set = td_store_get_setting (place->store, "font", &error);
  g_assert_cmpstr (set, ==, "hai");
}

static void
a_worker_outlives_the_store_it_is_of (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) worker = NULL;
  g_autofree char *names = NULL;

  add_people (place);
  worker = td_store_open_worker (place->store, &error);
  g_assert_no_error (error);
  place_close (place);
  names = read_names (worker, "id", "P1");
  g_assert_cmpstr (names, ==, "Lò Văn Một;");
  g_assert_cmpstr (td_store_get_user (worker), ==, TEST_USER);
  g_assert_cmpstr (td_store_get_plan (worker)->district, ==, "NX");
}

static gpointer
read_until_all_are_there (gpointer data)
{
  g_autoptr (TdStore) worker = data;
  guint n = 0;

  while (n < 23)
    {
      g_autofree char *names = read_names (worker, NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (names, ";", -1);

      g_assert_cmpuint (g_strv_length (parts) - 1, >=, n);
      n = g_strv_length (parts) - 1;
    }
  return NULL;
}

/* Both seal and open with the same keys at once. */
static void
a_worker_reads_while_the_store_changes (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GThread *threads[2];

  add_people (place);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      TdStore *worker = td_store_open_worker (place->store, &error);

      g_assert_no_error (error);
      threads[i] = g_thread_new ("worker", read_until_all_are_there, worker);
    }
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("X%d", i);

      add_row (place->store, "persons", "id", id, "full_name", "Lò Văn Thử", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_audit_holds (place->store, 17 + 23);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/read/order", rows_come_in_the_order_of_their_keys);
  place_add_test ("/read/by-field", rows_are_found_by_a_field_in_the_clear);
  place_add_test ("/read/not-known", a_value_is_told_from_one_that_is_not_known);
  place_add_test ("/read/keeps-store", rows_keep_their_store);
  place_add_test ("/read/too-large", a_value_that_sqlite_does_not_take_is_an_error);
  place_add_test ("/read/parameters", a_query_takes_its_parameters_by_name);
  place_add_test ("/read/statements", several_statements_run_in_their_order);
  place_add_test ("/read/mistakes", a_mistake_in_a_query_is_an_error);
  place_add_test ("/read/settings", settings_are_kept);
  place_add_test ("/read/worker-outlives", a_worker_outlives_the_store_it_is_of);
  place_add_test ("/read/worker-thread", a_worker_reads_while_the_store_changes);
  return g_test_run ();
}
