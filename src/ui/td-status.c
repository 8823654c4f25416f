/* td-status.c: a status page takes its description for markup: a file's name or an error's words are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-status.h"

/**
 * td_status_describe:
 * @page: a status page
 * @text: what it is to say
 */
void
td_status_describe (AdwStatusPage *page, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (page, escaped);
}

/**
 * td_status_show_failure:
 * @page: the page “failed” of a stack, with a button
 * @states: that stack
 * @message: what failed
 *
 * Says so in front, the focus on what there is to do.
 */
void
td_status_show_failure (AdwStatusPage *page, GtkStack *states, const char *message)
{
  td_status_describe (page, message);
  gtk_stack_set_visible_child_name (states, "failed");
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}
