/* td-layout-text.c: blocks that are one text: title, basis, article, clause, paragraph and their kin, and an annex's
 * head.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

#include "td-clean-private.h"

/* Letters of an article's first words in the bookmarks. */
#define BOOKMARK_LENGTH 80

typedef struct
{
  TdStyle style;
  double pitch; /* ems */
  double gap;   /* above, beyond the pitch */
  TdRole role;
  gboolean keep; /* with what follows */
} Manner;

static const Manner body_manner = {
  .style = { .size = TD_SIZE_BODY, .set = TD_SET_JUSTIFIED, .indent = TD_INDENT },
  .pitch = TD_PITCH_BODY,
  .gap = TD_PARAGRAPH_GAP,
  .role = TD_ROLE_PARAGRAPH,
};

static const Manner centred_manner = {
  .style = { .size = TD_SIZE_BODY, .bold = TRUE, .set = TD_SET_CENTRE },
  .pitch = TD_PITCH_SINGLE,
  .gap = TD_PARAGRAPH_GAP,
  .role = TD_ROLE_PARAGRAPH,
  .keep = TRUE,
};

/* A line is a strip of the height of its box. No paragraph leaves its first or its last line alone on a page. */
static void
add_lines (TdLayouter *self, const GPtrArray *lines, const Manner *manner)
{
  double size = manner->style.size;
  double lead = (manner->pitch - TD_BOX) * size;
  double left = self->left + (self->width - manner->style.width) / 2;
  TdTag tag = td_layouter_next_tag (self, manner->role);

  for (guint i = 0; i < lines->len; i++)
    {
      const TdText *text = g_ptr_array_index (lines, i);
      TdStrip *strip = td_flow_add (self->flow, lead + (i == 0 ? manner->gap : 0), TD_BOX * size);

      td_strip_place (strip, text, left + text->indent, TD_ASCENT * size, tag);
      strip->keep = i == 0 || i + 2 == lines->len;
      if (i + 1 == lines->len)
        strip->keep = manner->keep;
    }
}

/* An editor may leave a block without text. */
static const char *
text_of (const TdBlock *block)
{
  return block->text != NULL ? block->text : "";
}

static void
add_bookmark (TdLayouter *self, guint strip, const char *markup, guint level)
{
  g_autofree char *plain = td_markup_to_plain (markup);
  TdStrip *first;

  if (strip >= self->flow->strips->len)
    return;
  first = g_ptr_array_index (self->flow->strips, strip);
  if (g_utf8_strlen (plain, -1) > BOOKMARK_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (plain, 0, BOOKMARK_LENGTH);

      first->bookmark = g_strconcat (start, "…", NULL);
    }
  else
    first->bookmark = g_steal_pointer (&plain);
  first->level = level;
}

static gboolean
add_text (TdLayouter *self, const char *markup, const Manner *manner, GError **error)
{
  Manner fitted = *manner;
  g_autoptr (GPtrArray) lines = NULL;

  if (fitted.style.width == 0)
    fitted.style.width = self->width;
  lines = td_shape (self->pages, self->pango, markup, &fitted.style, error);
  if (lines == NULL)
    return FALSE;
  add_lines (self, lines, &fitted);
  return TRUE;
}

static gboolean
add_title (TdLayouter *self, const char *markup, GError **error)
{
  guint first = self->flow->strips->len;
  Manner manner = centred_manner;

  manner.role = TD_ROLE_TITLE;
  manner.gap = TD_MM (5);
  if (!add_text (self, markup, &manner, error))
    return FALSE;
  if (first < self->flow->strips->len)
    ((TdStrip *)g_ptr_array_index (self->flow->strips, first))->least_top = TD_TOP_TITLE;
  return TRUE;
}

static gboolean
add_subject (TdLayouter *self, const char *markup, GError **error)
{
  Manner manner = centred_manner;
  double centre = self->left + self->width / 2;
  TdStrip *last, *rule;
  double half;

  manner.gap = 0;
  manner.style.width = TD_SUBJECT_WIDTH;
  manner.style.balanced = TRUE;
  if (!add_text (self, markup, &manner, error))
    return FALSE;
  last = g_ptr_array_index (self->flow->strips, self->flow->strips->len - 1);
  if (last->placed->len == 0)
    return TRUE;
  half = g_array_index (last->placed, TdPlaced, 0).text->width * TD_RULE_SHARE / 2;
  rule = td_flow_add (self->flow, 0, TD_MM (3.5));
  rule->keep = TRUE;
  td_strip_rule (rule, centre - half, TD_MM (1.2), centre + half, TD_MM (1.2));
  return TRUE;
}

static gboolean
add_competence (TdLayouter *self, const char *markup, GError **error)
{
  guint first = self->flow->strips->len;

  if (!add_text (self, markup, &centred_manner, error))
    return FALSE;
  if (first < self->flow->strips->len)
    ((TdStrip *)g_ptr_array_index (self->flow->strips, first))->least_top = TD_TOP_BODY;
  return TRUE;
}

static gboolean
add_heading (TdLayouter *self, const TdBlock *block, GError **error)
{
  guint level = CLAMP (block->level, 1, G_N_ELEMENTS (self->heading));
  guint number = ++self->heading[level - 1];
  guint first = self->flow->strips->len;
  g_autofree char *name = NULL;
  g_autofree char *markup = NULL;
  Manner manner = body_manner;

  for (guint i = level; i < G_N_ELEMENTS (self->heading); i++)
    self->heading[i] = 0;
  self->clause = self->point = 0;
  name = level == 1   ? td_number_roman (number)
         : level == 2 ? g_strdup_printf ("%u", number)
                      : td_number_letter (number);
  markup = g_strdup_printf ("%s%s %s", name, level == 3 ? ")" : ".", text_of (block));
  manner.style.bold = TRUE;
  manner.role = TD_ROLE_HEADING;
  manner.keep = TRUE;
  if (!add_text (self, markup, &manner, error))
    return FALSE;
  add_bookmark (self, first, markup, level - 1);
  return TRUE;
}

static gboolean
add_article (TdLayouter *self, const TdBlock *block, GError **error)
{
  guint first = self->flow->strips->len;
  g_autofree char *markup = g_strdup_printf ("<b>Điều\302\240%u.</b> %s", ++self->article, text_of (block));

  self->clause = self->point = 0;
  if (!add_text (self, markup, &body_manner, error))
    return FALSE;
  /* One line may be a title; the text that it belongs to follows. */
  if (self->flow->strips->len == first + 1)
    ((TdStrip *)g_ptr_array_index (self->flow->strips, first))->keep = TRUE;
  add_bookmark (self, first, markup, 0);
  return TRUE;
}

static gboolean
add_numbered (TdLayouter *self, const char *number, const char *text, GError **error)
{
  g_autofree char *markup = g_strconcat (number, " ", text, NULL);

  return add_text (self, markup, &body_manner, error);
}

static gboolean
add_clause (TdLayouter *self, const TdBlock *block, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u.", ++self->clause);

  self->point = 0;
  return add_numbered (self, number, text_of (block), error);
}

static gboolean
add_point (TdLayouter *self, const TdBlock *block, GError **error)
{
  g_autofree char *letter = td_number_letter (++self->point);
  g_autofree char *number = g_strconcat (letter, ")", NULL);

  return add_numbered (self, number, text_of (block), error);
}

/* An annex has a Roman number only where there are two or more. */
static gboolean
add_annex (TdLayouter *self, const TdBlock *block, GError **error)
{
  g_autofree char *roman = td_number_roman (++self->annex);
  g_autofree char *label
    = g_strdup_printf ("Phụ lục%s%s", self->n_annexes > 1 ? "\302\240" : "", self->n_annexes > 1 ? roman : "");
  g_autofree char *bookmark = g_strdup_printf ("%s. %s", label, text_of (block));
  guint first = self->flow->strips->len;
  Manner manner = centred_manner;

  self->article = self->clause = self->point = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->heading); i++)
    self->heading[i] = 0;
  manner.role = TD_ROLE_HEADING;
  manner.gap = 0;
  if (!add_text (self, label, &manner, error) || !add_text (self, block->text, &manner, error))
    return FALSE;
  manner.role = TD_ROLE_PARAGRAPH;
  manner.style.bold = FALSE;
  manner.style.italic = TRUE;
  add_bookmark (self, first, bookmark, 0);
  return add_text (self, block->note, &manner, error);
}

/**
 * td_layout_text:
 * @self: a layouter
 * @block: one of the kinds that are a text
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether the text could be read
 */
gboolean
td_layout_text (TdLayouter *self, const TdBlock *block, GError **error)
{
  Manner basis = body_manner;
  Manner order = centred_manner;

  switch ((int)block->kind)
    {
    case TD_BLOCK_TITLE:
      return add_title (self, block->text, error);
    case TD_BLOCK_SUBJECT:
      return add_subject (self, block->text, error);
    case TD_BLOCK_COMPETENCE:
      return add_competence (self, block->text, error);
    case TD_BLOCK_ORDER:
      order.pitch = TD_PITCH_BODY;
      return add_text (self, block->text, &order, error);
    case TD_BLOCK_BASIS:
      basis.style.italic = TRUE;
      return add_text (self, block->text, &basis, error);
    case TD_BLOCK_HEADING:
      return add_heading (self, block, error);
    case TD_BLOCK_ARTICLE:
      return add_article (self, block, error);
    case TD_BLOCK_CLAUSE:
      return add_clause (self, block, error);
    case TD_BLOCK_POINT:
      return add_point (self, block, error);
    case TD_BLOCK_ANNEX:
      return add_annex (self, block, error);
    default:
      return add_text (self, block->text, &body_manner, error);
    }
}
