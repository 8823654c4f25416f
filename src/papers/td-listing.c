/* td-listing.c: measures a listing, parts it into pages, and draws one page after another into a PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-listing-private.h"

#include "td-fonts-private.h"
#include "td-paper-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* How many rows pass between two looks at whether to go on. */
#define ROWS_BETWEEN_LOOKS 64

/* Each row is measured, placed and drawn. */
#define PASSES 3

const char *
td_listing_heading (const TdListingPlan *self, guint column)
{
  return column == 0 ? TD_LISTING_NUMBER : self->listing->columns[column - 1].heading;
}

char *
td_listing_cell (TdListingPlan *self, guint row, guint column, GError **error)
{
  if (column == 0)
    return g_strdup_printf ("%u", row + 1);
  return g_strdup (self->listing->cell (row, column - 1, self->listing->data, error));
}

/**
 * td_listing_go_on:
 * @self: a plan
 * @row: the row that comes next
 * @error: set where it is cancelled
 *
 * Returns: whether to go on; tells how far it is, too
 */
gboolean
td_listing_go_on (TdListingPlan *self, guint row, GError **error)
{
  guint64 total = MAX ((guint64)self->listing->n_rows * PASSES, 1);

  if (self->progress != NULL && row % ROWS_BETWEEN_LOOKS == 0)
    self->progress (MIN (self->done, total), total, self->progress_data);
  self->done++;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

double
td_listing_pitch (const TdListingPlan *self)
{
  return TD_PITCH_SINGLE * self->size;
}

double
td_listing_height (const TdListingPlan *self, guint n_lines)
{
  return n_lines * td_listing_pitch (self) + 2 * TD_CELL_PADDING_Y;
}

double
td_listing_bottom (const TdListingPlan *self)
{
  return self->page_height - TD_LISTING_BOTTOM;
}

double
td_listing_column_width (const TdListingPlan *self, guint column)
{
  return self->edges[column + 1] - self->edges[column] - 2 * TD_CELL_PADDING;
}

/* Plain text, not markup. */
GPtrArray *
td_listing_shape (TdListingPlan *self, TdPages *pages, const char *text, TdStyle style, GError **error)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  style.lines = TRUE;
  return td_shape (pages, self->pango, markup, &style, error);
}

static TdSet
set_of (const TdListingPlan *self, guint column)
{
  TdAlign align = column == 0 ? TD_ALIGN_CENTRE : self->listing->columns[column - 1].align;

  return align == TD_ALIGN_CENTRE ? TD_SET_CENTRE : align == TD_ALIGN_RIGHT ? TD_SET_RIGHT : TD_SET_LEFT;
}

GPtrArray *
td_listing_shape_cell (TdListingPlan *self, TdPages *pages, guint column, const char *text, gboolean is_head,
                       GError **error)
{
  TdStyle style = { .size = self->size,
                    .bold = is_head,
                    .set = is_head ? TD_SET_CENTRE : set_of (self, column),
                    .width = td_listing_column_width (self, column) };

  return td_listing_shape (self, pages, text, style, error);
}

/* The table's top on the first page. */
static gboolean
find_top (TdListingPlan *self, GError **error)
{
  g_autoptr (TdPages) pages = td_pages_new ();
  TdPage *page = td_pages_add (pages, self->page_width, self->page_height, 0, 1);

  self->top = td_listing_place_title (self, pages, page, error);
  return self->top >= 0;
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_FAILED, _ ("The table could not be laid out: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_pages (TdListingPlan *self, cairo_t *cr, GError **error)
{
  for (guint i = 0; i < self->starts->len; i++)
    {
      g_autoptr (TdPages) pages = td_pages_new ();

      if (!td_listing_place_page (self, pages, i, error))
        return FALSE;
      td_pages_draw (pages, 0, cr);
      cairo_show_page (cr);
      if (!check (cairo_status (cr), error))
        return FALSE;
    }
  return TRUE;
}

static GBytes *
draw (TdListingPlan *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->page_width, self->page_height);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->listing->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Thẩm Định");
  drawn = draw_pages (self, cr, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  drawn = drawn && check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static void
plan_clear (TdListingPlan *self)
{
  g_free (self->edges);
  g_array_unref (self->starts);
}

/**
 * td_listing_to_pdf:
 * @listing: a table
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: a #TD_PAPER_ERROR, what the cells report, or cancelled
 *
 * Safe from any thread. The page lies as the columns need it; the head stands again on each.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
td_listing_to_pdf (const TdListing *listing, TdListingProgress progress, gpointer progress_data,
                   GCancellable *cancellable, GError **error)
{
  TdListingPlan self = { .listing = listing,
                         .pango = td_fonts_get_layout (error),
                         .n_columns = listing->n_columns + 1,
                         .starts = g_array_new (FALSE, FALSE, sizeof (TdListingPlace)),
                         .progress = progress,
                         .progress_data = progress_data,
                         .cancellable = cancellable };
  GBytes *pdf = NULL;

  if (self.pango != NULL && td_listing_measure (&self, error) && find_top (&self, error)
      && td_listing_paginate (&self, error))
    pdf = draw (&self, error);
  plan_clear (&self);
  return pdf;
}
