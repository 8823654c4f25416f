/* td-export-dialog.c: asks for the form and the folder, and writes the registers in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export-dialog.h"

#include "td-export.h"
#include "td-file-chooser.h"
#include "td-mask-choice.h"
#include "td-meter.h"
#include "td-names.h"
#include "td-shortcuts.h"
#include "td-status.h"

#include <glib/gi18n.h>

struct _TdExportDialog
{
  AdwWindow parent_instance;
  GtkStack *states;
  TdMaskChoice *mask;
  GtkCheckButton *csv;
  GtkCheckButton *workbook;
  GtkWidget *choose;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  AdwStatusPage *done;
  GtkWidget *close;
  AdwStatusPage *failed;

  TdSession *session;
  GCancellable *exporting; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdExportDialog, td_export_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char *folder;
  TdExportFormat format;
  gboolean masked;
  TdMeter *meter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->folder);
  g_object_unref (wanted->meter);
  g_free (wanted);
}

/* Answers the folder. */
static gpointer export(TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  if (!td_export (store, wanted->folder, wanted->format, wanted->masked, td_meter_report, wanted->meter, cancellable,
                  error))
    return NULL;
  return g_strdup (wanted->folder);
}

static void
show_done (TdExportDialog *self, const char *folder)
{
  gboolean masked = td_mask_choice_is_masked (self->mask);
  g_autofree char *text = g_strdup_printf (
    masked ? _ ("The registers stand in “%s”. Personal data in the files is masked.")
           : _ ("The registers stand in “%s”. The files hold personal data in the clear: keep them safe."),
    folder);

  td_status_describe (self->done, text);
  gtk_stack_set_visible_child_name (self->states, "done");
  gtk_widget_grab_focus (self->close);
}

static void
on_exported (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = td_session_run_finish (TD_SESSION (object), result, &error);

  g_clear_object (&self->exporting);
  if (folder != NULL)
    show_done (self, folder);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->states, "choose");
  else
    td_status_show_failure (self->failed, self->states, error->message);
}

static void
on_folder_chosen (GFile *folder, gpointer data)
{
  TdExportDialog *self = data;
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->folder = g_strdup (g_file_peek_path (folder));
  wanted->format = gtk_check_button_get_active (self->csv) ? TD_EXPORT_CSV : TD_EXPORT_XLSX;
  wanted->masked = td_mask_choice_is_masked (self->mask);
  wanted->meter = td_meter_new (self->progress);
  gtk_stack_set_visible_child_name (self->states, "working");
  gtk_widget_grab_focus (self->cancel);
  self->exporting = g_cancellable_new ();
  td_session_run (self->session, export, wanted, wanted_free, g_free, self->exporting, on_exported,
                  g_object_ref (self));
}

static void
choose_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose a Folder to Export To"),
                       NULL, TD_FILTER_NONE, on_folder_chosen, widget);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdExportDialog *self = TD_EXPORT_DIALOG (widget);

  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
}

static void
start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (TD_EXPORT_DIALOG (widget)->states, "choose");
  gtk_widget_grab_focus (TD_EXPORT_DIALOG (widget)->choose);
}

static gboolean
td_export_dialog_close_request (GtkWindow *window)
{
  cancel (GTK_WIDGET (window), NULL, NULL);
  return GTK_WINDOW_CLASS (td_export_dialog_parent_class)->close_request (window);
}

static void
td_export_dialog_dispose (GObject *object)
{
  g_clear_object (&TD_EXPORT_DIALOG (object)->session);
  G_OBJECT_CLASS (td_export_dialog_parent_class)->dispose (object);
}

static void
td_export_dialog_class_init (TdExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_export_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "export.folder", NULL, choose_folder);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "export.again", NULL, start_over);

  g_type_ensure (TD_TYPE_MASK_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, mask);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, csv);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, workbook);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, close);
  gtk_widget_class_bind_template_child (widget_class, TdExportDialog, failed);
}

static void
td_export_dialog_init (TdExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
}

/**
 * td_export_dialog_present:
 * @parent: the window that it stands before
 * @session: the open database
 */
void
td_export_dialog_present (GtkWindow *parent, TdSession *session)
{
  TdExportDialog *self = g_object_new (TD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->choose);
}
