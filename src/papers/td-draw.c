/* td-draw.c: a laid-out page on a cairo context: a PDF's, a printer's, a preview's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pages-private.h"

static void
set_ink (cairo_t *cr, gboolean red)
{
  cairo_set_source_rgb (cr, red ? 0.8 : 0, 0, 0);
}

static void
draw_rule (cairo_t *cr, const TdRule *rule)
{
  set_ink (cr, rule->red);
  cairo_set_line_width (cr, rule->width);
  cairo_move_to (cr, rule->x1, rule->y1);
  cairo_line_to (cr, rule->x2, rule->y2);
  cairo_stroke (cr);
}

static void
draw_text (cairo_t *cr, const TdPlaced *placed)
{
  set_ink (cr, placed->red);
  cairo_save (cr);
  cairo_translate (cr, placed->x, placed->y);
  for (guint i = 0; i < placed->text->runs->len; i++)
    {
      const TdRun *run = &g_array_index (placed->text->runs, TdRun, i);

      cairo_set_scaled_font (cr, run->font);
      cairo_show_text_glyphs (cr, run->text, run->n_bytes, run->glyphs, run->n_glyphs, run->clusters, run->n_clusters,
                              run->flags);
    }
  cairo_restore (cr);
}

static gboolean
is_cell (const TdTag *tag)
{
  return tag->role == TD_ROLE_CELL || tag->role == TD_ROLE_CELL_HEAD;
}

static const char *
tag_name (const TdTag *tag)
{
  static const char *const names[] = { NULL, "P", "H1", "H2", "TH", "TD" };

  return names[tag->role];
}

/* The paper's structure for those who hear it. It is closed at each page's end, so that a page can be drawn alone; a
 * context that isn't a PDF's knows nothing of it. */
static void
turn_tag (cairo_t *cr, const TdTag *from, const TdTag *to)
{
  gboolean same_table = is_cell (from) && is_cell (to) && from->block == to->block;
  gboolean same_row = same_table && from->row == to->row;

  if (same_row ? from->cell == to->cell : from->role == to->role && from->block == to->block && !same_table)
    return;
  if (from->role != TD_ROLE_NONE)
    cairo_tag_end (cr, tag_name (from));
  if (is_cell (from) && !same_row)
    cairo_tag_end (cr, "TR");
  if (is_cell (from) && !same_table)
    cairo_tag_end (cr, "Table");
  if (is_cell (to) && !same_table)
    cairo_tag_begin (cr, "Table", NULL);
  if (is_cell (to) && !same_row)
    cairo_tag_begin (cr, "TR", NULL);
  if (to->role != TD_ROLE_NONE)
    cairo_tag_begin (cr, tag_name (to), NULL);
}

/**
 * td_pages_draw:
 * @self: pages
 * @n: which one, from 0
 * @cr: a context whose unit is a point; scale it first for a screen. The page's white is not drawn
 */
void
td_pages_draw (const TdPages *self, guint n, cairo_t *cr)
{
  const TdPage *page = td_pages_get (self, n);
  const TdTag none = { TD_ROLE_NONE };
  const TdTag *tag = &none;

  cairo_save (cr);
  for (guint i = 0; i < page->rules->len; i++)
    draw_rule (cr, &g_array_index (page->rules, TdRule, i));
  for (guint i = 0; i < page->placed->len; i++)
    {
      const TdPlaced *placed = &g_array_index (page->placed, TdPlaced, i);

      turn_tag (cr, tag, &placed->tag);
      tag = &placed->tag;
      draw_text (cr, placed);
    }
  turn_tag (cr, tag, &none);
  cairo_restore (cr);
}
