/* td-vault.h: the data key while it is unlocked: seals and opens cells, hashes what must be unique, chains the audit
 * log. Tests may make key derivation cheap; nothing else of it is for other rooms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-error.h"

G_BEGIN_DECLS

typedef struct _TdVault TdVault;

#define TD_VAULT_SALT_SIZE 16
#define TD_VAULT_HASH_SIZE 32

/* How a user's passphrase becomes the key that wraps their data keys. */
typedef struct
{
  gint64 version;
  guint8 salt[TD_VAULT_SALT_SIZE];
  gint64 operations;
  gint64 memory; /* bytes */
} TdKeySlot;

gboolean td_vault_start (GError **error);
void td_vault_use_test_cost (void);

TdVault *td_vault_new (void);
TdVault *td_vault_ref (TdVault *self);
void td_vault_unref (TdVault *self);

gboolean td_vault_wrap (TdVault *self, const char *user, const char *passphrase, TdKeySlot *slot,
                        GByteArray *sealed_key, GError **error);
TdVault *td_vault_unwrap (const char *user, const char *passphrase, const TdKeySlot *slot, gint64 key_id,
                          const guint8 *sealed_key, gsize size, GError **error);

gint64 td_vault_get_key_id (TdVault *self);
GBytes *td_vault_seal (TdVault *self, const char *table, gint64 row, const char *column, const char *text);
char *td_vault_open (TdVault *self, const char *table, gint64 row, const char *column, const guint8 *cell, gsize size,
                     GError **error);
void td_vault_hash (TdVault *self, const char *table, const char *column, const char *text,
                    guint8 hash[TD_VAULT_HASH_SIZE]);
void td_vault_chain (TdVault *self, const guint8 previous[TD_VAULT_HASH_SIZE], const char *const *parts, guint n_parts,
                     guint8 chain[TD_VAULT_HASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdVault, td_vault_unref)

G_END_DECLS
