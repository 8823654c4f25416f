/* td-layout-private.h: what the files that lay out one kind of block share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-flow-private.h"
#include "td-measures.h"
#include "td-shape-private.h"

G_BEGIN_DECLS

typedef struct
{
  const TdDraft *draft;
  TdPages *pages;
  PangoLayout *pango;
  TdFlow *flow;       /* of the paper or of the annex that is being laid out */
  double left, width; /* of its text */
  guint block;        /* counts what is tagged */
  guint heading[3], article, clause, point, annex;
  guint n_annexes;
} TdLayouter;

/* One below another from @y. */
typedef struct
{
  double y;          /* the bottom so far */
  double last_width; /* of the last line */
} TdStack;

TdTag td_layouter_next_tag (TdLayouter *self, TdRole role);
gboolean td_layouter_stack (TdLayouter *self, TdStrip *strip, const char *markup, const TdStyle *style, double left,
                            TdTag tag, TdStack *stack, GError **error);

gboolean td_layout_head (TdLayouter *self, GError **error);
gboolean td_layout_margins (TdLayouter *self, GError **error);
gboolean td_layout_text (TdLayouter *self, const TdBlock *block, GError **error);
gboolean td_layout_table (TdLayouter *self, const TdBlock *block, GError **error);
gboolean td_layout_addressees (TdLayouter *self, const TdBlock *block, GError **error);
gboolean td_layout_end (TdLayouter *self, const TdBlock *signatures, const TdBlock *recipients, GError **error);

char *td_number_roman (guint number);
char *td_number_letter (guint number);

G_END_DECLS
