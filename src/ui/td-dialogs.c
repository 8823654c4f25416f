/* td-dialogs.c: a window closes after the dialogs before it, and a dialog with unsaved work after a question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-dialogs.h"

#include <glib/gi18n.h>

static GtkWindow *
find_dialog (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == window && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

/**
 * td_dialogs_close:
 * @window: a window that is about to close
 *
 * Closes every dialog before it, until one stays: it holds what is not saved yet, or asks something itself.
 *
 * Returns: whether none is left
 */
gboolean
td_dialogs_close (GtkWindow *window)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (window)) != NULL)
    {
      gtk_window_close (dialog);
      if (find_dialog (window) == dialog)
        return FALSE;
    }
  return TRUE;
}

/* GTK would still look for the window that the question stood before. */
static void
forget_parent (GtkWindow *question)
{
  gtk_window_set_transient_for (question, NULL);
}

/**
 * td_dialogs_ask_discard:
 * @widget: a dialog with unsaved work, or a form within it
 * @discard: (type GtkCallback): called with @widget where the answer is to discard the work
 */
void
td_dialogs_ask_discard (GtkWidget *widget, GCallback discard)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Discard the Changes?"),
                                                _ ("What you have typed in this form is not saved yet."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (question);

  adw_message_dialog_add_responses (dialog, "keep", _ ("_Keep Editing"), "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect (question, "response", G_CALLBACK (forget_parent), NULL);
  g_signal_connect_object (question, "response::discard", discard, widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}
