/* td-pdf.h: a PDF to be shown and printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_PDF (td_pdf_get_type ())
G_DECLARE_FINAL_TYPE (TdPdf, td_pdf, TD, PDF, GObject)

TdPdf *td_pdf_new (GBytes *bytes, GError **error);
GBytes *td_pdf_get_bytes (TdPdf *self);
guint td_pdf_get_n_pages (TdPdf *self);
void td_pdf_get_size (TdPdf *self, guint page, double *width, double *height);
const char *td_pdf_get_text (TdPdf *self, guint page);
void td_pdf_print (TdPdf *self, guint page, cairo_t *cr);

void td_pdf_render (TdPdf *self, guint page, double scale, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer data);
GdkTexture *td_pdf_render_finish (TdPdf *self, GAsyncResult *result, GError **error);

G_END_DECLS
