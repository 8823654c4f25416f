/* td-exchange.h: what reading and writing files has in common: its errors and how it tells how far it is.
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

G_END_DECLS
