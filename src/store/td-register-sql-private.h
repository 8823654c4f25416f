/* td-register-sql-private.h: a register's statements, prepared, for who reads (td-register-sql.c) and who writes
 * (td-register-write.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-batch-private.h"
#include "td-key-filter-private.h"
#include "td-register.h"
#include "td-vault.h"

G_BEGIN_DECLS

typedef struct
{
  const TdRegister *reg;
  TdStatement *find; /* row_id and all columns, by key */
  gboolean is_finding;
  TdBatch *insert;
  TdStatement *update;
  TdStatement *delete;
  TdStatement *snapshot;
  TdStatement *overlap; /* (nullable): of a register that holds periods */
  gint64 last_row;
  TdKeyFilter *keys;  /* (nullable): of the rows put since it gathers */
  gboolean was_empty; /* then: there are no others */
  gboolean waits;     /* some of these rows are not written yet */

  /* Of the row being bound: */
  gint64 id;
  gboolean is_new;
  guint64 key;  /* its td_key_hash() */
  int bound;    /* the first failure to bind a value of it: SQLite would write NULL there */
  GString *log; /* as the audit log will have it */
} TdRegisterSql;

TdRegisterSql *td_register_sql_new (sqlite3 *db, const TdRegister *reg, GError **error);
void td_register_sql_free (TdRegisterSql *self);

gboolean td_register_sql_gather (TdRegisterSql *self, TdWriter *writer, GError **error);
gboolean td_register_sql_gathers (TdRegisterSql *self);
gboolean td_register_sql_flush (TdRegisterSql *self, GError **error);
gboolean td_register_sql_may_have (TdRegisterSql *self, const char *const *values);
gboolean td_register_sql_waits (TdRegisterSql *self, const char *const *values);
gboolean td_register_sql_find (TdRegisterSql *self, const char *const *values, gint64 *row, GError **error);
gboolean td_register_sql_read (TdRegisterSql *self, TdVault *vault, gint64 row, guint field, char **value,
                               GError **error);
GBytes *td_register_sql_get_cell (TdRegisterSql *self, guint field);
void td_register_sql_release (TdRegisterSql *self);

gint64 td_register_sql_start (TdRegisterSql *self, gint64 row);
void td_register_sql_start_again (TdRegisterSql *self, gint64 row);
void td_register_sql_bind (TdRegisterSql *self, guint field, const char *value);
void td_register_sql_bind_cell (TdRegisterSql *self, guint field, GBytes *cell, const guint8 *hash);
gboolean td_register_sql_write (TdRegisterSql *self, GError **error);
const char *td_register_sql_get_log (TdRegisterSql *self);

gboolean td_register_sql_report (TdRegisterSql *self, int code, GError **error);
gboolean td_register_sql_delete (TdRegisterSql *self, gint64 row, GError **error);
gboolean td_register_sql_find_overlap (TdRegisterSql *self, gint64 row, gint64 *other, gboolean *other_is_later,
                                       GError **error);
gboolean td_register_sql_snapshot (TdRegisterSql *self, gint64 row, char **json, GError **error);

G_END_DECLS
