/* td-flow-private.h: strips, one below another, and where they part into pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-pages-private.h"

G_BEGIN_DECLS

typedef struct _TdStrip TdStrip;

/* What is never torn, unless it is taller than a page or says that it may be. Across, positions are the page's; down,
 * they start at the strip's top. */
struct _TdStrip
{
  double gap;       /* above; not at a page's top */
  double least_top; /* from the page's top, of a strip that follows the head; else 0 */
  double height;
  gboolean keep;   /* on the page of the next strip */
  gboolean tear;   /* may part between its lines */
  GArray *placed;  /* TdPlaced */
  GArray *rules;   /* TdRule */
  TdStrip *repeat; /* (nullable): what stands again above this one where it starts a page: a table's head */
  double x1, x2;   /* of the rule that closes a torn row */
  char *bookmark;  /* (nullable) */
  guint level;
};

typedef struct
{
  double width, height; /* of the page */
  double foot;          /* what the first page keeps free at its foot */
  guint section;
  GPtrArray *strips; /* TdStrip */
} TdFlow;

TdFlow *td_flow_new (guint section, gboolean landscape);
void td_flow_free (TdFlow *self);
TdStrip *td_flow_add (TdFlow *self, double gap, double height);
void td_flow_paginate (TdFlow *self, TdPages *pages);

TdStrip *td_strip_new (double gap, double height);
TdStrip *td_strip_ref (TdStrip *self);
void td_strip_unref (TdStrip *self);
void td_strip_place (TdStrip *self, const TdText *text, double x, double y, TdTag tag);
TdStrip *td_strip_tear (const TdStrip *self, double room, TdStrip **rest);
void td_strip_rule (TdStrip *self, double x1, double y1, double x2, double y2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFlow, td_flow_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStrip, td_strip_unref)

G_END_DECLS
