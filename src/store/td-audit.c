/* td-audit.c: the audit log: who changed which row when, before and after, each entry chained to the one before by a
 * keyed hash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-audit.h"

#include "td-audit-private.h"
#include "td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_COLUMNS 9

struct _TdAudit
{
  TdStore *store; /* not owned: lives in a change of that store */
  TdVault *vault; /* of the store */
  TdBatch *insert;
  gint64 change; /* the number of this change */
  char *reason;
  char *at;
  guint8 chain[TD_VAULT_HASH_SIZE];
};

static gboolean
read_last (TdAudit *self, GError **error)
{
  g_autoptr (TdStatement) statement = td_sql_prepare (
    td_store_get_db (self->store), "SELECT chain, change FROM audit ORDER BY seq DESC LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL || !td_sql_step (statement, &has_row, error))
    return FALSE;
  self->change = has_row ? sqlite3_column_int64 (statement, 1) + 1 : 1;
  if (has_row && sqlite3_column_bytes (statement, 0) == TD_VAULT_HASH_SIZE)
    memcpy (self->chain, sqlite3_column_blob (statement, 0), TD_VAULT_HASH_SIZE);
  return TRUE;
}

/**
 * td_audit_begin:
 * @store: an unlocked store, in a transaction
 * @reason: what the change is
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): where the transaction's entries go
 */
TdAudit *
td_audit_begin (TdStore *store, const char *reason, GError **error)
{
  TdAudit *self = g_new0 (TdAudit, 1);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->store = store;
  self->reason = g_strdup (reason);
  self->at = g_date_time_format_iso8601 (now);
  self->vault = td_store_get_vault (store, error);
  if (self->vault != NULL && read_last (self, error))
    self->insert = td_batch_new (td_store_get_db (store),
                                 "INSERT INTO audit (change, at, user, reason, register, row, before, after, chain)",
                                 N_COLUMNS, error);
  if (self->insert != NULL)
    return self;
  td_audit_free (self);
  return NULL;
}

void
td_audit_free (TdAudit *self)
{
  g_clear_pointer (&self->insert, td_batch_free);
  g_free (self->reason);
  g_free (self->at);
  g_free (self);
}

/**
 * td_audit_gather:
 * @self: the audit
 * @writer: as td_batch_gather() takes it
 * @error: what failed
 *
 * From now on entries wait to be written with others, or for td_audit_flush().
 *
 * Returns: whether it is so
 */
gboolean
td_audit_gather (TdAudit *self, TdWriter *writer, GError **error)
{
  return td_batch_gather (self->insert, writer, error);
}

static gboolean
report (TdAudit *self, int code, GError **error)
{
  if (code == SQLITE_DONE)
    return TRUE;
  td_sql_set_error (td_store_get_db (self->store), code, error);
  return FALSE;
}

/**
 * td_audit_flush:
 * @self: the audit
 * @error: what failed
 *
 * Returns: whether no entry waits any more but at the writer
 */
gboolean
td_audit_flush (TdAudit *self, GError **error)
{
  return report (self, td_batch_write (self->insert), error);
}

/**
 * td_audit_append:
 * @self: the audit
 * @reg: the register's name
 * @row: the row's row_id
 * @before: (nullable): the row as it was, sealed values sealed; %NULL where it is new
 * @after: (nullable): the row as it is; %NULL where it is gone
 * @error: what failed
 *
 * Returns: whether the entry is in the transaction, or waits
 */
gboolean
td_audit_append (TdAudit *self, const char *reg, gint64 row, const char *before, const char *after, GError **error)
{
  const char *user = td_store_get_user (self->store);
  char row_text[24], change_text[24];
  const char *parts[] = { change_text, self->at, user, self->reason, reg, row_text, before, after };

  g_snprintf (row_text, sizeof row_text, "%" G_GINT64_FORMAT, row);
  g_snprintf (change_text, sizeof change_text, "%" G_GINT64_FORMAT, self->change);
  td_vault_chain (self->vault, self->chain, parts, G_N_ELEMENTS (parts), self->chain);
  td_batch_add_number (self->insert, self->change);
  td_batch_add_text (self->insert, self->at);
  td_batch_add_text (self->insert, user);
  td_batch_add_text (self->insert, self->reason);
  td_batch_add_text (self->insert, reg);
  td_batch_add_number (self->insert, row);
  td_batch_add_text (self->insert, before);
  td_batch_add_text (self->insert, after);
  td_batch_add_blob (self->insert, self->chain, TD_VAULT_HASH_SIZE);
  return report (self, td_batch_end_row (self->insert), error);
}

/**
 * td_audit_verify:
 * @store: an unlocked store
 * @n_entries: (out): how many entries were checked
 * @error: %TD_STORE_ERROR_TAMPERED where an entry was changed, put in or taken out; a log cut short at its end is not
 *   noticed by the chain alone
 *
 * Returns: whether the log is as this program wrote it
 */
gboolean
td_audit_verify (TdStore *store, guint64 *n_entries, GError **error)
{
  TdVault *vault = td_store_get_vault (store, error);
  g_autoptr (TdStatement) entries = NULL;
  guint8 chain[TD_VAULT_HASH_SIZE] = { 0 };
  gboolean has_row, read;

  *n_entries = 0;
  if (vault == NULL)
    return FALSE;
  entries = td_sql_prepare (
    td_store_get_db (store),
    "SELECT change, at, user, reason, register, row, before, after, chain FROM audit ORDER BY seq", error);
  if (entries == NULL)
    return FALSE;
  while ((read = td_sql_step (entries, &has_row, error)) && has_row)
    {
      const char *parts[8];

      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        parts[i] = td_sql_text (entries, (int)i);
      td_vault_chain (vault, chain, parts, G_N_ELEMENTS (parts), chain);
      if (sqlite3_column_bytes (entries, 8) != TD_VAULT_HASH_SIZE
          || memcmp (sqlite3_column_blob (entries, 8), chain, TD_VAULT_HASH_SIZE) != 0)
        {
          g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED,
                       _ ("The audit log was changed outside the program at entry %lu"
                          ". Keep this file as it is and compare with your latest backup."),
                       (gulong)*n_entries + 1);
          return FALSE;
        }
      (*n_entries)++;
    }
  return read;
}
