/* td-paper-error.h: what can go wrong on the way from a template to a PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_PAPER_ERROR (td_paper_error_quark ())
GQuark td_paper_error_quark (void);

typedef enum
{
  TD_PAPER_ERROR_FAILED,      /* cairo could not write the PDF */
  TD_PAPER_ERROR_KIND,        /* no paper of this kind */
  TD_PAPER_ERROR_TEMPLATE,    /* a template is not written as it should be */
  TD_PAPER_ERROR_PLACEHOLDER, /* a template names a fact that isn't there */
  TD_PAPER_ERROR_MARKUP,      /* a draft's text holds other markup than td-block.h names */
  TD_PAPER_ERROR_NO_FONT,     /* no font of the right look with all Vietnamese letters is installed */
} TdPaperError;

G_END_DECLS
