/* td-shape-private.h: a block's markup to lines of glyphs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-pages-private.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  TD_SET_LEFT,
  TD_SET_CENTRE,
  TD_SET_RIGHT,
  TD_SET_JUSTIFIED,
} TdSet;

typedef struct
{
  double size;
  gboolean bold, italic;
  TdSet set;
  double width;      /* of the column */
  double indent;     /* of the first line */
  gboolean balanced; /* all lines about as long */
  gboolean lines;    /* a line feed breaks the line */
} TdStyle;

GPtrArray *td_shape (TdPages *pages, PangoLayout *layout, const char *markup, const TdStyle *style, GError **error);

G_END_DECLS
