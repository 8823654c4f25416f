/* bench-rows.c: which rows a table of 300,000 shows, and in which order: by key, by a day, by a name that is sealed,
 * and those in which a word stands. Beside the least that each could take: the database's own order over the same rows,
 * where it can order them, and else opening each sealed cell once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-household.h"

#include "td-row-list.h"
#include "td-rows.h"

#include <glib/gstdio.h>

#define N_ROWS 300000
#define RUNS   3

static double
time_list (TdStore *store, const TdRowWish *wish, guint *n_rows)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) rows = td_row_list (store, wish, NULL, &error);

      g_assert_no_error (error);
      *n_rows = rows->len;
      best = MIN (best, (double)(g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

/* Reads a field of each row in the order of the keys, and no more. */
static double
time_reading (TdStore *store, const TdRegister *reg, const char *field)
{
  guint index = td_register_field_index (reg, field);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TdRows) rows = td_rows_open (store, reg, NULL, NULL, &error);

      while (td_rows_next (rows, &error))
        td_rows_get (rows, index, &error);
      g_assert_no_error (error);
      best = MIN (best, (double)(g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

static gboolean
compare (TdStore *store, const char *what, const char *sort, const char *text, const char *read, double bound)
{
  const TdRegister *reg = td_register_find ("households");
  TdRowWish wish = { .reg = reg, .sort = td_register_field_index (reg, sort), .text = text };
  guint n_rows;
  double list = time_list (store, &wish, &n_rows);
  double least = time_reading (store, reg, read);

  g_print ("%s: %u of %d rows in %.0f ms, reading %s alone %.0f ms, ratio %.2f (at most %.2f)\n", what, n_rows, N_ROWS,
           list, read, least, list / least, bound);
  return list / least <= bound;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tham-dinh-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.db", NULL);
  TdStore *store = bench_households_new (path, N_ROWS);
  gboolean holds = compare (store, "by key", "id", NULL, "id", 5.0);

  holds &= compare (store, "by day", "registered_on", NULL, "registered_on", 3.5);
  holds &= compare (store, "by sealed name", "head_name", NULL, "head_name", 3.5);
  holds &= compare (store, "with a word", "id", "thu 7", "head_name", 7.0);
  td_store_unref (store);
  bench_households_remove (path);
  g_rmdir (folder);
  return holds ? 0 : 1;
}
