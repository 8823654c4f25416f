/* td-print.h: a PDF on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-pdf.h"

G_BEGIN_DECLS

GtkPrintOperation *td_print_new (TdPdf *pdf, const char *title);

G_END_DECLS
