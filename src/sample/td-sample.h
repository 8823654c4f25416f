/* td-sample.h: an invented district to try the program on: the same rows on every machine, no real person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-store.h"

G_BEGIN_DECLS

#define TD_SAMPLE_ERROR (td_sample_error_quark ())
GQuark td_sample_error_quark (void);

typedef enum
{
  TD_SAMPLE_ERROR_OTHER_PLAN, /* the database does not stand on the plan of Như Xuân */
  TD_SAMPLE_ERROR_NOT_EMPTY,  /* somebody's registers are in it already */
} TdSampleError;

/* Everybody may know it: nothing in the sample is anybody's. */
#define TD_SAMPLE_PASSPHRASE "mau huyen nhu xuan"

/* The day to look at it first: half of the communes meet all ten criteria, most others miss one by a hair. */
#define TD_SAMPLE_DAY "2025-11-30"

gboolean td_sample_fill (TdStore *store, GError **error);

G_END_DECLS
