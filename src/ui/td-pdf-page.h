/* td-pdf-page.h: a page of a PDF as a widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-pdf.h"

G_BEGIN_DECLS

#define TD_TYPE_PDF_PAGE (td_pdf_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPdfPage, td_pdf_page, TD, PDF_PAGE, GtkWidget)

TdPdfPage *td_pdf_page_new (TdPdf *pdf, guint page);
void td_pdf_page_set_zoom (TdPdfPage *self, double zoom);
void td_pdf_page_set_near (TdPdfPage *self, gboolean near);

G_END_DECLS
