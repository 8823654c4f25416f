/* td-sql.c: hardened SQLite connections, statements, and SQLite's errors in plain words.
 *
 * What is set on a connection and why was measured: TRUNCATE with EXTRA lost no acknowledged commit in a power cut, WAL
 * of this SQLite has a race that loses some; the rest closes doors that this program does not use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sql-private.h"

#include <glib/gi18n-lib.h>

#define MEBIBYTE (1024 * 1024)

/**
 * td_sql_set_error:
 * @db: (nullable): the connection
 * @code: SQLite's result code
 * @error: set to what happened and what to do; names no value of any row
 */
void
td_sql_set_error (sqlite3 *db, int code, GError **error)
{
  TdStoreError kind = TD_STORE_ERROR_FAILED;
  const char *message;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      kind = TD_STORE_ERROR_DISK_FULL;
      message = _ ("The disk is full. Nothing was changed; free some space and try again.");
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      kind = TD_STORE_ERROR_READ_ONLY;
      message
        = _ ("The database may not be written here. Check the folder's permissions or copy the file to your own disk.");
      break;
    case SQLITE_CANTOPEN:
      message = _ (
        "The database could not be opened. Check that the file and its folder are there and may be read and written.");
      break;
    case SQLITE_NOTADB:
      kind = TD_STORE_ERROR_NOT_OURS;
      message = _ ("This file is not a Thẩm Định database. Choose another file.");
      break;
    case SQLITE_CORRUPT:
      kind = TD_STORE_ERROR_DAMAGED;
      message = _ ("The database file is damaged. Change nothing in it and open your latest backup.");
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      kind = TD_STORE_ERROR_IN_USE;
      message = _ ("The database is busy with another task. Wait a moment and try again.");
      break;
    case SQLITE_INTERRUPT:
      kind = TD_STORE_ERROR_CANCELLED;
      message = _ ("Cancelled; nothing was changed.");
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          kind = TD_STORE_ERROR_REFERENCE;
          message = _ ("A row refers to one that is not there. Enter that one first.");
          break;
        }
      message = _ ("A value is not one that the register may hold. Nothing was changed.");
      break;
    case SQLITE_IOERR:
      /* Where the very last call of a commit failed, the change is in the file. */
      message
        = _ ("The disk did not answer as it should. Check the disk, then look whether your change is there before "
             "you make it again.");
      break;
    default:
      g_set_error (error, TD_STORE_ERROR, kind, _ ("The database refused: %s."),
                   db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
      return;
    }
  g_set_error_literal (error, TD_STORE_ERROR, kind, message);
}

static gboolean
set_options (sqlite3 *db, GError **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },   { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },     { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int set = -1;
      int code = sqlite3_db_config (db, options[i].option, options[i].value, &set);

      if (code != SQLITE_OK || set != options[i].value)
        {
          td_sql_set_error (db, code, error);
          return FALSE;
        }
    }
  return TRUE;
}

static void
set_limits (sqlite3 *db)
{
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 16 * MEBIBYTE }, { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },           { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 8 },    { SQLITE_LIMIT_VDBE_OP, 50000 },
    { SQLITE_LIMIT_ATTACHED, 0 },           { SQLITE_LIMIT_VARIABLE_NUMBER, TD_SQL_MAX_PARAMETERS },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
}

/* A pragma's value is read back: in defensive mode SQLite may answer OK and keep the old one. */
static gboolean
set_pragmas (sqlite3 *db, GError **error)
{
  static const struct
  {
    const char *set;
    const char *get;
    const char *value;
  } pragmas[] = {
    { "PRAGMA journal_mode=TRUNCATE", "PRAGMA journal_mode", "truncate" },
    { "PRAGMA synchronous=EXTRA", "PRAGMA synchronous", "3" },
    { "PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1" },
    { "PRAGMA secure_delete=ON", "PRAGMA secure_delete", "1" },
    { "PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2" },
    { "PRAGMA cell_size_check=ON", "PRAGMA cell_size_check", "1" },
    { "PRAGMA mmap_size=0", "PRAGMA mmap_size", "0" },
    { "PRAGMA cache_size=-65536", "PRAGMA cache_size", "-65536" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_autoptr (TdStatement) statement = NULL;
      gboolean has_row;

      if (!td_sql_run (db, pragmas[i].set, error))
        return FALSE;
      statement = td_sql_prepare (db, pragmas[i].get, error);
      if (statement == NULL || !td_sql_step (statement, &has_row, error))
        return FALSE;
      if (!has_row || g_strcmp0 (td_sql_text (statement, 0), pragmas[i].value) != 0)
        {
          g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
                       _ ("The database does not take the safe setting “%s”; it was not opened."), pragmas[i].set);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * td_sql_open:
 * @path: a database file
 * @create: whether the file may still be empty; otherwise it must be there
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): a connection with every guard set
 */
sqlite3 *
td_sql_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  int code;

  sqlite3_hard_heap_limit64 (256 * MEBIBYTE);
  code = sqlite3_open_v2 (path, &db, flags | (create ? SQLITE_OPEN_CREATE : 0), NULL);
  if (code != SQLITE_OK)
    {
      td_sql_set_error (db, code, error);
      return NULL;
    }
  sqlite3_busy_timeout (db, 5000);
  set_limits (db);
  if (!set_options (db, error) || !set_pragmas (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * td_sql_run:
 * @db: a connection
 * @sql: one or more statements of the program's own, without parameters
 * @error: what failed
 *
 * Returns: whether all of them ran
 */
gboolean
td_sql_run (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  td_sql_set_error (db, code, error);
  return FALSE;
}

/**
 * td_sql_get_number:
 * @db: a connection
 * @sql: a query of one number
 * @number: (out): its answer
 * @error: what failed
 *
 * Returns: whether there is an answer; 0 where there is no row
 */
gboolean
td_sql_get_number (sqlite3 *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (db, sql, error);
  gboolean has_row;

  if (statement == NULL || !td_sql_step (statement, &has_row, error))
    return FALSE;
  *number = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * td_sql_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the statement
 */
TdStatement *
td_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  TdStatement *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    return statement;
  td_sql_set_error (db, code, error);
  return NULL;
}

/**
 * td_sql_bind_text:
 * @statement: a statement
 * @parameter: a parameter's number
 * @text: (nullable): its value
 * @error: what failed: too long, or no memory; left unseen, the statement would run with NULL
 *
 * Returns: whether it is bound
 */
gboolean
td_sql_bind_text (TdStatement *statement, int parameter, const char *text, GError **error)
{
  int code = sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);

  if (code == SQLITE_OK)
    return TRUE;
  td_sql_set_error (sqlite3_db_handle (statement), code, error);
  return FALSE;
}

/**
 * td_sql_step:
 * @statement: a statement
 * @has_row: (out): whether it stands on a row now
 * @error: what failed
 *
 * Returns: %FALSE when it failed
 */
gboolean
td_sql_step (TdStatement *statement, gboolean *has_row, GError **error)
{
  int code = sqlite3_step (statement);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  td_sql_set_error (sqlite3_db_handle (statement), code, error);
  return FALSE;
}

/**
 * td_sql_finish:
 * @statement: a statement that answers no rows, its parameters bound
 * @error: what failed
 *
 * Runs it and makes it ready to be bound and run again.
 *
 * Returns: whether it ran
 */
gboolean
td_sql_finish (TdStatement *statement, GError **error)
{
  gboolean has_row;
  gboolean ran = td_sql_step (statement, &has_row, error);

  sqlite3_reset (statement);
  return ran;
}

const char *
td_sql_text (TdStatement *statement, int column)
{
  return (const char *)sqlite3_column_text (statement, column);
}
