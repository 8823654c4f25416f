/* td-pdf-view.h: the pages of a PDF, one below the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-pdf.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_PDF_VIEW (td_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (TdPdfView, td_pdf_view, TD, PDF_VIEW, AdwBin)

void td_pdf_view_set_pdf (TdPdfView *self, TdPdf *pdf);
void td_pdf_view_zoom (TdPdfView *self, int steps);
void td_pdf_view_fit (TdPdfView *self);

G_END_DECLS
