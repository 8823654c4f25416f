/* td-writing.h: Vietnamese as it was written before Unicode: TCVN3 (the fonts .VnTime and the like) and VNI.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TD_WRITING_UNICODE,
  TD_WRITING_TCVN3,
  TD_WRITING_VNI,
} TdWriting;

#define TD_N_WRITINGS 3

char *td_writing_decode_bytes (const char *bytes, gsize length, GError **error);
char *td_writing_convert (TdWriting self, const char *text);
TdWriting td_writing_guess (const char *const *texts, guint n_texts);

G_END_DECLS
