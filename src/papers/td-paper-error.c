/* td-paper-error.c: the papers' error domain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-paper-error.h"

G_DEFINE_QUARK (td - paper - error - quark, td_paper_error)
