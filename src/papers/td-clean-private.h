/* td-clean-private.h: a block's markup to the text that is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

char *td_clean (const char *text, gsize length, gboolean lines);
char *td_clean_markup (const char *markup, gboolean lines, PangoAttrList *attributes, GError **error);
char *td_markup_to_plain (const char *markup);

G_END_DECLS
