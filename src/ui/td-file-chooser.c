/* td-file-chooser.c: native file choosers that leave no trace in the desktop's list of recent files, for the names of
 * these files are nobody else's business.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-file-chooser.h"

#include <glib/gi18n.h>

/* What to do with the answer; one of the two is set. */
typedef struct
{
  GtkWindow *parent; /* a weak reference */
  TdFileChosen one;
  TdFilesChosen many;
  gpointer data;
  const char *suffix; /* (nullable): that a file to be written must end in */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_weak_pointer (&answer->parent);
  g_free (answer);
}

static const struct
{
  const char *name;
  const char *suffixes[8];
} filters[] = {
  [TD_FILTER_NONE] = { NULL, { NULL } },
  [TD_FILTER_DATABASE] = { N_ ("Thẩm Định databases"), { "tham-dinh", NULL } },
  [TD_FILTER_PDF] = { N_ ("PDF files"), { "pdf", NULL } },
  [TD_FILTER_REGISTERS] = { N_ ("CSV files and workbooks"), { "csv", "tsv", "txt", "xlsx", "xlsm", "ods", NULL } },
  [TD_FILTER_TEXT] = { N_ ("Text files"), { "txt", NULL } },
};

static void
add_filter (GtkFileChooser *chooser, TdFilter kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (kind == TD_FILTER_NONE)
    return;
  gtk_file_filter_set_name (filter, _ (filters[kind].name));
  for (guint i = 0; filters[kind].suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, filters[kind].suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
forget_files (GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *uri = g_file_get_uri (file);

      gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
    }
}

static GFile *
with_suffix (GFile *file, const char *suffix)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *longer = NULL;

  if (suffix == NULL || path == NULL || g_str_has_suffix (path, suffix))
    return g_object_ref (file);
  longer = g_strconcat (path, suffix, NULL);
  return g_file_new_for_path (longer);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && answer->parent != NULL && g_list_model_get_n_items (files) > 0)
    {
      g_autoptr (GFile) first = g_list_model_get_item (files, 0);
      g_autoptr (GFile) file = with_suffix (first, answer->suffix);

      forget_files (files);
      gtk_native_dialog_hide (dialog);
      if (answer->many != NULL)
        answer->many (files, answer->data);
      else if (g_file_peek_path (file) != NULL)
        answer->one (file, answer->data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
start (GtkWindow *parent, GtkFileChooserAction action, const char *title, TdFilter filter, Answer *answer)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_set_weak_pointer (&answer->parent, parent);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response), answer, (GClosureNotify)(GCallback)answer_free,
                         0);
  return chooser;
}

/**
 * td_file_chooser_run:
 * @parent: the window that asks; where it goes away first, nobody is answered
 * @action: open, save or select a folder
 * @title: what to choose
 * @suggestion: (nullable): a name for a file to be written
 * @filter: which files to show first; a new database gets its suffix
 * @chosen: called with what was chosen
 * @data: for @chosen; must live as long as @parent
 */
void
td_file_chooser_run (GtkWindow *parent, GtkFileChooserAction action, const char *title, const char *suggestion,
                     TdFilter filter, TdFileChosen chosen, gpointer data)
{
  Answer *answer = g_new0 (Answer, 1);
  GtkFileChooserNative *chooser = start (parent, action, title, filter, answer);

  answer->one = chosen;
  answer->data = data;
  /* Of other kinds a file may stand under the longer name, which the chooser did not ask about. */
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE && filter == TD_FILTER_DATABASE)
    answer->suffix = TD_DATABASE_SUFFIX;
  if (suggestion != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), suggestion);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * td_file_chooser_run_many:
 * @parent: as for td_file_chooser_run()
 * @title: what to choose
 * @filter: which files to show first
 * @chosen: called with one or more files
 * @data: for @chosen; must live as long as @parent
 */
void
td_file_chooser_run_many (GtkWindow *parent, const char *title, TdFilter filter, TdFilesChosen chosen, gpointer data)
{
  Answer *answer = g_new0 (Answer, 1);
  GtkFileChooserNative *chooser = start (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, filter, answer);

  answer->many = chosen;
  answer->data = data;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
