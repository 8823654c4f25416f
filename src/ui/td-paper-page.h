/* td-paper-page.h: a paper as it will be printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_PAPER_PAGE (td_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPaperPage, td_paper_page, TD, PAPER_PAGE, AdwBin)

void td_paper_page_set_session (TdPaperPage *self, TdSession *session);
void td_paper_page_make (TdPaperPage *self, const char *kind, const char *code);
gboolean td_paper_page_is_ready (TdPaperPage *self);
void td_paper_page_save (TdPaperPage *self);
void td_paper_page_print (TdPaperPage *self);
void td_paper_page_zoom (TdPaperPage *self, int steps);
void td_paper_page_fit (TdPaperPage *self);
void td_paper_page_focus (TdPaperPage *self);

G_END_DECLS
