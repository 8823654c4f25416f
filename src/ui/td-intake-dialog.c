/* td-intake-dialog.c: one table after the other: its columns, its rows, and then into the register. Every change of a
 * row is followed by a check of all, on a copy in a thread, by the import's own rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-dialog.h"

#include "td-count.h"
#include "td-csv.h"
#include "td-date.h"
#include "td-file-chooser.h"
#include "td-import.h"
#include "td-intake-columns.h"
#include "td-intake-table.h"
#include "td-meter.h"
#include "td-names.h"
#include "td-shortcuts.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdIntakeDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkStack *states;
  TdIntakeColumns *columns;
  GtkLabel *missing;
  GtkWidget *look;
  TdIntakeTable *table;
  GtkLabel *summary;
  GtkCheckButton *only_bad;
  GtkWidget *set_aside;
  GtkWidget *take;
  GtkProgressBar *progress;
  AdwStatusPage *failed;

  TdSession *session;
  GPtrArray *intakes;    /* of TdIntake */
  guint at;              /* which of them is in front */
  TdIntake *tidied;      /* (nullable): that one as its rows are shown and mended */
  GCancellable *working; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdIntakeDialog, td_intake_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  GPtrArray *intakes; /* of one TdIntake */
  TdMeter *meter;
  gboolean is_check;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_ptr_array_unref (wanted->intakes);
  g_clear_object (&wanted->meter);
  g_free (wanted);
}

static TdIntake *
get_intake (TdIntakeDialog *self)
{
  return g_ptr_array_index (self->intakes, self->at);
}

static void
stop (TdIntakeDialog *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

static void
show_failure (TdIntakeDialog *self, const char *message)
{
  g_autofree char *text = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failed, text);
  gtk_stack_set_visible_child_name (self->states, "failed");
  gtk_widget_child_focus (GTK_WIDGET (self->failed), GTK_DIR_TAB_FORWARD);
}

/* Whether the answer is that to the last question; a failure is shown here. */
static gboolean
take_answer (TdIntakeDialog *self, GAsyncResult *result, const GError *error)
{
  if (g_task_get_cancellable (G_TASK (result)) != self->working)
    return FALSE;
  g_clear_object (&self->working);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
  return error == NULL;
}

static void
run (TdIntakeDialog *self, TdWork work, gpointer data, GDestroyNotify free_data, GDestroyNotify free_result,
     GAsyncReadyCallback callback)
{
  stop (self);
  self->working = g_cancellable_new ();
  td_session_run (self->session, work, data, free_data, free_result, self->working, callback, g_object_ref (self));
}

static guint
count_taken (const TdIntake *intake)
{
  guint n = 0;

  for (guint i = 0; i < intake->rows->len; i++)
    n += td_intake_is_taken (intake, i);
  return n;
}

static void
show_summary (TdIntakeDialog *self, const TdImportReport *report)
{
  const TdIntake *intake = self->tidied;
  guint n_taken = count_taken (intake);
  g_autofree char *taken = td_count_show (n_taken);
  g_autofree char *problems = td_count_show (report->n_problems);
  g_autofree char *aside = td_count_show (intake->rows->len - td_intake_get_start (intake) - n_taken);
  g_autofree char *text
    = g_strdup_printf (_ ("%s rows to take in, %s mistakes, %s rows set aside"), taken, problems, aside);

  gtk_label_set_label (self->summary, text);
  gtk_widget_set_sensitive (self->set_aside, report->n_problems > 0);
  gtk_widget_set_sensitive (self->take, report->n_problems == 0 && n_taken > 0);
}

static gpointer
import (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autofree char *today = td_date_today ();

  return td_import_intakes (store, wanted->intakes, today, wanted->is_check,
                            wanted->meter != NULL ? td_meter_report : NULL, wanted->meter, cancellable, error);
}

static Wanted *
want (TdIntakeDialog *self, gboolean is_check)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);
  g_ptr_array_add (wanted->intakes, td_intake_copy (self->tidied));
  wanted->is_check = is_check;
  if (!is_check)
    wanted->meter = td_meter_new (self->progress);
  return wanted;
}

static void
on_checked (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = td_session_run_finish (TD_SESSION (object), result, &error);

  if (!take_answer (self, result, error))
    return;
  td_intake_table_show_problems (self->table, report);
  show_summary (self, report);
}

static void
check (TdIntakeDialog *self)
{
  gtk_widget_set_sensitive (self->take, FALSE);
  run (self, import, want (self, TRUE), wanted_free, (GDestroyNotify)td_import_report_free, on_checked);
}

static void
on_filter_bad (TdIntakeDialog *self)
{
  td_intake_table_show_only_bad (self->table, gtk_check_button_get_active (self->only_bad));
}

static void
set_aside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_intake_table_set_bad_aside (TD_INTAKE_DIALOG (widget)->table);
}

static gpointer
tidy (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdIntake) copy = td_intake_copy (data);

  return td_intake_tidy (copy, store, cancellable, error) ? g_steal_pointer (&copy) : NULL;
}

static void
on_tidied (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) tidied = td_session_run_finish (TD_SESSION (object), result, &error);

  if (!take_answer (self, result, error))
    return;
  self->tidied = g_steal_pointer (&tidied);
  td_intake_table_show (self->table, self->tidied);
  gtk_check_button_set_active (self->only_bad, FALSE);
  gtk_stack_set_visible_child_name (self->states, "rows");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  check (self);
}

static void
look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->states, "working");
  run (self, tidy, td_intake_copy (get_intake (self)), (GDestroyNotify)td_intake_free, (GDestroyNotify)td_intake_free,
       on_tidied);
}

static void
show_missing (TdIntakeDialog *self)
{
  const TdIntake *intake = get_intake (self);
  g_autofree char *missing = intake->reg != NULL ? td_intake_columns_list_missing (self->columns) : NULL;
  g_autofree char *text = missing != NULL ? g_strdup_printf (_ ("Choose the column that holds: %s"), missing) : NULL;

  gtk_label_set_label (self->missing, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.look", intake->reg != NULL && missing == NULL);
}

static void
show_columns (TdIntakeDialog *self)
{
  stop (self);
  td_intake_table_show (self->table, NULL);
  g_clear_pointer (&self->tidied, td_intake_free);
  td_intake_columns_show (self->columns, get_intake (self));
  adw_window_title_set_subtitle (self->title, get_intake (self)->label);
  show_missing (self);
  gtk_stack_set_visible_child_name (self->states, "columns");
  gtk_widget_grab_focus (self->look);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_columns (TD_INTAKE_DIALOG (widget));
}

/* What was done, in the window behind, where it can be undone. */
static void
say_taken (TdIntakeDialog *self, const TdImportReport *report)
{
  const TdImportCount *count = &g_array_index (report->counts, TdImportCount, 0);
  g_autofree char *added = td_count_show (count->added);
  g_autofree char *changed = td_count_show (count->changed);
  g_autofree char *text = g_strdup_printf (_ ("%s: %s added, %s changed"), count->reg->title, added, changed);

  td_window_offer (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), text, _ ("Undo"), "win.undo");
}

static void
on_taken (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = td_session_run_finish (TD_SESSION (object), result, &error);

  td_session_refresh (TD_SESSION (object));
  if (!take_answer (self, result, error))
    return;
  if (!report->is_done) /* the registers have changed since the check */
    {
      gtk_stack_set_visible_child_name (self->states, "rows");
      check (self);
      return;
    }
  say_taken (self, report);
  if (++self->at < self->intakes->len)
    show_columns (self);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->states, "working");
  td_session_stop_evaluating (self->session);
  run (self, import, want (self, FALSE), wanted_free, (GDestroyNotify)td_import_report_free, on_taken);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  stop (self);
  gtk_stack_set_visible_child_name (self->states, self->tidied != NULL ? "rows" : "columns");
  if (self->tidied != NULL)
    check (self);
}

static gboolean
write_row (GOutputStream *stream, const TdIntake *intake, guint row, GError **error)
{
  const char *cells[TD_RECORD_MAX_CELLS];

  for (guint i = 0; i < intake->n_columns; i++)
    cells[i] = td_intake_get (intake, row, i);
  return td_csv_write_record (stream, cells, intake->n_columns, NULL, error);
}

/* The headings too, so that the file can come back when it is mended. */
static gboolean
write_aside (const TdIntake *intake, GFile *file, GError **error)
{
  g_autoptr (GFileOutputStream) stream
    = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  GOutputStream *output = (GOutputStream *)stream;

  if (stream == NULL || !td_csv_write_start (output, NULL, error))
    return FALSE;
  if (intake->head != TD_INTAKE_NO_HEAD && !write_row (output, intake, intake->head, error))
    return FALSE;
  for (guint row = td_intake_get_start (intake); row < intake->rows->len; row++)
    if (!td_intake_is_taken (intake, row) && !write_row (output, intake, row, error))
      return FALSE;
  return g_output_stream_close (output, NULL, error);
}

static void
on_aside_file (GFile *file, gpointer data)
{
  TdIntakeDialog *self = data;
  g_autoptr (GError) error = NULL;

  if (!write_aside (self->tidied, file, &error))
    show_failure (self, error->message);
}

static void
save_aside (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *suggestion = g_strconcat (_ ("rows set aside"), ".csv", NULL);

  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the Rows Set Aside"), suggestion,
                       TD_FILTER_TEXT, on_aside_file, widget);
}

static gboolean
td_intake_dialog_close_request (GtkWindow *window)
{
  stop (TD_INTAKE_DIALOG (window));
  return GTK_WINDOW_CLASS (td_intake_dialog_parent_class)->close_request (window);
}

static void
td_intake_dialog_dispose (GObject *object)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (object);

  stop (self);
  if (self->table != NULL)
    td_intake_table_show (self->table, NULL);
  self->table = NULL;
  g_clear_pointer (&self->tidied, td_intake_free);
  g_clear_pointer (&self->intakes, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_intake_dialog_parent_class)->dispose (object);
}

static void
td_intake_dialog_class_init (TdIntakeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_intake_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_intake_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "intake.look", NULL, look);
  gtk_widget_class_install_action (widget_class, "intake.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "intake.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "intake.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "intake.set-aside", NULL, set_aside);
  gtk_widget_class_install_action (widget_class, "intake.save-aside", NULL, save_aside);

  g_type_ensure (TD_TYPE_INTAKE_COLUMNS);
  g_type_ensure (TD_TYPE_INTAKE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-intake-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, look);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, table);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, only_bad);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, set_aside);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, take);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, failed);
  gtk_widget_class_bind_template_callback (widget_class, show_missing);
  gtk_widget_class_bind_template_callback (widget_class, check);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_bad);
}

static void
td_intake_dialog_init (TdIntakeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
}

/**
 * td_intake_dialog_present:
 * @parent: the window that it stands before
 * @session: the open database
 * @intakes: (transfer full) (element-type TdIntake): at least one
 * @is_known: whether the columns are known, so that the rows come first
 */
void
td_intake_dialog_present (GtkWindow *parent, TdSession *session, GPtrArray *intakes, gboolean is_known)
{
  TdIntakeDialog *self = g_object_new (TD_TYPE_INTAKE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->intakes = intakes;
  show_columns (self);
  gtk_window_present (GTK_WINDOW (self));
  if (is_known)
    look (GTK_WIDGET (self), NULL, NULL);
}
