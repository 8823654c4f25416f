/* td-exchange.h: what reading and writing files has in common: its errors how it tells how far it is, and which files
 * it looks at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_EXCHANGE_ERROR (td_exchange_error_quark ())
GQuark td_exchange_error_quark (void);

typedef enum
{
  TD_EXCHANGE_ERROR_RECORD, /* one record is not well formed; the next call reads on behind it */
  TD_EXCHANGE_ERROR_FORMAT, /* the file is not what it should be; nothing more can be read from it */
  TD_EXCHANGE_ERROR_LIMIT,  /* the file is larger than this program takes; nothing more can be read from it */
  TD_EXCHANGE_ERROR_WRITE,  /* a file cannot be written */
} TdExchangeError;

/* Called now and then in long work, on the thread that does it; @done never exceeds @total. */
typedef void (*TdProgress) (guint64 done, guint64 total, gpointer data);

gboolean td_path_has_suffix (const char *path, const char *const *suffixes);
GPtrArray *td_folder_list (const char *path, const char *const *suffixes, GError **error);

/* What text files are called. */
extern const char *const td_text_suffixes[];

G_END_DECLS
