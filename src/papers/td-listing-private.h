/* td-listing-private.h: what measuring a listing, parting it into pages and drawing them share. Units are points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-listing.h"
#include "td-measures.h"
#include "td-shape-private.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* The margins are narrower than a paper's: a listing has its place in a folder, not in the post. */
#define TD_LISTING_LEFT   TD_MM (20)
#define TD_LISTING_RIGHT  TD_MM (12)
#define TD_LISTING_TOP    TD_MM (13)
#define TD_LISTING_BOTTOM TD_MM (17)
#define TD_LISTING_FOOT   TD_MM (9) /* of the last line, from the page's edge */

#define TD_LISTING_SIZE_FOOT 9
#define TD_LISTING_RULE      0.4

/* The number of a row stands before its cells. */
#define TD_LISTING_NUMBER "STT"

/* Where a page starts: in a row that is taller than a page, at a line of it. */
typedef struct
{
  guint row;
  guint line;
} TdListingPlace;

typedef struct
{
  const TdListing *listing;
  PangoLayout *pango;
  guint n_columns; /* with that of the numbers */
  double page_width, page_height;
  double size;    /* of the font */
  double *edges;  /* of the columns, one more than there are */
  double top;     /* of the table on the first page */
  GArray *starts; /* TdListingPlace, one for each page */
  TdListingProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 done;
} TdListingPlan;

const char *td_listing_heading (const TdListingPlan *self, guint column);
char *td_listing_cell (TdListingPlan *self, guint row, guint column, GError **error);
gboolean td_listing_go_on (TdListingPlan *self, guint row, GError **error);
double td_listing_pitch (const TdListingPlan *self);
double td_listing_column_width (const TdListingPlan *self, guint column);
GPtrArray *td_listing_shape (TdListingPlan *self, TdPages *pages, const char *text, TdStyle style, GError **error);
GPtrArray *td_listing_shape_cell (TdListingPlan *self, TdPages *pages, guint column, const char *text, gboolean is_head,
                                  GError **error);
double td_listing_height (const TdListingPlan *self, guint n_lines);
double td_listing_bottom (const TdListingPlan *self);

gboolean td_listing_measure (TdListingPlan *self, GError **error);
gboolean td_listing_paginate (TdListingPlan *self, GError **error);
double td_listing_place_title (TdListingPlan *self, TdPages *pages, TdPage *page, GError **error);
gboolean td_listing_place_page (TdListingPlan *self, TdPages *pages, guint page, GError **error);

/* Widths of text in ems, character by character. */
typedef struct _TdTextWidths TdTextWidths;

TdTextWidths *td_text_widths_new (PangoLayout *layout);
void td_text_widths_free (TdTextWidths *self);
double td_text_widths_measure (TdTextWidths *self, const char *text, double *longest_word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTextWidths, td_text_widths_free)

G_END_DECLS
