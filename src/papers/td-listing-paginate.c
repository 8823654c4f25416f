/* td-listing-paginate.c: where pages start. A row stays whole unless it is taller than a page, and the last row does
 * not go to a page alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-listing-private.h"

/* What the sum of characters may be off by: above it a text is shaped to be sure. */
#define SLACK 1.03

typedef struct
{
  TdListingPlan *plan;
  TdTextWidths *widths;
  double head;    /* the height of the head row */
  double y;       /* of the page at hand, where the next row goes */
  guint n_rows;   /* that end on the page at hand */
  guint previous; /* that ended on the one before */
  double height;  /* of the row at hand */
  double above;   /* of the one before */
} Paginator;

static guint
count_cell_lines (Paginator *self, TdPages *pages, guint column, const char *text, gboolean is_head, GError **error)
{
  g_autoptr (GPtrArray) lines = td_listing_shape_cell (self->plan, pages, column, text, is_head, error);

  return lines != NULL ? MAX (lines->len, 1) : 0;
}

static gboolean
fits_one_line (Paginator *self, guint column, const char *text)
{
  double word;
  double width = td_text_widths_measure (self->widths, text, &word) * self->plan->size * SLACK;

  return strchr (text, '\n') == NULL && width <= td_listing_column_width (self->plan, column);
}

/* Answers how many lines the row has, 0 with @error set. */
static guint
count_lines (Paginator *self, guint row, GError **error)
{
  g_autoptr (TdPages) pages = NULL;
  guint most = 1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      g_autofree char *text = td_listing_cell (self->plan, row, i, error);
      guint n;

      if (text == NULL)
        return 0;
      if (fits_one_line (self, i, text))
        continue;
      if (pages == NULL)
        pages = td_pages_new ();
      n = count_cell_lines (self, pages, i, text, FALSE, error);
      if (n == 0)
        return 0;
      most = MAX (most, n);
    }
  return most;
}

static gboolean
find_head (Paginator *self, GError **error)
{
  g_autoptr (TdPages) pages = td_pages_new ();
  guint most = 1;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      guint n = count_cell_lines (self, pages, i, td_listing_heading (self->plan, i), TRUE, error);

      if (n == 0)
        return FALSE;
      most = MAX (most, n);
    }
  self->head = td_listing_height (self->plan, most);
  return TRUE;
}

static void
start_page (Paginator *self, guint row, guint line)
{
  TdListingPlace place = { row, line };

  self->y = (self->plan->starts->len == 0 ? self->plan->top : TD_LISTING_TOP) + self->head;
  self->previous = self->n_rows;
  self->n_rows = 0;
  g_array_append_val (self->plan->starts, place);
}

/* At least one, whatever the head takes. */
static guint
lines_on_page (Paginator *self)
{
  double room = td_listing_bottom (self->plan) - self->y - td_listing_height (self->plan, 0);

  return (guint)MAX (room / td_listing_pitch (self->plan), 1);
}

static void
tear (Paginator *self, guint row, guint n_lines)
{
  guint line = 0;

  for (guint fit = lines_on_page (self); n_lines - line > fit; fit = lines_on_page (self))
    {
      line += fit;
      start_page (self, row, line);
    }
  self->y += td_listing_height (self->plan, n_lines - line);
}

static void
add_row (Paginator *self, guint row, guint n_lines)
{
  double bottom = td_listing_bottom (self->plan);

  self->above = self->height;
  self->height = td_listing_height (self->plan, n_lines);
  if (self->y + self->height > bottom && self->n_rows > 0)
    start_page (self, row, 0);
  if (self->y + self->height <= bottom)
    self->y += self->height;
  else
    tear (self, row, n_lines);
  self->n_rows++;
}

/* The row before the last comes along where the last would stand alone. */
static void
keep_company (Paginator *self)
{
  GArray *starts = self->plan->starts;
  TdListingPlace *last = &g_array_index (starts, TdListingPlace, starts->len - 1);
  gboolean fits = self->y + self->above <= td_listing_bottom (self->plan);

  if (starts->len > 1 && self->n_rows == 1 && self->previous > 1 && last->line == 0 && fits)
    last->row--;
}

/**
 * td_listing_paginate:
 * @self: a plan that is measured; its starts are set
 * @error: what the cells report, or cancelled
 */
gboolean
td_listing_paginate (TdListingPlan *self, GError **error)
{
  g_autoptr (TdTextWidths) widths = td_text_widths_new (self->pango);
  Paginator paginator = { .plan = self, .widths = widths };

  if (!find_head (&paginator, error))
    return FALSE;
  start_page (&paginator, 0, 0);
  for (guint row = 0; row < self->listing->n_rows; row++)
    {
      guint n_lines;

      if (!td_listing_go_on (self, row, error) || (n_lines = count_lines (&paginator, row, error)) == 0)
        return FALSE;
      add_row (&paginator, row, n_lines);
    }
  keep_company (&paginator);
  return TRUE;
}
