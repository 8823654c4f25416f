/* td-batch.c: a statement costs SQLite more to start and to end than a row to write: an INSERT of a few dozen rows
 * takes half the time of a few dozen INSERTs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-batch-private.h"

#include <string.h>

/* About what the values of a batch take. */
#define CHUNK (16 * 1024)

typedef struct
{
  int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB */
  gint64 number;
  gconstpointer data; /* among the texts */
  gsize size;
} Value;

struct _TdBatch
{
  sqlite3 *db;
  char *into;
  guint n_columns;
  guint n_rows;
  guint max_rows;
  TdStatement *one;
  TdStatement *many; /* (nullable): max_rows in one statement */
  GArray *values;    /* of Value: row after row */
  GStringChunk *texts;
};

/* `INSERT INTO t (a, b) VALUES (?, ?), (?, ?), …` */
static TdStatement *
prepare (TdBatch *self, guint n_rows, GError **error)
{
  g_autoptr (GString) sql = g_string_new (self->into);

  g_string_append (sql, " VALUES ");
  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (sql, i > 0 ? ", (?" : "(?");
      for (guint j = 1; j < self->n_columns; j++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  return td_sql_prepare (self->db, sql->str, error);
}

/**
 * td_batch_new:
 * @db: a connection
 * @into: `INSERT INTO table (column, …)`
 * @n_columns: how many columns that names
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): a batch that writes each row at its end, until td_batch_gather()
 */
TdBatch *
td_batch_new (sqlite3 *db, const char *into, guint n_columns, GError **error)
{
  TdBatch *self = g_new0 (TdBatch, 1);

  self->db = db;
  self->into = g_strdup (into);
  self->n_columns = n_columns;
  self->max_rows = 1;
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->texts = g_string_chunk_new (CHUNK);
  self->one = prepare (self, 1, error);
  if (self->one != NULL)
    return self;
  td_batch_free (self);
  return NULL;
}

void
td_batch_free (TdBatch *self)
{
  sqlite3_finalize (self->one);
  sqlite3_finalize (self->many);
  g_array_unref (self->values);
  g_string_chunk_free (self->texts);
  g_free (self->into);
  g_free (self);
}

/**
 * td_batch_gather:
 * @self: a batch
 * @error: what failed
 *
 * From now on a row waits until there are many, or for td_batch_write().
 *
 * Returns: whether it is so
 */
gboolean
td_batch_gather (TdBatch *self, GError **error)
{
  guint n_rows = TD_SQL_MAX_PARAMETERS / self->n_columns;

  self->many = prepare (self, n_rows, error);
  if (self->many == NULL)
    return FALSE;
  self->max_rows = n_rows;
  return TRUE;
}

/**
 * td_batch_add_null:
 * @self: a batch
 *
 * Adds the row's next value, in the order of the columns.
 */
void
td_batch_add_null (TdBatch *self)
{
  Value value = { .type = SQLITE_NULL };

  g_array_append_val (self->values, value);
}

void
td_batch_add_number (TdBatch *self, gint64 number)
{
  Value value = { .type = SQLITE_INTEGER, .number = number };

  g_array_append_val (self->values, value);
}

static void
add_data (TdBatch *self, int type, gconstpointer data, gsize size)
{
  Value value = { .type = type, .data = g_string_chunk_insert_len (self->texts, data, (gssize)size), .size = size };

  g_array_append_val (self->values, value);
}

/**
 * td_batch_add_text:
 * @self: a batch
 * @text: (nullable): the row's next value, copied
 */
void
td_batch_add_text (TdBatch *self, const char *text)
{
  if (text != NULL)
    add_data (self, SQLITE_TEXT, text, strlen (text));
  else
    td_batch_add_null (self);
}

/**
 * td_batch_add_blob:
 * @self: a batch
 * @data: (nullable): the row's next value, copied
 * @size: its size in bytes
 */
void
td_batch_add_blob (TdBatch *self, gconstpointer data, gsize size)
{
  if (data != NULL)
    add_data (self, SQLITE_BLOB, data, size);
  else
    td_batch_add_null (self);
}

static int
bind (TdStatement *statement, int parameter, const Value *value)
{
  switch (value->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, parameter, value->number);
    case SQLITE_TEXT:
      return sqlite3_bind_text64 (statement, parameter, value->data, value->size, SQLITE_STATIC, SQLITE_UTF8);
    case SQLITE_BLOB:
      return sqlite3_bind_blob64 (statement, parameter, value->data, value->size, SQLITE_STATIC);
    default:
      return sqlite3_bind_null (statement, parameter);
    }
}

/* A value that SQLite does not take must not become NULL on its way. */
static int
run (TdBatch *self, TdStatement *statement, guint first, guint n_rows)
{
  const Value *values = &g_array_index (self->values, Value, first * self->n_columns);
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < n_rows * self->n_columns; i++)
    code = bind (statement, (int)i + 1, &values[i]);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sqlite3_reset (statement);
  return code;
}

/**
 * td_batch_write:
 * @self: a batch
 *
 * Writes the rows that wait, and forgets them.
 *
 * Returns: %SQLITE_DONE, or SQLite's code for what failed
 */
int
td_batch_write (TdBatch *self)
{
  int code = SQLITE_DONE;

  if (self->many != NULL && self->n_rows == self->max_rows)
    code = run (self, self->many, 0, self->n_rows);
  else
    for (guint i = 0; code == SQLITE_DONE && i < self->n_rows; i++)
      code = run (self, self->one, i, 1);
  g_array_set_size (self->values, 0);
  g_string_chunk_clear (self->texts);
  self->n_rows = 0;
  return code;
}

/**
 * td_batch_end_row:
 * @self: a batch, a value added for each column
 *
 * Returns: %SQLITE_DONE, or SQLite's code for what failed; then what waited is lost
 */
int
td_batch_end_row (TdBatch *self)
{
  self->n_rows++;
  return self->n_rows == self->max_rows ? td_batch_write (self) : SQLITE_DONE;
}

/**
 * td_batch_get_n_rows:
 * @self: a batch
 *
 * Returns: how many rows wait
 */
guint
td_batch_get_n_rows (TdBatch *self)
{
  return self->n_rows;
}
