/* td-writer-private.h: a thread that writes while another reads, checks and seals what comes next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sql-private.h"

G_BEGIN_DECLS

typedef struct _TdWriter TdWriter;

/* Writes @data and frees it, even where there is nothing to write it for: answers %SQLITE_DONE or what failed. */
typedef int (*TdWrite) (gpointer data, gboolean is_wanted);

TdWriter *td_writer_new (TdWrite write);
void td_writer_free (TdWriter *self);
void td_writer_push (TdWriter *self, gpointer data);
int td_writer_wait (TdWriter *self);
int td_writer_get_code (TdWriter *self);

G_END_DECLS
