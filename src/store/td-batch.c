/* td-batch.c: a statement costs SQLite more to start and to end than a row to write: an INSERT of a few dozen rows
 * takes half the time of a few dozen INSERTs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-batch-private.h"

#include <string.h>

/* How many statements' rows go to the writer in one go: the threads change turns the less often. */
#define STATEMENTS_AT_ONCE 8

/* About what the values of these take. */
#define CHUNK (64 * 1024)

typedef struct
{
  int type; /* SQLITE_NULL, SQLITE_INTEGER, SQLITE_TEXT, SQLITE_BLOB */
  gint64 number;
  gconstpointer data; /* among the texts */
  gsize size;
} Value;

/* Rows on their way to the table. */
typedef struct
{
  TdBatch *batch;
  guint n_rows;
  GArray *values; /* of Value: row after row */
  GStringChunk *texts;
} Rows;

struct _TdBatch
{
  sqlite3 *db;
  char *into;
  guint n_columns;
  guint max_rows; /* that wait */
  guint n_many;   /* how many one statement takes */
  TdStatement *one;
  TdStatement *many; /* (nullable) */
  TdWriter *writer;  /* (nullable): not owned */
  Rows *rows;        /* that wait */
};

static Rows *
rows_new (TdBatch *batch)
{
  Rows *rows = g_new0 (Rows, 1);

  rows->batch = batch;
  rows->values = g_array_sized_new (FALSE, FALSE, sizeof (Value), batch->max_rows * batch->n_columns);
  rows->texts = g_string_chunk_new (CHUNK);
  return rows;
}

static void
rows_free (Rows *rows)
{
  g_array_unref (rows->values);
  g_string_chunk_free (rows->texts);
  g_free (rows);
}

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
  self->rows = rows_new (self);
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
  rows_free (self->rows);
  g_free (self->into);
  g_free (self);
}

/**
 * td_batch_gather:
 * @self: a batch
 * @writer: one made for td_batch_write_rows(), that lives as long
 * @error: what failed
 *
 * From now on a row waits until there are many, or for td_batch_write(), and the writer writes them.
 *
 * Returns: whether it is so
 */
gboolean
td_batch_gather (TdBatch *self, TdWriter *writer, GError **error)
{
  self->n_many = TD_SQL_MAX_PARAMETERS / self->n_columns;
  self->many = prepare (self, self->n_many, error);
  if (self->many == NULL)
    return FALSE;
  self->max_rows = self->n_many * STATEMENTS_AT_ONCE;
  self->writer = writer;
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

  g_array_append_val (self->rows->values, value);
}

void
td_batch_add_number (TdBatch *self, gint64 number)
{
  Value value = { .type = SQLITE_INTEGER, .number = number };

  g_array_append_val (self->rows->values, value);
}

static void
add_data (TdBatch *self, int type, gconstpointer data, gsize size)
{
  Value value
    = { .type = type, .data = g_string_chunk_insert_len (self->rows->texts, data, (gssize)size), .size = size };

  g_array_append_val (self->rows->values, value);
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
run (Rows *rows, TdStatement *statement, guint first, guint n_rows)
{
  guint n_columns = rows->batch->n_columns;
  const Value *values = &g_array_index (rows->values, Value, first * n_columns);
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < n_rows * n_columns; i++)
    code = bind (statement, (int)i + 1, &values[i]);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sqlite3_reset (statement);
  return code;
}

/**
 * td_batch_write_rows:
 * @data: (transfer full): what a batch pushed
 * @is_wanted: whether to write it
 *
 * Returns: %SQLITE_DONE, or SQLite's code for what failed
 */
int
td_batch_write_rows (gpointer data, gboolean is_wanted)
{
  Rows *rows = data;
  TdBatch *self = rows->batch;
  int code = SQLITE_DONE;
  guint i = 0;

  for (; is_wanted && code == SQLITE_DONE && self->many != NULL && i + self->n_many <= rows->n_rows; i += self->n_many)
    code = run (rows, self->many, i, self->n_many);
  for (; is_wanted && code == SQLITE_DONE && i < rows->n_rows; i++)
    code = run (rows, self->one, i, 1);
  rows_free (rows);
  return code;
}

/**
 * td_batch_write:
 * @self: a batch
 *
 * Writes the rows that wait, and forgets them; where there is a writer, td_writer_wait() tells how it went.
 *
 * Returns: %SQLITE_DONE, or SQLite's code for what failed
 */
int
td_batch_write (TdBatch *self)
{
  Rows *rows = self->rows;

  if (rows->n_rows == 0)
    return SQLITE_DONE;
  self->rows = rows_new (self);
  if (self->writer == NULL)
    return td_batch_write_rows (rows, TRUE);
  td_writer_push (self->writer, rows);
  return SQLITE_DONE;
}

/**
 * td_batch_end_row:
 * @self: a batch, a value added for each column
 *
 * Returns: as td_batch_write()
 */
int
td_batch_end_row (TdBatch *self)
{
  self->rows->n_rows++;
  return self->rows->n_rows == self->max_rows ? td_batch_write (self) : SQLITE_DONE;
}
