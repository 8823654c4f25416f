/* td-exchange.c: the error domain of the exchange of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-exchange.h"

G_DEFINE_QUARK (td - exchange - error - quark, td_exchange_error)
