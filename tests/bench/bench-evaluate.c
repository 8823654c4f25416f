/* bench-evaluate.c: the ten criteria of a province and of a quarter of it: time per household must stay the same, and a
 * day must stay within half again of the plainest set-wise SQL over the same tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-evaluation.h"
#include "td-vault.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#define DAY  "2025-11-30"
#define RUNS 5

/* Sealed columns are not read by an evaluation; one byte stands in for them. */
static const char *const fill_sql[] = {
  "INSERT INTO units (code, name, kind) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
  " SELECT printf ('U%05d', i), 'Xã ' || i, 'commune' FROM n",
  "INSERT INTO registrations (unit, registered_on) SELECT code, '2024-10-15' FROM units",
  "INSERT INTO reviews (unit, reviewed_on) SELECT code, '2025-11-20' FROM units",
  "INSERT INTO households (id, unit, head_name, registered_on, committed_on)"
  " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1789 * ?1)"
  " SELECT printf ('H%08d', i), printf ('U%05d', i % ?1 + 1), x'00', '2020-01-01',"
  " CASE WHEN i % 997 = 0 THEN NULL ELSE '2025-03-01' END FROM n",
  "INSERT INTO persons (id, full_name)"
  " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 36 * ?1)"
  " SELECT printf ('P%06d', i), x'00' FROM n",
  "INSERT INTO residences (person, \"from\", unit)"
  " SELECT id, '2015-01-01', printf ('U%05d', CAST (substr (id, 2) AS INTEGER) % ?1 + 1) FROM persons",
  "INSERT INTO classifications (person, category, \"from\")"
  " SELECT id, CASE CAST (substr (id, 2) AS INTEGER) / ?1 % 4 WHEN 0 THEN 'addict' WHEN 1 THEN 'user'"
  " WHEN 2 THEN 'post_rehab' ELSE 'suspected' END, '2024-01-01' FROM persons",
  "INSERT INTO management_records (person, number, opened_on, supervisor) SELECT id, '1', '2024-02-01', 'Công an xã'"
  " FROM persons",
  "INSERT INTO treatments (person, form, \"from\") SELECT person, 'home_community', '2024-03-01' FROM classifications"
  " WHERE category = 'addict'",
  "INSERT INTO tests (person, sampled_on, occasion, result)"
  " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 11)"
  " SELECT id, date ('2025-11-25', (-30 * i) || ' days'), 'periodic', 'negative' FROM persons, n",
};

/* The same ten questions asked plainly, each one by itself, with nothing prepared and nothing gathered. */
static const char plain_sql[]
  = "SELECT count (*) FROM units u WHERE NOT EXISTS (SELECT 1 FROM reviews v WHERE v.unit = u.code AND v.reviewed_on"
    " BETWEEN '2025-10-31' AND '" DAY "');"
    "SELECT r.unit, c.category, count (*), count (DISTINCT m.person), max (t.last) FROM residences r"
    " JOIN classifications c ON c.person = r.person"
    " LEFT JOIN management_records m ON m.person = r.person AND m.opened_on <= '" DAY "'"
    " LEFT JOIN (SELECT person, max (sampled_on) AS last FROM tests WHERE sampled_on <= '" DAY "' GROUP BY person) t"
    " ON t.person = r.person WHERE r.\"from\" <= '" DAY "' AND c.\"from\" <= '" DAY "' GROUP BY r.unit, c.category;"
    "SELECT r.unit, count (*) FROM residences r JOIN classifications c ON c.person = r.person"
    " WHERE r.\"from\" <= '2024-10-15' AND c.\"from\" <= '2024-10-15' GROUP BY r.unit;"
    "SELECT unit, count (*), count (CASE WHEN committed_on <= '" DAY "' THEN 1 END) FROM households"
    " WHERE (registered_on IS NULL OR registered_on <= '" DAY "') AND (left_on IS NULL OR left_on > '" DAY "')"
    " GROUP BY unit;"
    "SELECT id FROM households WHERE committed_on IS NULL;"
    "SELECT unit FROM hotspots; SELECT unit FROM cases; SELECT unit FROM offenders; SELECT unit FROM fugitives;"
    "SELECT unit FROM models;";

static void
fill (const char *path, int n_communes)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN; DELETE FROM units", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fill_sql); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, fill_sql[i], -1, &statement, NULL), ==, SQLITE_OK);
      if (sqlite3_bind_parameter_count (statement) > 0)
        sqlite3_bind_int (statement, 1, n_communes);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static double
time_evaluation (TdStore *store)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TdEvaluation) evaluation = td_evaluate (store, DAY, NULL, NULL, &error);

      g_assert_no_error (error);
      best = MIN (best, (double)(g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

static double
time_plain (const char *path)
{
  double best = G_MAXDOUBLE;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA cache_size=-65536", NULL, NULL, NULL);
  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpint (sqlite3_exec (db, plain_sql, NULL, NULL, NULL), ==, SQLITE_OK);
      best = MIN (best, (double)(g_get_monotonic_time () - start) / 1000);
    }
  sqlite3_close (db);
  return best;
}

static void
measure (const char *folder, int n_communes, double *evaluation, double *plain)
{
  g_autofree char *path = g_strdup_printf ("%s/%d.tham-dinh", folder, n_communes);
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (TdStore) store = td_store_create (path, plan, "bench", "bench", &error);

  g_assert_no_error (error);
  g_clear_pointer (&store, td_store_unref);
  fill (path, n_communes);
  *plain = time_plain (path);
  store = td_store_open (path, &error);
  g_assert_no_error (error);
  *evaluation = time_evaluation (store);
  g_clear_pointer (&store, td_store_unref);
  g_unlink (path);
  g_unlink (lock);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-bench-XXXXXX", NULL);
  double quarter, quarter_plain, province, province_plain;

  td_vault_use_test_cost ();
  measure (folder, 140, &quarter, &quarter_plain);
  measure (folder, 560, &province, &province_plain);
  g_rmdir (folder);

  g_print ("a quarter of a province (140 communes, 250,000 households): %.0f ms\n", quarter);
  g_print ("a province (560 communes, 20,000 people, 240,000 tests, 1,000,000 households): %.0f ms\n", province);
  g_print ("growth from a quarter to the whole, 1.00 is linear: %.2f (at most 1.30)\n", province / quarter / 4);
  g_print ("beside plain set-wise SQL: %.2f (at most 1.50)\n", province / province_plain);
  return province / quarter / 4 <= 1.3 && province / province_plain <= 1.5 ? 0 : 1;
}
