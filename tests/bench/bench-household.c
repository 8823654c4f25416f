/* bench-household.c: the households are put as an import puts them, so that names are sealed and all is logged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-household.h"

#include "td-change.h"
#include "td-plan.h"
#include "td-vault.h"

#include <glib/gstdio.h>

static void
put (TdChange *change, const TdRegister *reg, int i, GError **error)
{
  static const char *const names[] = { "Lò Văn Thử", "Vi Thị Mẫu", "Hà Đình Ví", "Lương Thị Dụ" };
  g_autofree char *id = g_strdup_printf ("H%07d", i);
  g_autofree char *name = g_strdup_printf ("%s %d", names[i % 4], i % 997);
  g_autofree char *day = g_strdup_printf ("20%02d-%02d-%02d", i % 20, i % 12 + 1, i % 28 + 1);
  const char *values[] = { id, "16174", name, day, NULL, i % 50 == 0 ? NULL : "2025-01-01" };

  g_assert_cmpuint (reg->n_fields, ==, G_N_ELEMENTS (values));
  td_change_put (change, reg, values, NULL, error);
}

/**
 * bench_households_new:
 * @path: where
 * @n_rows: how many
 *
 * Returns: (transfer full): a new database with them, unlocked
 */
TdStore *
bench_households_new (const char *path, int n_rows)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = NULL;
  TdStore *store;

  td_vault_use_test_cost ();
  store = td_store_create (path, plan, "bench", "bench", &error);
  g_assert_no_error (error);
  change = td_change_begin (store, "bench", &error);
  td_change_gather (change, &error);
  for (int i = 0; i < n_rows && error == NULL; i++)
    put (change, td_register_find ("households"), i, &error);
  td_change_commit (change, &error);
  g_assert_no_error (error);
  return store;
}

/**
 * bench_households_remove:
 * @path: where the database is, closed
 */
void
bench_households_remove (const char *path)
{
  static const char *const behind[] = { "", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      g_autofree char *file = g_strconcat (path, behind[i], NULL);

      g_unlink (file);
    }
}
