/* td-import-dialog.c: asks what to import, does it in a thread, and tells what came of it: all of it, or every reason
 * why nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-dialog.h"

#include "td-count.h"
#include "td-date.h"
#include "td-file-chooser.h"
#include "td-import.h"
#include "td-intake-dialog.h"
#include "td-intake-work.h"
#include "td-meter.h"
#include "td-names.h"
#include "td-shortcuts.h"
#include "td-status.h"

#include <glib/gi18n.h>

struct _TdImportDialog
{
  AdwWindow parent_instance;
  GtkStack *states;
  GtkWidget *choose;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  AdwPreferencesGroup *counts;
  GtkWidget *notes;
  GtkTextBuffer *notes_text;
  GtkWidget *close;
  GtkLabel *n_problems;
  GtkTextView *problems;
  AdwStatusPage *failed;

  TdSession *session;
  char **paths;            /* (nullable): what was imported last */
  GCancellable *importing; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdImportDialog, td_import_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char **paths;
  TdMeter *meter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_strfreev (wanted->paths);
  g_object_unref (wanted->meter);
  g_free (wanted);
}

static gpointer
import (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autofree char *today = td_date_today ();

  return td_import (store, (const char *const *)wanted->paths, today, FALSE, td_meter_report, wanted->meter,
                    cancellable, error);
}

static void
show_counts (TdImportDialog *self, const TdImportReport *report)
{
  for (guint i = 0; i < report->counts->len; i++)
    {
      const TdImportCount *count = &g_array_index (report->counts, TdImportCount, i);
      g_autofree char *added = td_count_show (count->added);
      g_autofree char *changed = td_count_show (count->changed);
      g_autofree char *same = td_count_show (count->same);
      /* Translators: how many rows of a register. */
      g_autofree char *text = g_strdup_printf (_ ("%s added, %s changed, %s as before"), added, changed, same);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), count->reg->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_preferences_group_add (self->counts, row);
    }
}

static char *
join (GPtrArray *lines, guint64 n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *)g_ptr_array_index (lines, i));
  if (n_lines > lines->len)
    {
      g_autofree char *n_more = td_count_show (n_lines - lines->len);

      g_string_append_printf (text, _ ("… and %s more.\n"), n_more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_done (TdImportDialog *self, const TdImportReport *report)
{
  g_autofree char *notes = join (report->notes, report->n_notes);

  show_counts (self, report);
  gtk_text_buffer_set_text (self->notes_text, notes, -1);
  gtk_widget_set_visible (self->notes, *notes != '\0');
  gtk_stack_set_visible_child_name (self->states, "done");
  gtk_widget_grab_focus (self->close);
}

static void
show_problems (TdImportDialog *self, const TdImportReport *report)
{
  g_autofree char *text = join (report->problems, report->n_problems);
  g_autofree char *count = td_count_show (report->n_problems);
  g_autofree char *title
    = g_strdup_printf (ngettext ("%s mistake stands in the way, and nothing was changed. Mend it and import again.",
                                 "%s mistakes stand in the way, and nothing was changed. Mend them and import again.",
                                 (gulong)report->n_problems),
                       count);

  gtk_label_set_label (self->n_problems, title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->problems), text, -1);
  gtk_stack_set_visible_child_name (self->states, "problems");
  gtk_widget_grab_focus (GTK_WIDGET (self->problems));
}

static void
on_tables_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) intakes = td_session_run_finish (TD_SESSION (object), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_clear_object (&self->importing);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->states, "choose");
  else if (error != NULL)
    td_status_show_failure (self->failed, self->states, error->message);
  else if (intakes->len == 0)
    td_status_show_failure (self->failed, self->states, _ ("Nothing stands in these files."));
  else
    {
      gboolean is_clear = td_intake_is_clear (g_ptr_array_index (intakes, 0));

      td_intake_dialog_present (parent, self->session, g_steal_pointer (&intakes), is_clear);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
read_tables (TdImportDialog *self)
{
  gtk_stack_set_visible_child_name (self->states, "working");
  self->importing = g_cancellable_new ();
  td_session_run (self->session, td_intake_work_read, g_strdupv (self->paths), (GDestroyNotify)g_strfreev,
                  (GDestroyNotify)g_ptr_array_unref, self->importing, on_tables_read, g_object_ref (self));
}

/* A list that others made: its name is no register's, or its headings are not ours. */
static gboolean
is_foreign (const TdImportReport *report)
{
  const char *column, *what;
  guint line;

  td_import_report_get_place (report, 0, &line, &column, &what);
  return line <= 1;
}

static void
on_imported (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = td_session_run_finish (TD_SESSION (object), result, &error);

  g_clear_object (&self->importing);
  td_session_refresh (TD_SESSION (object));
  if (report != NULL && report->n_problems == 0)
    show_done (self, report);
  else if (report != NULL && is_foreign (report))
    read_tables (self);
  else if (report != NULL)
    show_problems (self, report);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->states, "choose");
  else
    td_status_show_failure (self->failed, self->states, error->message);
}

static void
start (TdImportDialog *self, char **paths)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  g_strfreev (self->paths);
  self->paths = g_strdupv (paths);
  wanted->paths = paths;
  wanted->meter = td_meter_new (self->progress);
  gtk_stack_set_visible_child_name (self->states, "working");
  gtk_widget_grab_focus (self->cancel);
  self->importing = g_cancellable_new ();
  td_session_stop_evaluating (self->session);
  td_session_run (self->session, import, wanted, wanted_free, (GDestroyNotify)td_import_report_free, self->importing,
                  on_imported, g_object_ref (self));
}

static void
on_files_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  start (data, g_strv_builder_end (paths));
}

static void
on_folder_chosen (GFile *folder, gpointer data)
{
  const char *paths[] = { g_file_peek_path (folder), NULL };

  start (data, g_strdupv ((char **)paths));
}

static void
choose_files (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_chooser_run_many (GTK_WINDOW (widget), _ ("Choose CSV Files or a Workbook"), TD_FILTER_REGISTERS,
                            on_files_chosen, widget);
}

static void
choose_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose a Folder of Registers"),
                       NULL, TD_FILTER_NONE, on_folder_chosen, widget);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdImportDialog *self = TD_IMPORT_DIALOG (widget);

  if (self->importing != NULL)
    g_cancellable_cancel (self->importing);
}

static void
start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (TD_IMPORT_DIALOG (widget)->states, "choose");
  gtk_widget_grab_focus (TD_IMPORT_DIALOG (widget)->choose);
}

static void
on_problems_file (GFile *file, gpointer data)
{
  TdImportDialog *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->problems);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_object_get (buffer, "text", &text, NULL);
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    td_status_show_failure (self->failed, self->states, error->message);
}

static void
look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_tables (TD_IMPORT_DIALOG (widget));
}

static void
save_problems (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *suggestion = g_strconcat (_ ("mistakes"), ".txt", NULL);

  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the List of Mistakes"), suggestion,
                       TD_FILTER_TEXT, on_problems_file, widget);
}

/* Closed in the middle, nothing is imported; the answer that follows closes nothing any more. */
static gboolean
td_import_dialog_close_request (GtkWindow *window)
{
  cancel (GTK_WIDGET (window), NULL, NULL);
  return GTK_WINDOW_CLASS (td_import_dialog_parent_class)->close_request (window);
}

static void
td_import_dialog_dispose (GObject *object)
{
  g_clear_object (&TD_IMPORT_DIALOG (object)->session);
  g_clear_pointer (&TD_IMPORT_DIALOG (object)->paths, g_strfreev);
  G_OBJECT_CLASS (td_import_dialog_parent_class)->dispose (object);
}

static void
td_import_dialog_class_init (TdImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_import_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "import.files", NULL, choose_files);
  gtk_widget_class_install_action (widget_class, "import.folder", NULL, choose_folder);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, start_over);
  gtk_widget_class_install_action (widget_class, "import.look", NULL, look);
  gtk_widget_class_install_action (widget_class, "import.save-problems", NULL, save_problems);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, notes_text);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, close);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, n_problems);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, TdImportDialog, failed);
}

static void
td_import_dialog_init (TdImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
}

/**
 * td_import_dialog_present:
 * @parent: the window that it stands before
 * @session: the open database
 */
void
td_import_dialog_present (GtkWindow *parent, TdSession *session)
{
  TdImportDialog *self = g_object_new (TD_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->choose);
}
