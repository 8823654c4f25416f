/* td-layout-end.c: whom a paper goes to, at its head (Kính gửi) and at its foot (Nơi nhận), and who signs it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

#define ADDRESS_INDENT TD_MM (27)

static const char *
stop_of (const GPtrArray *lines, guint i)
{
  return i + 1 < lines->len ? ";" : ".";
}

static gboolean
add_single_addressee (TdLayouter *self, TdStrip *strip, const char *addressee, TdStack *stack, GError **error)
{
  TdStyle style = { .size = TD_SIZE_BODY, .set = TD_SET_CENTRE, .width = self->width };
  g_autofree char *markup = g_strdup_printf ("Kính gửi: %s.", addressee);

  return td_layouter_stack (self, strip, markup, &style, self->left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH),
                            stack, error);
}

/* Each on its own line; the dashes stand below one another, to the right of the colon. */
static gboolean
add_several_addressees (TdLayouter *self, TdStrip *strip, const GPtrArray *lines, TdStack *stack, GError **error)
{
  TdStyle style = { .size = TD_SIZE_BODY, .set = TD_SET_LEFT, .width = self->width - ADDRESS_INDENT };
  double left = self->left + ADDRESS_INDENT;

  if (!td_layouter_stack (self, strip, "Kính gửi:", &style, left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH), stack,
                          error))
    return FALSE;
  left += stack->last_width + TD_MM (1);
  style.width = self->left + self->width - left;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *markup
        = g_strdup_printf ("- %s%s", (const char *)g_ptr_array_index (lines, i), stop_of (lines, i));

      if (!td_layouter_stack (self, strip, markup, &style, left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH), stack,
                              error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_layout_addressees:
 * @self: a layouter
 * @block: addressees
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether their names could be read
 */
gboolean
td_layout_addressees (TdLayouter *self, const TdBlock *block, GError **error)
{
  TdStrip *strip = td_flow_add (self->flow, TD_MM (8), 0);
  TdStack stack = { 0 };
  gboolean read = TRUE;

  if (block->lines != NULL && block->lines->len == 1)
    read = add_single_addressee (self, strip, g_ptr_array_index (block->lines, 0), &stack, error);
  else if (block->lines != NULL)
    read = add_several_addressees (self, strip, block->lines, &stack, error);
  strip->height = stack.y + TD_PARAGRAPH_GAP;
  strip->keep = TRUE;
  return read;
}

static gboolean
add_recipients (TdLayouter *self, TdStrip *strip, const TdBlock *block, TdStack *stack, GError **error)
{
  TdStyle head = { .size = TD_SIZE_NOTE, .bold = TRUE, .italic = TRUE, .width = TD_NOTES_WIDTH };
  TdStyle line = { .size = TD_SIZE_NOTES, .width = TD_NOTES_WIDTH };

  if (!td_layouter_stack (self, strip, "Nơi nhận:", &head, self->left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH),
                          stack, error))
    return FALSE;
  for (guint i = 0; block->lines != NULL && i < block->lines->len; i++)
    {
      g_autofree char *markup
        = g_strdup_printf ("- %s%s", (const char *)g_ptr_array_index (block->lines, i), stop_of (block->lines, i));

      if (!td_layouter_stack (self, strip, markup, &line, self->left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH),
                              stack, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_signature (TdLayouter *self, TdStrip *strip, const TdSignature *signature, double centre, TdStack *stack,
               GError **error)
{
  TdStyle style = { .size = TD_SIZE_BODY, .bold = TRUE, .set = TD_SET_CENTRE, .width = TD_LEFT_WIDTH + TD_MM (13) };
  double left = centre - style.width / 2;

  for (guint i = 0; i < signature->authority->len; i++)
    if (!td_layouter_stack (self, strip, g_ptr_array_index (signature->authority, i), &style, left,
                            td_layouter_next_tag (self, TD_ROLE_PARAGRAPH), stack, error))
      return FALSE;
  stack->y += TD_SIGN_GAP;
  return td_layouter_stack (self, strip, signature->name, &style, left, td_layouter_next_tag (self, TD_ROLE_PARAGRAPH),
                            stack, error);
}

/* Two beside each other, as in minutes; one alone stands on the right. */
static gboolean
add_signatures (TdLayouter *self, TdStrip *strip, const GPtrArray *signatures, TdStack *stack, GError **error)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      gboolean right = i % 2 == 1 || signatures->len == 1;
      TdStack column = { .y = stack->y };

      if (!add_signature (self, strip, g_ptr_array_index (signatures, i), right ? TD_RIGHT_CENTRE : TD_LEFT_CENTRE,
                          &column, error))
        return FALSE;
      strip->height = MAX (strip->height, column.y);
      if (right)
        stack->y = strip->height + TD_MM (5);
    }
  return TRUE;
}

/* The signature doesn't stand on a page without two lines of what is signed. */
static void
keep_last_lines (TdLayouter *self)
{
  GPtrArray *strips = self->flow->strips;

  for (guint i = strips->len; i > 0 && i + 2 > strips->len; i--)
    ((TdStrip *)g_ptr_array_index (strips, i - 1))->keep = TRUE;
}

/**
 * td_layout_end:
 * @self: a layouter
 * @signatures: (nullable): who signs
 * @recipients: (nullable): Nơi nhận; beside a single signature, else below
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether all lines could be read
 */
gboolean
td_layout_end (TdLayouter *self, const TdBlock *signatures, const TdBlock *recipients, GError **error)
{
  const GPtrArray *signers = signatures != NULL ? signatures->signatures : NULL;
  TdStack below = { 0 };
  TdStack left = { 0 };
  TdStrip *strip;

  keep_last_lines (self);
  strip = td_flow_add (self->flow, TD_MM (6), 0);
  if (recipients != NULL && (signers == NULL || signers->len < 2)
      && !add_recipients (self, strip, recipients, &left, error))
    return FALSE;
  if (signers != NULL && !add_signatures (self, strip, signers, &below, error))
    return FALSE;
  if (recipients != NULL && signers != NULL && signers->len >= 2)
    {
      left.y = below.y;
      if (!add_recipients (self, strip, recipients, &left, error))
        return FALSE;
    }
  strip->height = MAX (strip->height, left.y);
  return TRUE;
}
