/* td-error.c: the store's error domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-error.h"

G_DEFINE_QUARK (td - store - error - quark, td_store_error)
