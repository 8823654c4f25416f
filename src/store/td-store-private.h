/* td-store-private.h: what the store's files share of an open database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-sql-private.h"
#include "td-store.h"
#include "td-vault.h"

G_BEGIN_DECLS

sqlite3 *td_store_get_db (TdStore *self);
TdVault *td_store_get_vault (TdStore *self, GError **error);

gboolean td_schema_migrate (sqlite3 *db, GError **error);
gboolean td_schema_check_header (const char *path, GError **error);
gboolean td_schema_check (sqlite3 *db, GError **error);

int td_lock_take (const char *path, GError **error);

gboolean td_keys_create (sqlite3 *db, const char *user, const char *passphrase, TdVault **vault, GError **error);
char *td_keys_unlock (sqlite3 *db, const char *user, const char *passphrase, TdVault **vault, GError **error);

gboolean td_units_from_plan (TdStore *store, GError **error);

G_END_DECLS
