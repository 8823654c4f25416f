/* td-listing.h: a table of text on as many pages as it needs, to be printed. Rows are asked for as they are laid out
 * and again as they are drawn, so that memory does not grow with what they hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-block.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *heading;
  TdAlign align;
} TdListingColumn;

/* Answers a cell's text, as long as the next is not asked for. */
typedef const char *(*TdListingCell) (guint row, guint column, gpointer data, GError **error);

/* Called now and then, on the thread that does the work. */
typedef void (*TdListingProgress) (guint64 done, guint64 total, gpointer data);

/* Plain text all of it. */
typedef struct
{
  const char *title;
  const char *const *notes; /* (nullable): lines below the title: what was filtered, how it is sorted */
  const char *mark;         /* (nullable): in a box above the title: who may see it */
  const char *foot;         /* of every page: who printed it and when */
  const TdListingColumn *columns;
  guint n_columns; /* at least one */
  guint n_rows;
  TdListingCell cell;
  gpointer data; /* for @cell */
} TdListing;

GBytes *td_listing_to_pdf (const TdListing *listing, TdListingProgress progress, gpointer progress_data,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
