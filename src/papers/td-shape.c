/* td-shape.c: Pango breaks lines, justifies and chooses glyphs; what comes out holds cairo's types alone, so that pages
 * can be drawn in another thread and Pango's font map stays with its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-shape-private.h"

#include "td-clean-private.h"

#include <pango/pangocairo.h>
#include <string.h>

static double
points (int units)
{
  return (double)units / PANGO_SCALE;
}

static void
add_glyphs (TdRun *run, PangoGlyphString *glyphs, double *x)
{
  run->glyphs = g_new (cairo_glyph_t, glyphs->num_glyphs);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t *glyph = &run->glyphs[run->n_glyphs++];

          /* Cleaning leaves no character that the font lacks; should one come through, it is the font's own box. */
          glyph->index = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ? 0 : info->glyph;
          glyph->x = *x + points (info->geometry.x_offset);
          glyph->y = points (info->geometry.y_offset);
        }
      *x += points (info->geometry.width);
    }
}

/* Which glyphs stand for which bytes, so that a reader can search and copy. */
static void
add_clusters (TdRun *run, PangoGlyphItem *item, const char *text)
{
  PangoGlyphItemIter iter;
  gboolean more;

  run->clusters = g_new (cairo_text_cluster_t, item->item->num_chars);
  for (more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &run->clusters[run->n_clusters++];
      gboolean forward = iter.start_glyph < iter.end_glyph;
      int first = forward ? iter.start_glyph : iter.end_glyph + 1;
      int last = forward ? iter.end_glyph : iter.start_glyph + 1;

      cluster->num_bytes = iter.end_index - iter.start_index;
      cluster->num_glyphs = 0;
      for (int i = first; i < last; i++)
        if (item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
          cluster->num_glyphs++;
    }
  run->flags = (item->item->analysis.level & 1) != 0 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;
}

static TdText *
take_line (PangoLayoutLine *line, const char *text, double size)
{
  TdText *self = g_new0 (TdText, 1);
  double x = 0;

  self->size = size;
  self->runs = g_array_sized_new (FALSE, TRUE, sizeof (TdRun), 1);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      TdRun run = { 0 };

      run.font
        = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font)));
      run.n_bytes = item->item->length;
      run.text = g_strndup (text + item->item->offset, (gsize)run.n_bytes);
      add_glyphs (&run, item->glyphs, &x);
      add_clusters (&run, item, text);
      g_array_append_val (self->runs, run);
    }
  self->width = x;
  return self;
}

static void
insert_whole (PangoAttrList *attributes, PangoAttribute *attribute)
{
  attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
  attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
  pango_attr_list_insert_before (attributes, attribute);
}

static void
add_style (PangoAttrList *attributes, const TdStyle *style)
{
  insert_whole (attributes, pango_attr_size_new ((int)(style->size * PANGO_SCALE)));
  if (style->bold)
    insert_whole (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style->italic)
    insert_whole (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  insert_whole (attributes, pango_attr_fallback_new (FALSE));
  /* A word that is longer than its line breaks anywhere; a hyphen there would change the text. */
  insert_whole (attributes, pango_attr_insert_hyphens_new (FALSE));
}

static gboolean
is_break_rule (PangoAttribute *attribute, gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS;
}

static gboolean
is_too_wide (PangoLayout *layout, const TdStyle *style)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return points (width) > style->width + 0.5;
}

static void
set_layout (PangoLayout *layout, const char *text, PangoAttrList *attributes, const TdStyle *style)
{
  pango_layout_set_width (layout, (int)(style->width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int)(style->indent * PANGO_SCALE));
  pango_layout_set_justify (layout, style->set == TD_SET_JUSTIFIED);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  if (is_too_wide (layout, style))
    {
      g_autoptr (PangoAttrList) codes = NULL;

      /* A code that is wider than its column has to break after all. */
      pango_layout_set_attributes (layout, NULL);
      codes = pango_attr_list_filter (attributes, is_break_rule, NULL);
      pango_layout_set_attributes (layout, attributes);
    }
}

/* Narrows a centred text of several lines as far as it stays that many, so that no line holds a word or two. */
static void
balance (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double least = width / 2;

  for (guint i = 0; n_lines > 1 && i < 6; i++)
    {
      double middle = (least + width) / 2;

      pango_layout_set_width (layout, (int)(middle * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n_lines)
        least = middle;
      else
        width = middle;
    }
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
}

static double
line_indent (const TdText *text, const TdStyle *style, gboolean first)
{
  double space = MAX (style->width - text->width, 0);

  switch (style->set)
    {
    case TD_SET_CENTRE:
      return space / 2;
    case TD_SET_RIGHT:
      return space;
    case TD_SET_LEFT:
    case TD_SET_JUSTIFIED:
    default:
      return first ? style->indent : 0;
    }
}

/**
 * td_shape:
 * @pages: what the lines belong to
 * @layout: the thread's layout
 * @markup: (nullable): a block's text
 * @style: how it is set
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: (transfer container) (nullable): #TdText, the lines from the top; none for an empty text
 */
GPtrArray *
td_shape (TdPages *pages, PangoLayout *layout, const char *markup, const TdStyle *style, GError **error)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = td_clean_markup (markup != NULL ? markup : "", style->lines, attributes, error);

  if (text == NULL)
    return NULL;
  GPtrArray *lines = g_ptr_array_new ();

  if (*text == '\0')
    return lines;
  add_style (attributes, style);
  set_layout (layout, text, attributes, style);
  if (style->balanced)
    balance (layout, style->width);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;
      TdText *taken = take_line (line, text, style->size);

      taken->indent = line_indent (taken, style, line->is_paragraph_start);
      g_ptr_array_add (pages->texts, taken);
      g_ptr_array_add (lines, taken);
    }
  return lines;
}
