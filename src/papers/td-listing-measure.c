/* td-listing-measure.c: looks at every cell once, and chooses the page's direction, the size of the letters and the
 * columns' widths: upright and large where the table fits so, on its side and smaller where it has to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-listing-private.h"

/* In ems: no column asks for more, however long its longest text is. */
#define WIDEST 15.0

/* Bold letters are so much wider. */
#define BOLD 1.08

/* What the sum of characters may be off by. */
#define SLACK 1.03

typedef struct
{
  double whole; /* the widest text, in ems */
  double word;  /* the widest word, at least */
} Need;

typedef struct
{
  gboolean landscape;
  double size;
} Choice;

/* From what is best to read to what holds most. */
static const Choice choices[]
  = { { FALSE, 11 }, { FALSE, 10 }, { TRUE, 11 }, { TRUE, 10 }, { TRUE, 9 }, { TRUE, 8 }, { TRUE, 7 } };

static void
widen (Need *need, TdTextWidths *widths, const char *text, double factor, gboolean wraps)
{
  double word;
  double whole = td_text_widths_measure (widths, text, &word) * factor * SLACK;

  word *= factor * SLACK;
  need->word = MAX (need->word, MIN (word, WIDEST));
  need->whole = MAX (need->whole, wraps ? word : whole);
}

static gboolean
find_needs (TdListingPlan *self, TdTextWidths *widths, Need *needs, GError **error)
{
  const TdListing *listing = self->listing;

  for (guint i = 0; i < self->n_columns; i++)
    widen (&needs[i], widths, td_listing_heading (self, i), BOLD, TRUE);
  for (guint row = 0; row < listing->n_rows; row++)
    {
      if (!td_listing_go_on (self, row, error))
        return FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          g_autofree char *text = td_listing_cell (self, row, i, error);

          if (text == NULL)
            return FALSE;
          widen (&needs[i], widths, text, 1, FALSE);
        }
    }
  return TRUE;
}

static double
sum_wanted (const Need *needs, guint n, gboolean words)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += words ? needs[i].word : MIN (needs[i].whole, WIDEST);
  return sum;
}

static double
text_width (const TdListingPlan *self)
{
  return self->page_width - TD_LISTING_LEFT - TD_LISTING_RIGHT;
}

/* What the columns have to share, in ems. */
static double
find_room (const TdListingPlan *self)
{
  return (text_width (self) - 2 * TD_CELL_PADDING * self->n_columns) / self->size;
}

static void
choose (TdListingPlan *self, const Need *needs)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      self->page_width = choices[i].landscape ? TD_PAGE_LONG : TD_PAGE_SHORT;
      self->page_height = choices[i].landscape ? TD_PAGE_SHORT : TD_PAGE_LONG;
      self->size = choices[i].size;
      if (sum_wanted (needs, self->n_columns, FALSE) <= find_room (self))
        return;
    }
}

/* Shares @room among the columns: where there is enough, what is left goes first to those whose text is longer than
 * what they ask for; where there is too little, words stay whole as long as they can. */
static void
share (const Need *needs, guint n, double room, double *widths)
{
  double wanted = sum_wanted (needs, n, FALSE);
  double words = sum_wanted (needs, n, TRUE);
  double longer = 0;

  for (guint i = 0; i < n; i++)
    longer += MAX (needs[i].whole - WIDEST, 0);
  for (guint i = 0; i < n; i++)
    {
      double own = MIN (needs[i].whole, WIDEST);

      if (wanted <= room)
        {
          double extra = MIN (room - wanted, longer);

          widths[i] = own + (longer > 0 ? extra * MAX (needs[i].whole - WIDEST, 0) / longer : 0);
          widths[i] *= room / (wanted + extra);
        }
      else if (words <= room)
        widths[i] = needs[i].word + (own - needs[i].word) * (room - words) / (wanted - words);
      else
        widths[i] = needs[i].word * room / words;
    }
}

static void
set_edges (TdListingPlan *self, const Need *needs)
{
  g_autofree double *widths = g_new (double, self->n_columns);

  share (needs, self->n_columns, find_room (self), widths);
  self->edges = g_new (double, self->n_columns + 1);
  self->edges[0] = TD_LISTING_LEFT;
  for (guint i = 0; i < self->n_columns; i++)
    self->edges[i + 1] = self->edges[i] + widths[i] * self->size + 2 * TD_CELL_PADDING;
}

/**
 * td_listing_measure:
 * @self: a plan; its page, its size and its edges are set
 * @error: what the cells report, or cancelled
 */
gboolean
td_listing_measure (TdListingPlan *self, GError **error)
{
  g_autoptr (TdTextWidths) widths = td_text_widths_new (self->pango);
  g_autofree Need *needs = g_new0 (Need, self->n_columns);

  if (!find_needs (self, widths, needs, error))
    return FALSE;
  choose (self, needs);
  set_edges (self, needs);
  return TRUE;
}
