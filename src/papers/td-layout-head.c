/* td-layout-head.c: the head of the first page (boxes 1 to 5b, 10b of the Decree's diagram) and what stands in the
 * margins: page numbers, and the mark of circulation at the first page's foot (box 11).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO  "Độc lập - Tự do - Hạnh phúc"

#define BOX_PADDING TD_MM (1.5)

static const TdStyle left_style = { .set = TD_SET_CENTRE, .width = TD_LEFT_WIDTH };
static const TdStyle right_style = { .set = TD_SET_CENTRE, .width = TD_RIGHT_WIDTH };

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
stack_left (TdLayouter *self, TdStrip *strip, const char *markup, double size, gboolean bold, TdStack *stack,
            GError **error)
{
  TdStyle style = left_style;

  style.size = size;
  style.bold = bold;
  return td_layouter_stack (self, strip, markup, &style, TD_LEFT_CENTRE - TD_LEFT_WIDTH / 2,
                            td_layouter_next_tag (self, TD_ROLE_PARAGRAPH), stack, error);
}

static gboolean
stack_right (TdLayouter *self, TdStrip *strip, const char *markup, double size, gboolean bold, TdStack *stack,
             GError **error)
{
  TdStyle style = right_style;

  style.size = size;
  style.bold = bold;
  style.italic = !bold;
  return td_layouter_stack (self, strip, markup, &style, TD_RIGHT_CENTRE - TD_RIGHT_WIDTH / 2,
                            td_layouter_next_tag (self, TD_ROLE_PARAGRAPH), stack, error);
}

static void
rule_below (TdStrip *strip, double centre, double width, TdStack *stack)
{
  double y = stack->y + TD_RULE_DROP;

  td_strip_rule (strip, centre - width / 2, y, centre + width / 2, y);
  stack->y = y;
}

static gboolean
place_nation (TdLayouter *self, TdStrip *strip, TdStack *stack, GError **error)
{
  if (!stack_right (self, strip, NATION, TD_SIZE_NATION, TRUE, stack, error))
    return FALSE;
  stack->y = TD_TOP_MOTTO - TD_MARGIN_TOP;
  if (!stack_right (self, strip, MOTTO, TD_SIZE_MOTTO, TRUE, stack, error))
    return FALSE;
  rule_below (strip, TD_RIGHT_CENTRE, stack->last_width, stack);
  return TRUE;
}

static gboolean
place_issuer (TdLayouter *self, TdStrip *strip, TdStack *stack, GError **error)
{
  const TdHead *head = &self->draft->head;

  if (!is_blank (head->superior) && !stack_left (self, strip, head->superior, TD_SIZE_ISSUER, FALSE, stack, error))
    return FALSE;
  for (guint i = 0; i < head->issuer->len; i++)
    if (!stack_left (self, strip, g_ptr_array_index (head->issuer, i), TD_SIZE_ISSUER, TRUE, stack, error))
      return FALSE;
  rule_below (strip, TD_LEFT_CENTRE, stack->last_width * TD_RULE_SHARE, stack);
  return TRUE;
}

/* A mark in a single-line box. */
static gboolean
place_mark (TdLayouter *self, TdStrip *strip, const char *mark, gboolean red, TdStack *stack, GError **error)
{
  guint n_placed = strip->placed->len;
  guint n_rules = strip->rules->len;
  double top, half;

  stack->y += TD_MM (3);
  top = stack->y - BOX_PADDING / 2;
  if (!stack_left (self, strip, mark, TD_SIZE_MARK, TRUE, stack, error))
    return FALSE;
  half = stack->last_width / 2 + BOX_PADDING;
  stack->y += BOX_PADDING / 2;
  td_strip_rule (strip, TD_LEFT_CENTRE - half, top, TD_LEFT_CENTRE + half, top);
  td_strip_rule (strip, TD_LEFT_CENTRE - half, stack->y, TD_LEFT_CENTRE + half, stack->y);
  td_strip_rule (strip, TD_LEFT_CENTRE - half, top, TD_LEFT_CENTRE - half, stack->y);
  td_strip_rule (strip, TD_LEFT_CENTRE + half, top, TD_LEFT_CENTRE + half, stack->y);
  for (; n_placed < strip->placed->len; n_placed++)
    g_array_index (strip->placed, TdPlaced, n_placed).red = red;
  for (; n_rules < strip->rules->len; n_rules++)
    g_array_index (strip->rules, TdRule, n_rules).red = red;
  return TRUE;
}

/* The number and the date stand on one baseline below both columns. */
static gboolean
place_number (TdLayouter *self, TdStrip *strip, TdStack *left, TdStack *right, GError **error)
{
  g_autofree char *number = td_draft_number_line (self->draft);
  g_autofree char *date = td_draft_date_line (self->draft);
  double top = MAX (TD_TOP_NUMBER - TD_MARGIN_TOP, MAX (left->y, right->y) + TD_MM (2));

  left->y = top;
  right->y = top - TD_ASCENT * (TD_SIZE_DATE - TD_SIZE_NUMBER);
  return stack_left (self, strip, number, TD_SIZE_NUMBER, FALSE, left, error)
         && stack_right (self, strip, date, TD_SIZE_DATE, FALSE, right, error);
}

static gboolean
place_about (TdLayouter *self, TdStrip *strip, TdStack *stack, GError **error)
{
  g_autofree char *about = NULL;

  if (is_blank (self->draft->head.about))
    return TRUE;
  about = g_strdup_printf ("V/v %s", self->draft->head.about);
  stack->y += TD_PARAGRAPH_GAP;
  return stack_left (self, strip, about, TD_SIZE_ABOUT, FALSE, stack, error);
}

/**
 * td_layout_head:
 * @self: a layouter at the start of its first flow
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether the head's texts could be read
 */
gboolean
td_layout_head (TdLayouter *self, GError **error)
{
  const TdHead *head = &self->draft->head;
  TdStrip *strip = td_flow_add (self->flow, 0, 0);
  TdStack left = { 0 };
  TdStack right = { 0 };

  if (!place_nation (self, strip, &right, error) || !place_issuer (self, strip, &left, error)
      || !place_number (self, strip, &left, &right, error) || !place_about (self, strip, &left, error))
    return FALSE;
  if (!is_blank (head->urgency) && !place_mark (self, strip, head->urgency, TRUE, &left, error))
    return FALSE;
  if (!is_blank (head->circulation))
    self->flow->foot = TD_MM (14);
  strip->height = MAX (left.y, right.y);
  strip->keep = TRUE;
  return TRUE;
}

static void
move_to_page (const TdStrip *strip, double y, TdPage *page)
{
  for (guint i = 0; i < strip->placed->len; i++)
    {
      TdPlaced placed = g_array_index (strip->placed, TdPlaced, i);

      placed.y += y;
      g_array_append_val (page->placed, placed);
    }
  for (guint i = 0; i < strip->rules->len; i++)
    {
      TdRule rule = g_array_index (strip->rules, TdRule, i);

      rule.y1 += y;
      rule.y2 += y;
      g_array_append_val (page->rules, rule);
    }
}

static gboolean
place_page_number (TdLayouter *self, TdPage *page, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", page->number);
  g_autoptr (TdStrip) strip = td_strip_new (0, 0);
  TdStyle style = { .size = TD_SIZE_PAGE, .set = TD_SET_CENTRE };
  TdStack stack = { 0 };
  TdTag none = { TD_ROLE_NONE };

  style.width = page->width - TD_MARGIN_LEFT - TD_MARGIN_RIGHT;
  if (!td_layouter_stack (self, strip, number, &style, TD_MARGIN_LEFT, none, &stack, error))
    return FALSE;
  move_to_page (strip, TD_TOP_PAGE, page);
  return TRUE;
}

/**
 * td_layout_margins:
 * @self: a layouter whose pages are all there
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether the mark of circulation could be read
 */
gboolean
td_layout_margins (TdLayouter *self, GError **error)
{
  const char *circulation = self->draft->head.circulation;

  for (guint i = 0; i < self->pages->pages->len; i++)
    {
      TdPage *page = g_ptr_array_index (self->pages->pages, i);

      if (page->number > 1 && !place_page_number (self, page, error))
        return FALSE;
    }
  if (!is_blank (circulation))
    {
      g_autoptr (TdStrip) strip = td_strip_new (0, 0);
      TdPage *page = g_ptr_array_index (self->pages->pages, 0);
      TdStack stack = { 0 };

      if (!place_mark (self, strip, circulation, FALSE, &stack, error))
        return FALSE;
      move_to_page (strip, page->height - TD_MARGIN_BOTTOM - stack.y - TD_RULE_WIDTH, page);
    }
  return TRUE;
}
