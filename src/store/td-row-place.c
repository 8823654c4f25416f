/* td-row-place.c: a row belongs to the unit that it names; one about a person, to the unit where the person lives; one
 * about a case, to where the case was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-place-private.h"

#include "td-store-private.h"

#define BELOW                                                                                                          \
  "WITH RECURSIVE below (code) AS ("                                                                                   \
  "  SELECT ?1 UNION SELECT units.code FROM units JOIN below ON units.parent = below.code) "

struct _TdRowPlace
{
  guint field;      /* whose value tells */
  GHashTable *keys; /* the values that belong there */
};

/* The keys of each register's rows that lie in or below the unit ?1. */
static const struct
{
  const char *name;
  const char *sql;
} within[] = {
  { "units", BELOW "SELECT code FROM below" },
  { "persons", BELOW "SELECT person FROM residences JOIN below ON below.code = residences.unit "
                     "WHERE \"from\" <= ?2 AND (\"to\" IS NULL OR ?2 < \"to\")" },
  { "cases", BELOW "SELECT id FROM cases JOIN below ON below.code = cases.unit" },
};

static const char *
find_sql (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (within); i++)
    if (g_str_equal (within[i].name, name))
      return within[i].sql;
  return NULL;
}

/* The unit that a row names tells more than the person or the case that it is about. */
static const char *
choose_field (const TdRegister *reg, guint *field)
{
  const char *sql = find_sql (reg->name);

  *field = 0;
  if (g_str_equal (reg->name, "units") || g_str_equal (reg->name, "persons"))
    return sql;
  sql = NULL;
  for (guint i = reg->n_fields; i-- > 0;)
    {
      const char *other = reg->fields[i].refers_to;

      if (find_sql (other) == NULL
          || (sql != NULL && g_strcmp0 (reg->fields[*field].refers_to, "units") == 0
              && g_strcmp0 (other, "units") != 0))
        continue;
      *field = i;
      sql = find_sql (other);
    }
  return sql;
}

/**
 * td_row_place_new:
 * @store: a store
 * @wish: a wish with a unit
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): what tells the rows of that unit
 */
TdRowPlace *
td_row_place_new (TdStore *store, const TdRowWish *wish, GError **error)
{
  guint field;
  const char *sql = choose_field (wish->reg, &field);
  g_autoptr (TdStatement) statement = td_sql_prepare (td_store_get_db (store), sql, error);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_row;
  TdRowPlace *self;

  if (statement == NULL || !td_sql_bind_text (statement, 1, wish->unit, error))
    return NULL;
  if (sqlite3_bind_parameter_count (statement) > 1 && !td_sql_bind_text (statement, 2, wish->day, error))
    return NULL;
  do
    {
      if (!td_sql_step (statement, &has_row, error))
        return NULL;
      if (has_row)
        g_hash_table_add (keys, g_strdup (td_sql_text (statement, 0)));
    }
  while (has_row);
  self = g_new0 (TdRowPlace, 1);
  self->field = field;
  self->keys = g_steal_pointer (&keys);
  return self;
}

void
td_row_place_free (TdRowPlace *self)
{
  g_hash_table_unref (self->keys);
  g_free (self);
}

gboolean
td_row_place_has (TdRowPlace *self, TdRows *rows)
{
  const char *key = td_rows_get (rows, self->field, NULL);

  return key != NULL && g_hash_table_contains (self->keys, key);
}
