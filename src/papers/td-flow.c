/* td-flow.c: parts strips into pages. What belongs together goes to the next page together; what is taller than a page
 * is torn between its lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-flow-private.h"

#include "td-measures.h"

/* Of a strip that may be torn, at least this much stands before the tear. */
#define LEAST_PART 48.0
/* Sums of heights differ from their parts in the last digits. */
#define SLACK 0.01

typedef struct
{
  TdFlow *flow;
  TdPages *pages;
  TdPage *page;
  guint n_page; /* within the flow */
  double y;
  gboolean empty; /* nothing on the page yet */
} Pager;

TdFlow *
td_flow_new (guint section, gboolean landscape)
{
  TdFlow *self = g_new0 (TdFlow, 1);

  self->width = landscape ? TD_PAGE_LONG : TD_PAGE_SHORT;
  self->height = landscape ? TD_PAGE_SHORT : TD_PAGE_LONG;
  self->section = section;
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify)td_strip_unref);
  return self;
}

void
td_flow_free (TdFlow *self)
{
  g_ptr_array_unref (self->strips);
  g_free (self);
}

/**
 * td_flow_add:
 * @self: a flow
 * @gap: what is free above the strip
 * @height: the strip's
 *
 * Returns: (transfer none): the new last strip
 */
TdStrip *
td_flow_add (TdFlow *self, double gap, double height)
{
  TdStrip *strip = td_strip_new (gap, height);

  g_ptr_array_add (self->strips, strip);
  return strip;
}

static double
page_bottom (const Pager *pager)
{
  return pager->flow->height - TD_MARGIN_BOTTOM - (pager->n_page == 1 ? pager->flow->foot : 0) + SLACK;
}

static void
turn_page (Pager *pager)
{
  pager->n_page++;
  pager->page
    = td_pages_add (pager->pages, pager->flow->width, pager->flow->height, pager->flow->section, pager->n_page);
  pager->y = TD_MARGIN_TOP;
  pager->empty = TRUE;
}

static void
copy_down (Pager *pager, const TdStrip *strip)
{
  for (guint i = 0; i < strip->placed->len; i++)
    {
      TdPlaced placed = g_array_index (strip->placed, TdPlaced, i);

      placed.y += pager->y;
      g_array_append_val (pager->page->placed, placed);
    }
  for (guint i = 0; i < strip->rules->len; i++)
    {
      TdRule rule = g_array_index (strip->rules, TdRule, i);

      rule.y1 += pager->y;
      rule.y2 += pager->y;
      g_array_append_val (pager->page->rules, rule);
    }
  pager->y += strip->height;
  pager->empty = FALSE;
}

static double
top_for (const Pager *pager, const TdStrip *strip)
{
  double y = pager->y;

  if (!pager->empty)
    y += strip->gap;
  else if (strip->repeat != NULL)
    y += strip->repeat->height;
  return pager->n_page == 1 && pager->flow->section == 0 ? MAX (y, strip->least_top) : y;
}

static void
place (Pager *pager, const TdStrip *strip)
{
  if (pager->empty && strip->repeat != NULL)
    copy_down (pager, strip->repeat);
  else
    pager->y = top_for (pager, strip);
  if (strip->bookmark != NULL)
    td_pages_add_bookmark (pager->pages, strip->bookmark, strip->level, pager->pages->pages->len - 1, pager->y);
  copy_down (pager, strip);
}

/* The bottom of strip @first and of all that must stand on its page. */
static double
chain_bottom (const Pager *pager, guint first)
{
  const GPtrArray *strips = pager->flow->strips;
  const TdStrip *strip = g_ptr_array_index (strips, first);
  double y = top_for (pager, strip);

  for (guint i = first;; i++)
    {
      strip = g_ptr_array_index (strips, i);
      if (i > first)
        y += strip->gap;
      if (strip->tear)
        return y + MIN (strip->height, LEAST_PART);
      y += strip->height;
      if (!strip->keep || i + 1 == strips->len)
        return y;
    }
}

static gboolean
chain_fits (const Pager *pager, guint first)
{
  return chain_bottom (pager, first) <= page_bottom (pager);
}

static gboolean
strip_fits (const Pager *pager, const TdStrip *strip)
{
  return top_for (pager, strip) + strip->height <= page_bottom (pager);
}

/* Places what fits of a strip and goes on with the rest on as many pages as it takes. */
static void
place_torn (Pager *pager, const TdStrip *whole)
{
  g_autoptr (TdStrip) strip = td_strip_ref ((TdStrip *)whole);

  while (!strip_fits (pager, strip))
    {
      TdStrip *rest = NULL;
      g_autoptr (TdStrip) part = td_strip_tear (strip, page_bottom (pager) - top_for (pager, strip), &rest);

      if (part == NULL && pager->empty)
        break; /* nothing to part: better over the edge than not at all */
      if (part != NULL)
        {
          part->repeat = strip->repeat != NULL ? td_strip_ref (strip->repeat) : NULL;
          place (pager, part);
          td_strip_unref (g_steal_pointer (&strip));
          strip = rest;
        }
      turn_page (pager);
    }
  place (pager, strip);
}

static void
place_next (Pager *pager, guint i)
{
  const TdStrip *strip = g_ptr_array_index (pager->flow->strips, i);

  if (!chain_fits (pager, i) && !pager->empty)
    {
      Pager fresh = *pager;

      fresh.n_page++;
      fresh.y = TD_MARGIN_TOP;
      fresh.empty = TRUE;
      /* A chain that no page can hold is left to its strips. */
      if (chain_fits (&fresh, i) || (!strip_fits (pager, strip) && strip_fits (&fresh, strip)))
        turn_page (pager);
    }
  if (strip_fits (pager, strip))
    place (pager, strip);
  else
    place_torn (pager, strip);
}

/**
 * td_flow_paginate:
 * @self: a flow
 * @pages: what its pages are added to
 */
void
td_flow_paginate (TdFlow *self, TdPages *pages)
{
  Pager pager = { self, pages, NULL, 0, 0, TRUE };

  turn_page (&pager);
  for (guint i = 0; i < self->strips->len; i++)
    place_next (&pager, i);
}
