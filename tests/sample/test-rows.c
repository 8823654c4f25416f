/* test-rows.c: how many rows the invented district has, that they are the same each time, and that nothing in them lies
 * after the plan's last day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-audit.h"
#include "td-change.h"
#include "td-rows.h"
#include "td-sample.h"
#include "td-value.h"
#include "test-sample.h"

/* Of all rows below. It changes with the district; that a build computes another one from the same sources is the
 * fault. */
#define EXPECTED_SUM "6185118b67d8277da255ca5ce35548bf270de87ae7bc853683d9b518911f6280"

static Sample *sample;

static TdRows *
open_rows (TdStore *store, const TdRegister *reg)
{
  g_autoptr (GError) error = NULL;
  TdRows *rows = td_rows_open (store, reg, NULL, NULL, &error);

  g_assert_no_error (error);
  return rows;
}

static gboolean
next_row (TdRows *rows)
{
  g_autoptr (GError) error = NULL;
  gboolean has_row = td_rows_next (rows, &error);

  g_assert_no_error (error);
  return has_row;
}

static const char *
get (TdRows *rows, guint field)
{
  g_autoptr (GError) error = NULL;
  const char *value = td_rows_get (rows, field, &error);

  g_assert_no_error (error);
  return value;
}

static guint
count_rows (TdStore *store, const char *name)
{
  g_autoptr (TdRows) rows = open_rows (store, td_register_find (name));
  guint n = 0;

  while (next_row (rows))
    n++;
  return n;
}

static void
test_counts (void)
{
  static const struct
  {
    const char *reg;
    guint least;
    guint most;
  } expected[] = {
    { "units", 120, 140 },
    { "registrations", 16, 16 },
    { "reviews", 230, 260 },
    { "households", 17900, 18300 },
    { "persons", 600, 600 },
    { "residences", 600, 640 },
    { "classifications", 650, 760 },
    { "management_records", 540, 620 },
    { "treatments", 300, 700 },
    { "detentions", 50, 120 },
    { "tests", 6600, 7400 },
    { "supports", 160, 260 },
    { "hotspots", 30, 60 },
    { "cases", 200, 320 },
    { "offenders", 280, 380 },
    { "fugitives", 5, 20 },
    { "models", 30, 50 },
  };
  guint n_registers;

  td_registers_all (&n_registers);
  g_assert_cmpuint (n_registers, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n = count_rows (sample->store, expected[i].reg);

      g_test_message ("%s: %u", expected[i].reg, n);
      g_assert_cmpuint (n, >=, expected[i].least);
      g_assert_cmpuint (n, <=, expected[i].most);
    }
}

static void
assert_same_rows (TdStore *first, TdStore *second, const TdRegister *reg)
{
  g_autoptr (TdRows) some = open_rows (first, reg);
  g_autoptr (TdRows) others = open_rows (second, reg);

  while (next_row (some))
    {
      g_assert_true (next_row (others));
      for (guint i = 0; i < reg->n_fields; i++)
        g_assert_cmpstr (get (some, i), ==, get (others, i));
    }
  g_assert_false (next_row (others));
}

static void
test_same_each_time (void)
{
  g_autoptr (Sample) again = sample_new ();
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    assert_same_rows (sample->store, again->store, registers[i]);
}

/* Sums up every value, so that a compiler or a machine that draws other lots is noticed. */
static void
test_same_everywhere (void)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    {
      g_autoptr (TdRows) rows = open_rows (sample->store, registers[i]);

      while (next_row (rows))
        for (guint j = 0; j < registers[i]->n_fields; j++)
          {
            const char *value = get (rows, j);

            g_checksum_update (sum, (const guint8 *)(value != NULL ? value : "-"), -1);
            g_checksum_update (sum, (const guint8 *)"\n", 1);
          }
    }
  g_assert_cmpstr (g_checksum_get_string (sum), ==, EXPECTED_SUM);
}

static void
test_no_later_date (void)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);
  const char *last = td_store_get_plan (sample->store)->last_day;

  for (guint i = 0; i < n_registers; i++)
    {
      g_autoptr (TdRows) rows = open_rows (sample->store, registers[i]);

      while (next_row (rows))
        for (guint j = 0; j < registers[i]->n_fields; j++)
          if (registers[i]->fields[j].type == TD_TYPE_DATE)
            g_assert_cmpstr (get (rows, j), <=, last);
    }
}

/* Every value is one that an import would take, and would keep as it is. */
static void
test_values_are_clean (void)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    {
      g_autoptr (TdRows) rows = open_rows (sample->store, registers[i]);

      while (next_row (rows))
        for (guint j = 0; j < registers[i]->n_fields; j++)
          {
            g_autofree char *parsed = NULL;
            g_autoptr (GError) error = NULL;

            td_field_parse (&registers[i]->fields[j], get (rows, j) != NULL ? get (rows, j) : "", "2025-12-31", &parsed,
                            &error);
            g_assert_no_error (error);
            g_assert_cmpstr (parsed, ==, get (rows, j));
          }
    }
}

static void
test_national_ids (void)
{
  const TdRegister *persons = td_register_find ("persons");
  guint national_id = td_register_field_index (persons, "national_id");
  g_autoptr (TdRows) rows = open_rows (sample->store, persons);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (next_row (rows))
    {
      const char *id = get (rows, national_id);

      g_assert_true (g_regex_match_simple ("^038[0-3][0-9]{8}$", id, 0, 0));
      g_assert_true (g_hash_table_add (seen, g_strdup (id)));
    }
}

static void
test_hamlets_are_told_apart (void)
{
  const TdRegister *units = td_register_find ("units");
  guint name = td_register_field_index (units, "name");
  guint parent = td_register_field_index (units, "parent");
  g_autoptr (TdRows) rows = open_rows (sample->store, units);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (next_row (rows))
    if (get (rows, parent) != NULL)
      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s", get (rows, parent), get (rows, name))));
}

static void
test_audit (void)
{
  g_autoptr (GError) error = NULL;
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);
  guint64 n_entries, n_rows = 0;

  td_audit_verify (sample->store, &n_entries, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_registers; i++)
    n_rows += count_rows (sample->store, registers[i]->name);
  g_assert_cmpuint (n_entries, ==, n_rows);
}

static void
test_only_into_empty (void)
{
  g_autoptr (Sample) other = sample_new_empty ();
  g_autoptr (GError) error = NULL;
  const TdRegister *households = td_register_find ("households");
  const char *values[] = { "h1", "16174", NULL, NULL, NULL, NULL };
  g_autoptr (TdChange) change = td_change_begin (other->store, "test", &error);

  td_change_put (change, households, values, NULL, &error);
  td_change_commit (change, &error);
  g_assert_no_error (error);
  g_assert_false (td_sample_fill (other->store, &error));
  g_assert_error (error, TD_SAMPLE_ERROR, TD_SAMPLE_ERROR_NOT_EMPTY);
  g_assert_cmpuint (count_rows (other->store, "households"), ==, 1);
  g_assert_cmpuint (count_rows (other->store, "persons"), ==, 0);
}

static void
test_only_on_its_plan (void)
{
  g_autoptr (Sample) place = sample_new_empty ();
  g_autofree char *path = g_build_filename (place->folder, "other.tham-dinh", NULL);
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GString) xml = g_string_new_len (g_bytes_get_data (plan, NULL), (gssize)g_bytes_get_size (plan));
  g_autoptr (GBytes) other_plan = NULL;
  g_autoptr (TdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_string_replace (xml, "code=\"16225\"", "code=\"99999\"", 0);
  other_plan = g_bytes_new (xml->str, xml->len);
  store = td_store_create (path, other_plan, "tester", TD_SAMPLE_PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_false (td_sample_fill (store, &error));
  g_assert_error (error, TD_SAMPLE_ERROR, TD_SAMPLE_ERROR_OTHER_PLAN);
  g_assert_cmpuint (count_rows (store, "units"), ==, 17);
}

static void
test_only_unlocked (void)
{
  g_autoptr (Sample) other = sample_new_empty ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&other->store, td_store_unref);
  other->store = td_store_open (other->path, &error);
  g_assert_no_error (error);
  g_assert_false (td_sample_fill (other->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sample = sample_new ();
  g_test_add_func ("/sample/rows/counts", test_counts);
  g_test_add_func ("/sample/rows/same-each-time", test_same_each_time);
  g_test_add_func ("/sample/rows/same-everywhere", test_same_everywhere);
  g_test_add_func ("/sample/rows/no-later-date", test_no_later_date);
  g_test_add_func ("/sample/rows/values-are-clean", test_values_are_clean);
  g_test_add_func ("/sample/rows/national-ids", test_national_ids);
  g_test_add_func ("/sample/rows/hamlets-are-told-apart", test_hamlets_are_told_apart);
  g_test_add_func ("/sample/rows/audit", test_audit);
  g_test_add_func ("/sample/rows/only-into-empty", test_only_into_empty);
  g_test_add_func ("/sample/rows/only-on-its-plan", test_only_on_its_plan);
  g_test_add_func ("/sample/rows/only-unlocked", test_only_unlocked);
  status = g_test_run ();
  sample_free (sample);
  return status;
}
