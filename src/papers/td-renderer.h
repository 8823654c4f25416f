/* td-renderer.h: a draft as pages, pages on a cairo context, a draft as PDF.
 *
 * Pages are plain data: they can be laid out in one thread and drawn in another, but not in two at the same time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-draft.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdPages TdPages;

TdPages *td_layout (const TdDraft *draft, GError **error);
void td_pages_free (TdPages *self);
guint td_pages_get_n_pages (const TdPages *self);
void td_pages_get_size (const TdPages *self, guint n, double *width, double *height);
void td_pages_draw (const TdPages *self, guint n, cairo_t *cr);

GBytes *td_draft_to_pdf (const TdDraft *draft, GCancellable *cancellable, GError **error);
gboolean td_draft_save_pdf (const TdDraft *draft, const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPages, td_pages_free)

G_END_DECLS
