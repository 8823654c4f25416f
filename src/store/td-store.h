/* td-store.h: one database file: create, open, unlock, close. Everything in it is read through td-rows.h and td-query.h
 * and changed through td-change.h alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-error.h"
#include "td-plan.h"

G_BEGIN_DECLS

typedef struct _TdStore TdStore;

TdStore *td_store_create (const char *path, GBytes *plan, const char *user, const char *passphrase, GError **error);
TdStore *td_store_open (const char *path, GError **error);
TdStore *td_store_open_worker (TdStore *self, GError **error);
TdStore *td_store_ref (TdStore *self);
void td_store_unref (TdStore *self);

gboolean td_store_unlock (TdStore *self, const char *user, const char *passphrase, GError **error);
gboolean td_store_is_unlocked (TdStore *self);

const char *td_store_get_path (TdStore *self);
const char *td_store_get_user (TdStore *self);
TdPlan *td_store_get_plan (TdStore *self);
gboolean td_store_set_setting (TdStore *self, const char *name, const char *value, GError **error);
char *td_store_get_setting (TdStore *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStore, td_store_unref)

G_END_DECLS
