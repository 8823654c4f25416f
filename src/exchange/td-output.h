/* td-output.h: files that appear whole or not at all: each is written under a temporary name beside its own, and all
 * take their names together at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-exchange.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdOutput TdOutput;

TdOutput *td_output_new (const char *folder, GError **error);
const char *td_output_add (TdOutput *self, const char *name, GError **error);
GOutputStream *td_output_add_stream (TdOutput *self, const char *name, GError **error);
gboolean td_output_publish (TdOutput *self, GError **error);
void td_output_free (TdOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOutput, td_output_free)

G_END_DECLS
