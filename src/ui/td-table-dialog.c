/* td-table-dialog.c: asks how personal data is to leave the program, and writes the table or lays it out in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table-dialog.h"

#include "td-export-table.h"
#include "td-file-chooser.h"
#include "td-mask-choice.h"
#include "td-meter.h"
#include "td-names.h"
#include "td-print.h"
#include "td-shortcuts.h"
#include "td-status.h"
#include "td-table-paper.h"
#include "td-window.h"

#include <glib/gi18n.h>

#define WIDTH         640
#define HEIGHT_EXPORT 540
#define HEIGHT_PRINT  360

struct _TdTableDialog
{
  AdwWindow parent_instance;
  GtkStack *states;
  TdMaskChoice *mask;
  GtkWidget *form;
  GtkCheckButton *workbook;
  GtkCheckButton *csv;
  GtkButton *choose;
  AdwStatusPage *working;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  AdwStatusPage *done;
  GtkWidget *close;
  AdwStatusPage *failed;

  TdSession *session;
  TdTablePurpose purpose;
  TdTableSearch *search;
  GArray *fields;
  GArray *rows;
  GCancellable *running; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdTableDialog, td_table_dialog, ADW_TYPE_WINDOW)

/* What a thread does; the dialog, which holds the search, stays until it is done. */
typedef struct
{
  TdTable *table;
  const TdRowWish *wish;
  TdExportFormat format;
  char *path; /* (nullable): of the file */
  GDateTime *now;
  TdMeter *meter;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  td_table_free (job->table);
  g_free (job->path);
  g_date_time_unref (job->now);
  g_object_unref (job->meter);
  g_free (job);
}

static Job *
job_new (TdTableDialog *self)
{
  Job *job = g_new0 (Job, 1);

  job->table = td_table_new (self->search->wish.reg, g_array_copy (self->fields), g_array_ref (self->rows),
                             td_mask_choice_is_masked (self->mask));
  job->wish = &self->search->wish;
  job->format = gtk_check_button_get_active (self->workbook) ? TD_EXPORT_XLSX : TD_EXPORT_CSV;
  job->now = g_date_time_new_now_local ();
  job->meter = td_meter_new (self->progress);
  return job;
}

/* Answers the path. */
static gpointer
write_file (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;

  if (!td_export_table (store, job->table, job->path, job->format, td_meter_report, job->meter, cancellable, error))
    return NULL;
  return g_strdup (job->path);
}

/* Answers a TdPdf. */
static gpointer
lay_out (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  g_autoptr (GBytes) bytes
    = td_table_to_pdf (job->table, store, job->wish, job->now, td_meter_report, job->meter, cancellable, error);

  return bytes != NULL ? td_pdf_new (bytes, error) : NULL;
}

static void
show_choice (TdTableDialog *self)
{
  gtk_stack_set_visible_child_name (self->states, "choose");
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
}

/* Whether it failed, or was given up; then the dialog says so. */
static gboolean
has_failed (TdTableDialog *self, const GError *error)
{
  g_clear_object (&self->running);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_choice (self);
  else if (error != NULL)
    td_status_show_failure (self->failed, self->states, error->message);
  return error != NULL;
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = td_session_run_finish (TD_SESSION (object), result, &error);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *text = NULL;

  if (has_failed (self, error))
    return;
  text = g_strdup_printf (td_mask_choice_is_masked (self->mask)
                            ? _ ("The table stands in “%s”. Personal data in it is masked.")
                            : _ ("The table stands in “%s”. It holds personal data in the clear: keep it safe."),
                          shown);
  td_status_describe (self->done, text);
  gtk_stack_set_visible_child_name (self->states, "done");
  gtk_widget_grab_focus (self->close);
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  message = g_strdup_printf (_ ("The table could not be printed: %s"), error->message);
  td_window_say (window, message);
}

static void
on_laid_out (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdTableDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPdf) pdf = td_session_run_finish (TD_SESSION (object), result, &error);
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (has_failed (self, error) || window == NULL)
    return;
  operation = td_print_new (pdf, self->search->wish.reg->title);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), window, 0);
  gtk_window_destroy (GTK_WINDOW (self));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

static void
run (TdTableDialog *self, Job *job)
{
  gboolean is_export = self->purpose == TD_TABLE_EXPORT;

  gtk_stack_set_visible_child_name (self->states, "working");
  gtk_widget_grab_focus (self->cancel);
  self->running = g_cancellable_new ();
  td_session_run (self->session, is_export ? write_file : lay_out, job, job_free, is_export ? g_free : g_object_unref,
                  self->running, is_export ? on_written : on_laid_out, g_object_ref (self));
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  Job *job = job_new (data);

  job->path = g_strdup (g_file_peek_path (file));
  run (data, job);
}

static void
choose_file (TdTableDialog *self)
{
  gboolean is_workbook = gtk_check_button_get_active (self->workbook);
  g_autofree char *name = g_strconcat (self->search->wish.reg->title, is_workbook ? ".xlsx" : ".csv", NULL);

  td_file_chooser_run (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the Table"), name, TD_FILTER_REGISTERS,
                       on_file_chosen, self);
}

static void
start (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTableDialog *self = TD_TABLE_DIALOG (widget);

  if (self->purpose == TD_TABLE_EXPORT)
    choose_file (self);
  else
    run (self, job_new (self));
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTableDialog *self = TD_TABLE_DIALOG (widget);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

static void
start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_choice (TD_TABLE_DIALOG (widget));
}

static gboolean
td_table_dialog_close_request (GtkWindow *window)
{
  cancel (GTK_WIDGET (window), NULL, NULL);
  return GTK_WINDOW_CLASS (td_table_dialog_parent_class)->close_request (window);
}

static void
td_table_dialog_finalize (GObject *object)
{
  TdTableDialog *self = TD_TABLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->search, td_table_search_free);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (td_table_dialog_parent_class)->finalize (object);
}

static void
td_table_dialog_class_init (TdTableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_table_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = td_table_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "table-out.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "table-out.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "table-out.again", NULL, start_over);

  g_type_ensure (TD_TYPE_MASK_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, mask);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, workbook);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, csv);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, working);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, done);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, close);
  gtk_widget_class_bind_template_child (widget_class, TdTableDialog, failed);
}

static void
td_table_dialog_init (TdTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
}

static void
say_purpose (TdTableDialog *self)
{
  gboolean is_export = self->purpose == TD_TABLE_EXPORT;
  const char *title = self->search->wish.reg->title;
  /* Translators: a register. */
  g_autofree char *text = g_strdup_printf (is_export ? _ ("Export the Table “%s”") : _ ("Print the Table “%s”"), title);

  gtk_window_set_title (GTK_WINDOW (self), text);
  gtk_button_set_label (self->choose, is_export ? _ ("Choose a _File…") : _ ("_Print…"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->mask),
    is_export ? _ ("The rows and columns in sight are exported, in their order. Only a full file can be imported.")
              : _ ("The rows and columns in sight are printed, in their order."));
  adw_status_page_set_title (self->working, is_export ? _ ("Exporting") : _ ("Laying Out the Pages"));
  adw_status_page_set_title (self->failed, is_export ? _ ("The Export Failed") : _ ("The Table Was Not Printed"));
  gtk_widget_set_visible (self->form, is_export);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, is_export ? HEIGHT_EXPORT : HEIGHT_PRINT);
  td_names_mend (GTK_WIDGET (self));
}

/**
 * td_table_dialog_present:
 * @parent: the window that it stands before
 * @session: the open database
 * @purpose: where the table goes
 * @search: (transfer full): what its rows were found by
 * @fields: (transfer full) (element-type guint): its columns, at least one
 * @rows: (transfer none) (element-type gint64): its rows
 */
void
td_table_dialog_present (GtkWindow *parent, TdSession *session, TdTablePurpose purpose, TdTableSearch *search,
                         GArray *fields, GArray *rows)
{
  TdTableDialog *self = g_object_new (TD_TYPE_TABLE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->purpose = purpose;
  self->search = search;
  self->fields = fields;
  self->rows = g_array_ref (rows);
  say_purpose (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->choose));
}
