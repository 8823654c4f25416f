/* td-query.c: running the program's own SQL with parameters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-query.h"

#include "td-store-private.h"

struct _TdQuery
{
  TdStore *store;
  TdStatement *statement;
};

static gboolean
bind (TdStatement *statement, const TdParameter *parameters, guint n_parameters, GError **error)
{
  for (guint i = 0; i < n_parameters; i++)
    {
      int index = sqlite3_bind_parameter_index (statement, parameters[i].name);

      if (index == 0)
        continue;
      if (parameters[i].text != NULL)
        {
          if (!td_sql_bind_text (statement, index, parameters[i].text, error))
            return FALSE;
        }
      else if (!parameters[i].is_null)
        sqlite3_bind_int64 (statement, index, parameters[i].number);
    }
  return TRUE;
}

/**
 * td_query_begin_reading:
 * @store: a store
 * @error: what failed
 *
 * Until td_query_end_reading(), queries see the database as it is at the first of them, whatever another connection
 * writes meanwhile.
 *
 * Returns: whether it is so; otherwise there is nothing to end
 */
gboolean
td_query_begin_reading (TdStore *store, GError **error)
{
  return td_sql_run (td_store_get_db (store), "SAVEPOINT reading", error);
}

void
td_query_end_reading (TdStore *store)
{
  /* Nothing but what is kept in memory was written: letting go cannot fail in a way that matters. */
  td_sql_run (td_store_get_db (store), "RELEASE reading", NULL);
}

/**
 * td_query_run:
 * @store: a store
 * @sql: statements of the program's own that answer no rows
 * @parameters: (array length=n_parameters): their parameters; each is bound where a statement names it
 * @n_parameters: how many
 * @error: what failed
 *
 * Returns: whether all ran
 */
gboolean
td_query_run (TdStore *store, const char *sql, const TdParameter *parameters, guint n_parameters, GError **error)
{
  sqlite3 *db = td_store_get_db (store);

  while (*sql != '\0')
    {
      g_autoptr (TdStatement) statement = NULL;
      int code = sqlite3_prepare_v2 (db, sql, -1, &statement, &sql);

      if (code != SQLITE_OK)
        {
          td_sql_set_error (db, code, error);
          return FALSE;
        }
      if (statement == NULL) /* the comment or space at the end */
        continue;
      if (!bind (statement, parameters, n_parameters, error) || !td_sql_finish (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_query_open:
 * @store: a store
 * @sql: one query of the program's own
 * @parameters: (array length=n_parameters): its parameters
 * @n_parameters: how many
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): its rows, standing before the first
 */
TdQuery *
td_query_open (TdStore *store, const char *sql, const TdParameter *parameters, guint n_parameters, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (td_store_get_db (store), sql, error);
  TdQuery *self;

  if (statement == NULL || !bind (statement, parameters, n_parameters, error))
    return NULL;
  self = g_new0 (TdQuery, 1);
  self->store = td_store_ref (store);
  self->statement = g_steal_pointer (&statement);
  return self;
}

/**
 * td_query_next:
 * @self: the query
 * @error: what failed
 *
 * Returns: whether it stands on a row now; %FALSE without @error after the last
 */
gboolean
td_query_next (TdQuery *self, GError **error)
{
  gboolean has_row;

  return td_sql_step (self->statement, &has_row, error) && has_row;
}

/**
 * td_query_get_text:
 * @self: the query, standing on a row
 * @column: a column
 *
 * Returns: (nullable): its text, until the next row
 */
const char *
td_query_get_text (TdQuery *self, guint column)
{
  return td_sql_text (self->statement, (int)column);
}

gint64
td_query_get_number (TdQuery *self, guint column)
{
  return sqlite3_column_int64 (self->statement, (int)column);
}

gboolean
td_query_is_null (TdQuery *self, guint column)
{
  return sqlite3_column_type (self->statement, (int)column) == SQLITE_NULL;
}

void
td_query_free (TdQuery *self)
{
  sqlite3_finalize (self->statement);
  td_store_unref (self->store);
  g_free (self);
}
