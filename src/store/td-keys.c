/* td-keys.c: the vault's tables: users, data keys and who holds which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
save_slot (sqlite3 *db, const char *user, const TdKeySlot *slot, TdVault *vault, GByteArray *sealed_key, GError **error)
{
  g_autoptr (TdStatement) add_key
    = td_sql_prepare (db, "INSERT INTO vault_keys (id, purpose) VALUES (?1, 'registers')", error);
  g_autoptr (TdStatement) add_user = NULL;
  g_autoptr (TdStatement) add_grant = NULL;

  if (add_key == NULL)
    return FALSE;
  sqlite3_bind_int64 (add_key, 1, td_vault_get_key_id (vault));
  if (!td_sql_finish (add_key, error))
    return FALSE;

  add_user = td_sql_prepare (
    db, "INSERT INTO vault_users (name, version, salt, operations, memory) VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (add_user == NULL)
    return FALSE;
  sqlite3_bind_text (add_user, 1, user, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (add_user, 2, slot->version);
  sqlite3_bind_blob (add_user, 3, slot->salt, TD_VAULT_SALT_SIZE, SQLITE_STATIC);
  sqlite3_bind_int64 (add_user, 4, slot->operations);
  sqlite3_bind_int64 (add_user, 5, slot->memory);
  if (!td_sql_finish (add_user, error))
    return FALSE;

  add_grant = td_sql_prepare (
    db, "INSERT INTO vault_grants (user, key, sealed_key) VALUES (last_insert_rowid (), ?1, ?2)", error);
  if (add_grant == NULL)
    return FALSE;
  sqlite3_bind_int64 (add_grant, 1, td_vault_get_key_id (vault));
  sqlite3_bind_blob (add_grant, 2, sealed_key->data, (int)sealed_key->len, SQLITE_STATIC);
  return td_sql_finish (add_grant, error);
}

/**
 * td_keys_create:
 * @db: a connection to a new database, in a transaction
 * @user: the first user's name
 * @passphrase: their passphrase
 * @vault: (out) (transfer full): the new vault, unlocked
 * @error: what failed
 *
 * Returns: whether the first user and the first key are in the database
 */
gboolean
td_keys_create (sqlite3 *db, const char *user, const char *passphrase, TdVault **vault, GError **error)
{
  g_autoptr (TdVault) made = td_vault_new ();
  g_autoptr (GByteArray) sealed_key = g_byte_array_new ();
  TdKeySlot slot;

  if (!td_vault_wrap (made, user, passphrase, &slot, sealed_key, error)
      || !save_slot (db, user, &slot, made, sealed_key, error))
    return FALSE;
  *vault = g_steal_pointer (&made);
  return TRUE;
}

/**
 * td_keys_unlock:
 * @db: a connection
 * @user: (nullable): who; %NULL for the only user
 * @passphrase: what they typed
 * @vault: (out) (transfer full): the vault, unlocked
 * @error: no such user, a wrong passphrase, or a slot that was changed
 *
 * Returns: (transfer full) (nullable): the user's name
 */
char *
td_keys_unlock (sqlite3 *db, const char *user, const char *passphrase, TdVault **vault, GError **error)
{
  g_autoptr (TdStatement) find
    = td_sql_prepare (db,
                      "SELECT name, version, salt, operations, memory, key, sealed_key FROM vault_users "
                      "JOIN vault_grants ON vault_grants.user = vault_users.id "
                      "WHERE ?1 IS NULL OR name = ?1 ORDER BY vault_users.id LIMIT 1",
                      error);
  gboolean has_row;
  TdKeySlot slot;

  if (find == NULL)
    return NULL;
  sqlite3_bind_text (find, 1, user, -1, SQLITE_STATIC);
  if (!td_sql_step (find, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_USER,
                   _ ("This database has no user “%s”. Check the name, or leave it out."), user != NULL ? user : "");
      return NULL;
    }

  memset (&slot, 0, sizeof slot);
  slot.version = sqlite3_column_int64 (find, 1);
  if (sqlite3_column_bytes (find, 2) == TD_VAULT_SALT_SIZE)
    memcpy (slot.salt, sqlite3_column_blob (find, 2), TD_VAULT_SALT_SIZE);
  slot.operations = sqlite3_column_int64 (find, 3);
  slot.memory = sqlite3_column_int64 (find, 4);
  *vault = td_vault_unwrap (td_sql_text (find, 0), passphrase, &slot, sqlite3_column_int64 (find, 5),
                            sqlite3_column_blob (find, 6), (gsize)sqlite3_column_bytes (find, 6), error);
  return *vault != NULL ? g_strdup (td_sql_text (find, 0)) : NULL;
}
