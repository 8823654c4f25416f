/* td-query.h: running the SQL of resources/criteria over the registers' columns in the clear. No SQL is built from
 * data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

G_BEGIN_DECLS

typedef struct _TdQuery TdQuery;

/* A parameter of a query: the text; where that is NULL the number, or nothing at all where is_null. */
typedef struct
{
  const char *name; /* with its colon */
  const char *text;
  gint64 number;
  gboolean is_null;
} TdParameter;

gboolean td_query_begin_reading (TdStore *store, GError **error);
void td_query_end_reading (TdStore *store);

gboolean td_query_run (TdStore *store, const char *sql, const TdParameter *parameters, guint n_parameters,
                       GError **error);
TdQuery *td_query_open (TdStore *store, const char *sql, const TdParameter *parameters, guint n_parameters,
                        GError **error);
gboolean td_query_next (TdQuery *self, GError **error);
const char *td_query_get_text (TdQuery *self, guint column);
gint64 td_query_get_number (TdQuery *self, guint column);
gboolean td_query_is_null (TdQuery *self, guint column);
void td_query_free (TdQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdQuery, td_query_free)

G_END_DECLS
