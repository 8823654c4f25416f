/* td-population.c: the SQL of resources/criteria, and the tables that it works with filled for a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-population-private.h"

#include "td-criteria-resource.h"

/**
 * td_population_sql:
 * @file: a file's name in resources/criteria
 *
 * Returns: (transfer none): its text
 */
const char *
td_population_sql (const char *file)
{
  g_autofree char *path = g_strconcat ("/vn/thamdinh/criteria/", file, NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (td_criteria_get_resource (), path, 0, NULL);

  /* Compiled in uncompressed: the text stays when the bytes are let go. */
  return g_bytes_get_data (sql, NULL);
}

/**
 * td_population_fill:
 * @store: a store, reading
 * @parameters: (array length=n_parameters): with `:day`, `:unit` and `:plan_start`
 * @n_parameters: how many
 * @error: what failed
 *
 * Fills the tables of tables.sql, which are this connection's own, anew.
 *
 * Returns: whether they are filled
 */
gboolean
td_population_fill (TdStore *store, const TdParameter *parameters, guint n_parameters, GError **error)
{
  return td_query_run (store, td_population_sql ("tables.sql"), NULL, 0, error)
         && td_query_run (store, td_population_sql ("population.sql"), parameters, n_parameters, error);
}
