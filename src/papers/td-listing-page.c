/* td-listing-page.c: what stands on a page of a listing: on the first its title, on each the head, some rows, and who
 * printed it. It is for paper: the structure that a paper's PDF has for those who hear it would be most of its size.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-listing-private.h"

#define SIZE_TITLE 14
#define SIZE_NOTE  11
#define GAP        6.0
#define BOX_X      6.0
#define BOX_Y      3.0

typedef struct
{
  TdListingPlan *plan;
  TdPages *pages;
  TdPage *page;
  double y;
} Canvas;

static void
place_line (Canvas *self, const TdText *text, double x, double y)
{
  TdPlaced placed = { text, x + text->indent, y, FALSE, { TD_ROLE_NONE } };

  g_array_append_val (self->page->placed, placed);
}

static void
place_rule (Canvas *self, double x1, double y1, double x2, double y2)
{
  TdRule rule = { x1, y1, x2, y2, TD_LISTING_RULE, FALSE };

  g_array_append_val (self->page->rules, rule);
}

static double
text_width (const TdListingPlan *plan)
{
  return plan->page_width - TD_LISTING_LEFT - TD_LISTING_RIGHT;
}

/* Lines below one another from the canvas' y, which moves down. */
static gboolean
stack_text (Canvas *self, const char *text, TdStyle style, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  style.width = text_width (self->plan);
  lines = td_listing_shape (self->plan, self->pages, text, style, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      place_line (self, g_ptr_array_index (lines, i), TD_LISTING_LEFT, self->y + TD_ASCENT * style.size);
      self->y += TD_PITCH_SINGLE * style.size;
    }
  return lines != NULL;
}

/* A box at the right, as papers for the office alone have it. */
static gboolean
place_mark (Canvas *self, GError **error)
{
  const TdStyle style = { .size = SIZE_NOTE, .bold = TRUE, .set = TD_SET_RIGHT };
  double right = self->plan->page_width - TD_LISTING_RIGHT;
  double left, top = self->y;
  guint first = self->page->placed->len;

  if (self->plan->listing->mark == NULL)
    return TRUE;
  self->y += BOX_Y;
  if (!stack_text (self, self->plan->listing->mark, style, error))
    return FALSE;
  self->y += BOX_Y;
  left = right;
  for (guint i = first; i < self->page->placed->len; i++)
    {
      TdPlaced *placed = &g_array_index (self->page->placed, TdPlaced, i);

      placed->x -= BOX_X;
      left = MIN (left, placed->x - BOX_X);
    }
  place_rule (self, left, top, right, top);
  place_rule (self, left, self->y, right, self->y);
  place_rule (self, left, top, left, self->y);
  place_rule (self, right, top, right, self->y);
  self->y += GAP;
  return TRUE;
}

static gboolean
place_title (Canvas *self, GError **error)
{
  const TdListing *listing = self->plan->listing;
  const TdStyle title = { .size = SIZE_TITLE, .bold = TRUE, .set = TD_SET_CENTRE };
  const TdStyle note = { .size = SIZE_NOTE, .italic = TRUE, .set = TD_SET_CENTRE };

  self->y = TD_LISTING_TOP;
  if (!place_mark (self, error) || !stack_text (self, listing->title, title, error))
    return FALSE;
  for (guint i = 0; listing->notes != NULL && listing->notes[i] != NULL; i++)
    if (!stack_text (self, listing->notes[i], note, error))
      return FALSE;
  self->y += GAP;
  return TRUE;
}

/**
 * td_listing_place_title:
 * @self: a plan that is measured
 * @pages: takes the lines
 * @page: takes their places
 * @error: a #TD_PAPER_ERROR
 *
 * Returns: where the table starts below; negative with @error set
 */
double
td_listing_place_title (TdListingPlan *self, TdPages *pages, TdPage *page, GError **error)
{
  Canvas canvas = { self, pages, page, 0 };

  return place_title (&canvas, error) ? canvas.y : -1;
}

static gboolean
place_foot (Canvas *self, guint number, GError **error)
{
  TdListingPlan *plan = self->plan;
  TdStyle style = { .size = TD_LISTING_SIZE_FOOT };
  g_autofree char *page = g_strdup_printf ("Trang %u/%u", number, plan->starts->len);

  self->y = plan->page_height - TD_LISTING_FOOT - TD_PITCH_SINGLE * style.size;
  if (!stack_text (self, plan->listing->foot, style, error))
    return FALSE;
  self->y = plan->page_height - TD_LISTING_FOOT - TD_PITCH_SINGLE * style.size;
  style.set = TD_SET_RIGHT;
  return stack_text (self, page, style, error);
}

/* Some lines of a row: @from on, and not more than @most. */
static void
place_row (Canvas *self, GPtrArray *cells, guint from, guint most)
{
  TdListingPlan *plan = self->plan;
  guint n_lines = 1;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const GPtrArray *lines = g_ptr_array_index (cells, i);
      double y = self->y + TD_CELL_PADDING_Y + TD_ASCENT * plan->size;

      for (guint line = from; line < lines->len && line - from < most; line++)
        place_line (self, g_ptr_array_index (lines, line), plan->edges[i] + TD_CELL_PADDING,
                    y + (line - from) * td_listing_pitch (plan));
      if (lines->len > from)
        n_lines = MAX (n_lines, MIN (lines->len - from, most));
    }
  self->y += td_listing_height (plan, n_lines);
  place_rule (self, plan->edges[0], self->y, plan->edges[plan->n_columns], self->y);
}

static GPtrArray *
shape_row (Canvas *self, guint row, gboolean is_head, GError **error)
{
  TdListingPlan *plan = self->plan;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      g_autofree char *text = is_head ? g_strdup (td_listing_heading (plan, i)) : td_listing_cell (plan, row, i, error);
      GPtrArray *lines = text != NULL ? td_listing_shape_cell (plan, self->pages, i, text, is_head, error) : NULL;

      if (lines == NULL)
        return NULL;
      g_ptr_array_add (cells, lines);
    }
  return g_steal_pointer (&cells);
}

static gboolean
place_head (Canvas *self, GError **error)
{
  g_autoptr (GPtrArray) cells = shape_row (self, 0, TRUE, error);

  if (cells == NULL)
    return FALSE;
  place_rule (self, self->plan->edges[0], self->y, self->plan->edges[self->plan->n_columns], self->y);
  place_row (self, cells, 0, G_MAXUINT);
  return TRUE;
}

/* From where the page starts to where the next one does. */
static gboolean
place_rows (Canvas *self, guint number, GError **error)
{
  const GArray *starts = self->plan->starts;
  const TdListingPlace start = g_array_index (starts, TdListingPlace, number);
  TdListingPlace end = { self->plan->listing->n_rows, 0 };

  if (number + 1 < starts->len)
    end = g_array_index (starts, TdListingPlace, number + 1);
  for (guint row = start.row; row < end.row || (row == end.row && end.line > 0); row++)
    {
      g_autoptr (GPtrArray) cells = NULL;
      guint from = row == start.row ? start.line : 0;

      if (!td_listing_go_on (self->plan, row, error))
        return FALSE;
      cells = shape_row (self, row, FALSE, error);
      if (cells == NULL)
        return FALSE;
      place_row (self, cells, from, row == end.row ? end.line - from : G_MAXUINT);
    }
  return TRUE;
}

/**
 * td_listing_place_page:
 * @self: a plan that is parted into pages
 * @pages: takes the page
 * @number: which one, from 0
 * @error: what the cells report, or cancelled
 */
gboolean
td_listing_place_page (TdListingPlan *self, TdPages *pages, guint number, GError **error)
{
  Canvas canvas = { self, pages, td_pages_add (pages, self->page_width, self->page_height, 0, number + 1), 0 };
  double top;

  if (number == 0 && !place_title (&canvas, error))
    return FALSE;
  if (number > 0)
    canvas.y = TD_LISTING_TOP;
  top = canvas.y;
  if (!place_head (&canvas, error) || !place_rows (&canvas, number, error))
    return FALSE;
  for (guint i = 0; i <= self->n_columns; i++)
    place_rule (&canvas, self->edges[i], top, self->edges[i], canvas.y);
  return place_foot (&canvas, number + 1, error);
}
