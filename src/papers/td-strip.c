/* td-strip.c: a strip of a page, with its lines of text and its rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-flow-private.h"

#include "td-measures.h"

TdStrip *
td_strip_new (double gap, double height)
{
  TdStrip *self = g_rc_box_new0 (TdStrip);

  self->gap = gap;
  self->height = height;
  self->placed = g_array_new (FALSE, FALSE, sizeof (TdPlaced));
  self->rules = g_array_new (FALSE, FALSE, sizeof (TdRule));
  return self;
}

TdStrip *
td_strip_ref (TdStrip *self)
{
  return g_rc_box_acquire (self);
}

static void
strip_clear (TdStrip *self)
{
  g_array_unref (self->placed);
  g_array_unref (self->rules);
  g_clear_pointer (&self->repeat, td_strip_unref);
  g_free (self->bookmark);
}

void
td_strip_unref (TdStrip *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)strip_clear);
}

/**
 * td_strip_place:
 * @self: a strip
 * @text: a line, which the pages own
 * @x: its start from the page's left edge
 * @y: its baseline from the strip's top
 * @tag: what it is part of
 */
void
td_strip_place (TdStrip *self, const TdText *text, double x, double y, TdTag tag)
{
  TdPlaced placed = { text, x, y, FALSE, tag };

  g_array_append_val (self->placed, placed);
}

/**
 * td_strip_rule:
 * @self: a strip
 * @x1: from the page's left edge
 * @y1: from the strip's top
 * @x2: likewise
 * @y2: likewise
 */
void
td_strip_rule (TdStrip *self, double x1, double y1, double x2, double y2)
{
  TdRule rule = { x1, y1, x2, y2, TD_RULE_WIDTH, FALSE };

  g_array_append_val (self->rules, rule);
}

static double
top_of (const TdPlaced *placed)
{
  return placed->y - TD_ASCENT * placed->text->size;
}

static double
bottom_of (const TdPlaced *placed)
{
  return placed->y + TD_DESCENT * placed->text->size;
}

/* Where the strip parts: the lowest end of a line above @room, and the highest start of one that stays behind. */
static gboolean
find_cut (const TdStrip *self, double room, double *cut, double *rest)
{
  *cut = 0;
  *rest = self->height;
  for (guint i = 0; i < self->placed->len; i++)
    {
      const TdPlaced *placed = &g_array_index (self->placed, TdPlaced, i);

      if (bottom_of (placed) <= room)
        *cut = MAX (*cut, bottom_of (placed));
      else
        *rest = MIN (*rest, top_of (placed));
    }
  return *cut > 0 && *rest < self->height;
}

static void
share_texts (const TdStrip *self, double cut, double shift, TdStrip *first, TdStrip *rest)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      TdPlaced placed = g_array_index (self->placed, TdPlaced, i);

      if (bottom_of (&placed) <= cut)
        g_array_append_val (first->placed, placed);
      else
        {
          placed.y -= shift;
          g_array_append_val (rest->placed, placed);
        }
    }
}

static void
share_rules (const TdStrip *self, double cut, double shift, TdStrip *first, TdStrip *rest)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      TdRule rule = g_array_index (self->rules, TdRule, i);
      TdRule upper = rule;
      TdRule lower = rule;

      upper.y2 = MIN (rule.y2, first->height);
      lower.y1 = MAX (rule.y1 - shift, 0);
      lower.y2 = rule.y2 - shift;
      if (rule.y1 <= cut)
        g_array_append_val (first->rules, upper);
      if (rule.y2 > first->height)
        g_array_append_val (rest->rules, lower);
    }
}

/**
 * td_strip_tear:
 * @self: a strip
 * @room: how high its first part may be
 * @rest: (out) (transfer full): what is left
 *
 * Returns: (transfer full) (nullable): the part that fits; %NULL where not one line does
 */
TdStrip *
td_strip_tear (const TdStrip *self, double room, TdStrip **rest)
{
  double cut, top, shift;

  if (!find_cut (self, room - TD_CELL_PADDING_Y, &cut, &top))
    return NULL;
  TdStrip *first = td_strip_new (self->gap, cut + TD_CELL_PADDING_Y);

  shift = top - TD_CELL_PADDING_Y;
  *rest = td_strip_new (0, self->height - shift);
  (*rest)->repeat = self->repeat != NULL ? td_strip_ref (self->repeat) : NULL;
  (*rest)->tear = self->tear;
  (*rest)->keep = self->keep;
  (*rest)->x1 = self->x1;
  (*rest)->x2 = self->x2;
  first->bookmark = g_strdup (self->bookmark);
  first->level = self->level;
  share_texts (self, cut, shift, first, *rest);
  share_rules (self, cut, shift, first, *rest);
  if (self->x2 > self->x1)
    {
      td_strip_rule (first, self->x1, first->height, self->x2, first->height);
      td_strip_rule (*rest, self->x1, 0, self->x2, 0);
    }
  return first;
}
