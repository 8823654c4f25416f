/* td-fonts-private.h: the one font family of all papers, and the Pango context of the calling thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoLayout *td_fonts_get_layout (GError **error);
gboolean td_fonts_have (gunichar c);

G_END_DECLS
