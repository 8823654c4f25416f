/* td-sql-private.h: what the store's files share around SQLite: hardened connections, statements, errors in plain
 * words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "ThDn", in the header of every database of this program. */
#define TD_APPLICATION_ID 0x5468446e

/* How many values a statement may take. */
#define TD_SQL_MAX_PARAMETERS 400

typedef sqlite3_stmt TdStatement;

sqlite3 *td_sql_open (const char *path, gboolean create, GError **error);
gboolean td_sql_run (sqlite3 *db, const char *sql, GError **error);
gboolean td_sql_get_number (sqlite3 *db, const char *sql, gint64 *number, GError **error);

TdStatement *td_sql_prepare (sqlite3 *db, const char *sql, GError **error);
gboolean td_sql_bind_text (TdStatement *statement, int parameter, const char *text, GError **error);
gboolean td_sql_step (TdStatement *statement, gboolean *has_row, GError **error);
gboolean td_sql_finish (TdStatement *statement, GError **error);
const char *td_sql_text (TdStatement *statement, int column);

void td_sql_set_error (sqlite3 *db, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStatement, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

G_END_DECLS
