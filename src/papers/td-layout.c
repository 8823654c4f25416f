/* td-layout.c: a draft's blocks to pages. Each kind of block has its own file; here they are put in order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

#include "td-clean-private.h"
#include "td-fonts-private.h"

#include <string.h>

/**
 * td_layouter_next_tag:
 * @self: a layouter
 * @role: what begins
 *
 * Returns: a tag that no earlier text has
 */
TdTag
td_layouter_next_tag (TdLayouter *self, TdRole role)
{
  TdTag tag = { role, ++self->block, 0, 0 };

  return tag;
}

/**
 * td_layouter_stack:
 * @self: a layouter
 * @strip: where the lines are placed
 * @markup: (nullable): a text
 * @style: how it is set
 * @left: the column's left edge
 * @tag: what the text is
 * @stack: where the first line's box begins; moves down by single-spaced lines
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether the text could be read
 */
gboolean
td_layouter_stack (TdLayouter *self, TdStrip *strip, const char *markup, const TdStyle *style, double left, TdTag tag,
                   TdStack *stack, GError **error)
{
  g_autoptr (GPtrArray) lines = td_shape (self->pages, self->pango, markup, style, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const TdText *text = g_ptr_array_index (lines, i);

      td_strip_place (strip, text, left + text->indent, stack->y + TD_ASCENT * style->size, tag);
      stack->y += TD_PITCH_SINGLE * style->size;
      stack->last_width = text->width;
    }
  return TRUE;
}

static void
start_flow (TdLayouter *self, guint section, gboolean landscape)
{
  g_clear_pointer (&self->flow, td_flow_free);
  self->flow = td_flow_new (section, landscape);
  self->left = TD_MARGIN_LEFT;
  self->width = self->flow->width - TD_MARGIN_LEFT - TD_MARGIN_RIGHT;
}

static gboolean
layout_block (TdLayouter *self, guint *i, GError **error)
{
  const GPtrArray *blocks = self->draft->blocks;
  const TdBlock *block = g_ptr_array_index (blocks, *i);
  const TdBlock *next = *i + 1 < blocks->len ? g_ptr_array_index (blocks, *i + 1) : NULL;

  switch ((int)block->kind)
    {
    case TD_BLOCK_TABLE:
      return td_layout_table (self, block, error);
    case TD_BLOCK_ADDRESSEES:
      return td_layout_addressees (self, block, error);
    case TD_BLOCK_RECIPIENTS:
      return td_layout_end (self, NULL, block, error);
    case TD_BLOCK_SIGNATURES:
      if (next == NULL || next->kind != TD_BLOCK_RECIPIENTS)
        return td_layout_end (self, block, NULL, error);
      ++*i;
      return td_layout_end (self, block, next, error);
    case TD_BLOCK_ANNEX:
      td_flow_paginate (self->flow, self->pages);
      start_flow (self, self->annex + 1, block->landscape);
      return td_layout_text (self, block, error);
    default:
      return td_layout_text (self, block, error);
    }
}

static const char *
find_text (const TdDraft *draft, TdBlockKind kind)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      const TdBlock *block = g_ptr_array_index (draft->blocks, i);

      if (block->kind == kind)
        return block->text;
    }
  return NULL;
}

static char *
join_issuer (const TdDraft *draft)
{
  g_autoptr (GString) issuer = g_string_new (NULL);

  for (guint i = 0; i < draft->head.issuer->len; i++)
    g_string_append_printf (issuer, "%s%s", i > 0 ? " " : "", (char *)g_ptr_array_index (draft->head.issuer, i));
  return td_markup_to_plain (issuer->str);
}

static void
describe (TdPages *pages, const TdDraft *draft)
{
  const TdHead *head = &draft->head;
  gboolean numbered = head->number != NULL && *head->number != '\0';
  g_autofree char *number = numbered ? td_draft_number_line (draft) : g_strdup (head->code);
  g_autofree char *subject = td_markup_to_plain (number);
  g_autofree char *title = td_markup_to_plain (find_text (draft, TD_BLOCK_TITLE));
  g_autofree char *about = td_markup_to_plain (*title != '\0' ? find_text (draft, TD_BLOCK_SUBJECT) : head->about);

  pages->title = g_strdup_printf ("%s%s%s", title, *title != '\0' ? " " : "", about);
  pages->author = join_issuer (draft);
  pages->subject = g_strdup (g_str_has_prefix (subject, "Số: ") ? subject + strlen ("Số: ") : subject);
  pages->keywords = g_strdup (draft->keywords);
  pages->made_at = g_strdup (draft->made_at);
}

static gboolean
layout_all (TdLayouter *self, GError **error)
{
  const GPtrArray *blocks = self->draft->blocks;

  for (guint i = 0; i < blocks->len; i++)
    if (((const TdBlock *)g_ptr_array_index (blocks, i))->kind == TD_BLOCK_ANNEX)
      self->n_annexes++;
  start_flow (self, 0, FALSE);
  if (!td_layout_head (self, error))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    if (!layout_block (self, &i, error))
      return FALSE;
  td_flow_paginate (self->flow, self->pages);
  return td_layout_margins (self, error);
}

/**
 * td_layout:
 * @draft: a paper
 * @error: a #TD_PAPER_ERROR: no font for papers, or a text that holds other markup than td-block.h names
 *
 * Lays the paper out as Decree 30/2020/NĐ-CP asks, in the calling thread. The pages don't refer to @draft.
 *
 * Returns: (transfer full) (nullable): its pages
 */
TdPages *
td_layout (const TdDraft *draft, GError **error)
{
  PangoLayout *pango = td_fonts_get_layout (error);

  if (pango == NULL)
    return NULL;
  g_autoptr (TdPages) pages = td_pages_new ();
  TdLayouter layouter = { .draft = draft, .pages = pages, .pango = pango };
  gboolean done = layout_all (&layouter, error);

  td_flow_free (layouter.flow);
  /* Not to keep the last text, which may be a person's. */
  pango_layout_set_text (pango, "", -1);
  if (!done)
    return NULL;
  describe (pages, draft);
  return g_steal_pointer (&pages);
}
