/* td-store.c: one database file: create, open, unlock, close.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

struct _TdStore
{
  gatomicrefcount ref_count;
  TdStore *owner; /* (nullable): of a worker, the store whose lock it lives under */
  char *path;
  int lock;
  sqlite3 *db;
  TdPlan *plan;
  TdVault *vault; /* (nullable): until it is unlocked */
  char *user;     /* (nullable): who unlocked it */
};

static TdStore *
new_store (const char *path)
{
  TdStore *self = g_new0 (TdStore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->lock = -1;
  return self;
}

TdStore *
td_store_ref (TdStore *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
td_store_unref (TdStore *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->vault, td_vault_unref);
  g_clear_pointer (&self->plan, td_plan_unref);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  if (self->lock >= 0)
    close (self->lock);
  g_clear_pointer (&self->owner, td_store_unref);
  g_free (self->user);
  g_free (self->path);
  g_free (self);
}

/* SQLite refuses a path with a symbolic link in it, as a home folder may well have one. */
static char *
resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (path, NULL);
  char *resolved;

  if (real == NULL && errno == ENOENT)
    {
      char *real_folder = realpath (folder, NULL);

      if (real_folder != NULL)
        {
          real = g_build_filename (real_folder, name, NULL);
          free (real_folder);
          return real;
        }
    }
  if (real == NULL)
    {
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED, _ ("“%s” cannot be reached: %s. Check the path."),
                   path, g_strerror (errno));
      return NULL;
    }
  resolved = g_strdup (real);
  free (real);
  return resolved;
}

static gboolean
read_plan (TdStore *self, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (self->db, "SELECT xml FROM plan", error);
  g_autoptr (GBytes) xml = NULL;
  gboolean has_row;

  if (statement == NULL || !td_sql_step (statement, &has_row, error))
    return FALSE;
  xml = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize)sqlite3_column_bytes (statement, 0));
  self->plan = td_plan_parse (xml, error);
  return self->plan != NULL;
}

/* Only the owner may read the file: SQLite gives the journal the same permissions. */
static gboolean
make_empty_file (const char *path, GError **error)
{
  int descriptor = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    return g_close (descriptor, error);
  if (errno == EEXIST)
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_EXISTS,
                 _ ("“%s” is there already. Choose another name; an existing file is never overwritten."), path);
  else
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY, _ ("“%s” could not be made: %s."), path,
                 g_strerror (errno));
  return FALSE;
}

/* SQLite leaves its journal behind, empty. */
static void
remove_files (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

static gboolean
fill_new (TdStore *self, GBytes *plan, const char *user, const char *passphrase, GError **error)
{
  g_autofree char *header = g_strdup_printf ("PRAGMA application_id=%d; BEGIN IMMEDIATE", TD_APPLICATION_ID);
  g_autoptr (TdStatement) add_plan = NULL;
  gsize size;
  const char *xml = g_bytes_get_data (plan, &size);

  self->db = td_sql_open (self->path, TRUE, error);
  if (self->db == NULL || !td_sql_run (self->db, header, error) || !td_schema_migrate (self->db, error))
    return FALSE;
  add_plan = td_sql_prepare (self->db, "INSERT INTO plan (id, xml) VALUES (1, ?1)", error);
  if (add_plan == NULL)
    return FALSE;
  sqlite3_bind_text (add_plan, 1, xml, (int)size, SQLITE_STATIC);
  if (!td_sql_finish (add_plan, error) || !td_keys_create (self->db, user, passphrase, &self->vault, error)
      || !td_sql_run (self->db, "COMMIT", error))
    return FALSE;
  self->user = g_strdup (user);
  return td_units_from_plan (self, error);
}

/**
 * td_store_create:
 * @path: where; nothing may be there
 * @plan: the plan as XML; td_plan_built_in() for the one of Như Xuân
 * @user: the first user's name
 * @passphrase: their passphrase
 * @error: what failed; then no file is left behind
 *
 * Returns: (transfer full) (nullable): a new database on the plan with the plan's units, unlocked
 */
TdStore *
td_store_create (const char *path, GBytes *plan, const char *user, const char *passphrase, GError **error)
{
  g_autofree char *resolved = resolve (path, error);
  g_autoptr (TdStore) self = NULL;

  if (resolved == NULL || !td_vault_start (error))
    return NULL;
  if (*passphrase == '\0')
    {
      g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_PASSPHRASE,
                           _ ("The passphrase is empty. Choose one that you can remember and others cannot guess."));
      return NULL;
    }
  self = new_store (resolved);
  self->plan = td_plan_parse (plan, error);
  if (self->plan == NULL)
    return NULL;
  self->lock = td_lock_take (resolved, error);
  if (self->lock < 0 || !make_empty_file (resolved, error))
    return NULL;
  if (!fill_new (self, plan, user, passphrase, error))
    {
      g_clear_pointer (&self->db, sqlite3_close_v2);
      remove_files (resolved);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * td_store_open:
 * @path: an existing database
 * @error: what failed: not there, not ours, newer, damaged, in use
 *
 * Returns: (transfer full) (nullable): the database, still locked
 */
TdStore *
td_store_open (const char *path, GError **error)
{
  g_autofree char *resolved = resolve (path, error);
  g_autoptr (TdStore) self = NULL;

  if (resolved == NULL || !td_vault_start (error))
    return NULL;
  if (!g_file_test (resolved, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED, _ ("There is no file “%s”. Check the path."), path);
      return NULL;
    }
  self = new_store (resolved);
  self->lock = td_lock_take (resolved, error);
  if (self->lock < 0 || !td_schema_check_header (resolved, error))
    return NULL;
  self->db = td_sql_open (resolved, FALSE, error);
  if (self->db == NULL || !td_schema_check (self->db, error) || !td_sql_run (self->db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!td_schema_migrate (self->db, error) || !td_sql_run (self->db, "COMMIT", error) || !read_plan (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * td_store_open_worker:
 * @self: an unlocked store
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): the same database on a connection of its own, for another thread
 */
TdStore *
td_store_open_worker (TdStore *self, GError **error)
{
  g_autoptr (TdStore) worker = new_store (self->path);
  TdVault *vault = td_store_get_vault (self, error);

  if (vault == NULL)
    return NULL;
  worker->owner = td_store_ref (self);
  worker->db = td_sql_open (self->path, FALSE, error);
  if (worker->db == NULL)
    return NULL;
  worker->plan = td_plan_ref (self->plan);
  worker->vault = td_vault_ref (vault);
  worker->user = g_strdup (self->user);
  return g_steal_pointer (&worker);
}

/**
 * td_store_unlock:
 * @self: the store
 * @user: (nullable): who; %NULL for the only user
 * @passphrase: what they typed
 * @error: %TD_STORE_ERROR_PASSPHRASE, %TD_STORE_ERROR_USER, %TD_STORE_ERROR_TAMPERED or what else failed
 *
 * Takes about half a second of work by design: off the main thread in the window.
 *
 * Returns: whether it is unlocked
 */
gboolean
td_store_unlock (TdStore *self, const char *user, const char *passphrase, GError **error)
{
  TdVault *vault = NULL;
  char *name = td_keys_unlock (self->db, user, passphrase, &vault, error);

  if (name == NULL)
    return FALSE;
  g_clear_pointer (&self->vault, td_vault_unref);
  self->vault = vault;
  g_free (self->user);
  self->user = name;
  return TRUE;
}

gboolean
td_store_is_unlocked (TdStore *self)
{
  return self->vault != NULL;
}

const char *
td_store_get_path (TdStore *self)
{
  return self->path;
}

/**
 * td_store_get_user:
 * @self: the store
 *
 * Returns: (nullable): who unlocked it
 */
const char *
td_store_get_user (TdStore *self)
{
  return self->user;
}

TdPlan *
td_store_get_plan (TdStore *self)
{
  return self->plan;
}

sqlite3 *
td_store_get_db (TdStore *self)
{
  return self->db;
}

TdVault *
td_store_get_vault (TdStore *self, GError **error)
{
  if (self->vault == NULL)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED,
                         _ ("The database is locked. Type the passphrase first."));
  return self->vault;
}

/**
 * td_store_set_setting:
 * @self: the store
 * @name: a setting of this database; nothing personal, it stands in the clear
 * @value: its value
 * @error: what failed
 *
 * Returns: whether it is kept
 */
gboolean
td_store_set_setting (TdStore *self, const char *name, const char *value, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (
    self->db,
    "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  return td_sql_finish (statement, error);
}

/**
 * td_store_get_setting:
 * @self: the store
 * @name: a setting's name
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): its value; %NULL without @error where it was never set
 */
char *
td_store_get_setting (TdStore *self, const char *name, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (self->db, "SELECT value FROM settings WHERE name = ?1", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (!td_sql_step (statement, &has_row, error) || !has_row)
    return NULL;
  return g_strdup (td_sql_text (statement, 0));
}
