/* td-intake-dialog.c: one table after the other: its columns, then its rows; then all of them into the registers at
 * once. Every change of a row is followed by a check of all tables so far, in a thread, by the import's own rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-dialog.h"

#include "td-count.h"
#include "td-file-chooser.h"
#include "td-intake-columns.h"
#include "td-intake-summary.h"
#include "td-intake-table.h"
#include "td-intake-work.h"
#include "td-names.h"
#include "td-shortcuts.h"
#include "td-status.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdIntakeDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkStack *states;
  TdIntakeColumns *columns;
  GtkLabel *missing;
  GtkWidget *leave_out;
  GtkWidget *look;
  TdIntakeTable *table;
  GtkLabel *summary;
  GtkCheckButton *only_bad;
  GtkWidget *next;
  GtkWidget *take;
  GtkProgressBar *progress;
  AdwStatusPage *failed;

  TdSession *session;
  GPtrArray *intakes;    /* of TdIntake, as the files have them */
  GPtrArray *tidied;     /* of TdIntake: the same as their rows are mended; %NULL for those not looked at yet */
  guint at;              /* which of them is in front */
  GCancellable *working; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdIntakeDialog, td_intake_dialog, ADW_TYPE_WINDOW)

static TdIntake *
get_intake (TdIntakeDialog *self)
{
  return g_ptr_array_index (self->intakes, self->at);
}

static TdIntake *
get_tidied (TdIntakeDialog *self)
{
  return g_ptr_array_index (self->tidied, self->at);
}

static void
set_tidied (TdIntakeDialog *self, TdIntake *tidied)
{
  td_intake_table_show (self->table, tidied);
  if (get_tidied (self) != NULL)
    td_intake_free (get_tidied (self));
  g_ptr_array_index (self->tidied, self->at) = tidied;
}

static void
stop (TdIntakeDialog *self)
{
  if (self->working != NULL)
    g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

/* Whether the answer is that to the last question; a failure is shown here. */
static gboolean
take_answer (TdIntakeDialog *self, GAsyncResult *result, const GError *error)
{
  if (g_task_get_cancellable (G_TASK (result)) != self->working)
    return FALSE;
  g_clear_object (&self->working);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    td_status_show_failure (self->failed, self->states, error->message);
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

static void
enable (TdIntakeDialog *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
on_checked (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntakeAnswer) answer = td_session_run_finish (TD_SESSION (object), result, &error);
  g_autofree char *summary = NULL;

  if (!take_answer (self, result, error))
    return;
  summary = td_intake_summarise (get_tidied (self), answer->report);
  gtk_label_set_label (self->summary, summary);
  td_intake_table_show_answer (self->table, answer->report);
  enable (self, "intake.set-aside", td_intake_table_has_bad (self->table));
  enable (self, "intake.take", answer->report->n_problems == 0 && answer->report->outcomes->len > 0);
}

static void
check (TdIntakeDialog *self)
{
  enable (self, "intake.take", FALSE);
  run (self, td_intake_work_import, td_intake_wish_new (self->tidied, NULL), td_intake_wish_free, td_intake_answer_free,
       on_checked);
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

static void
show_title (TdIntakeDialog *self)
{
  g_autofree char *place = NULL;

  if (self->intakes->len > 1)
    /* Translators: a table's name, which of several it is, and how many there are. */
    place = g_strdup_printf (_ ("%s (%u of %u)"), get_intake (self)->label, self->at + 1, self->intakes->len);
  adw_window_title_set_subtitle (self->title, place != NULL ? place : get_intake (self)->label);
}

static void
show_rows (TdIntakeDialog *self)
{
  gboolean is_last = self->at + 1 == self->intakes->len;

  show_title (self);
  td_intake_table_show (self->table, get_tidied (self));
  gtk_check_button_set_active (self->only_bad, FALSE);
  gtk_widget_set_visible (self->next, !is_last);
  gtk_widget_set_visible (self->take, is_last);
  gtk_stack_set_visible_child_name (self->states, "rows");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  check (self);
}

static void
on_tidied (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) tidied = td_session_run_finish (TD_SESSION (object), result, &error);

  if (!take_answer (self, result, error))
    return;
  set_tidied (self, g_steal_pointer (&tidied));
  show_rows (self);
}

static void
look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, get_intake (self));
  gtk_stack_set_visible_child_name (self->states, "working");
  run (self, td_intake_work_tidy, td_intake_wish_new (one, NULL), td_intake_wish_free, (GDestroyNotify)td_intake_free,
       on_tidied);
}

static void
show_missing (TdIntakeDialog *self)
{
  const TdIntake *intake = get_intake (self);
  g_autofree char *missing = intake->reg != NULL ? td_intake_list_missing (intake) : NULL;
  g_autofree char *text = missing != NULL ? g_strdup_printf (_ ("Choose the column that holds: %s"), missing) : NULL;

  gtk_label_set_label (self->missing, text != NULL ? text : "");
  enable (self, "intake.look", intake->reg != NULL && missing == NULL);
}

/* What was mended in the rows is read anew, as other columns would have it. */
static void
show_columns (TdIntakeDialog *self)
{
  stop (self);
  set_tidied (self, NULL);
  show_title (self);
  td_intake_columns_show (self->columns, get_intake (self));
  show_missing (self);
  gtk_widget_set_visible (self->leave_out, self->intakes->len > 1);
  gtk_stack_set_visible_child_name (self->states, "columns");
  gtk_widget_grab_focus (self->look);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_columns (TD_INTAKE_DIALOG (widget));
}

static void
show_table (TdIntakeDialog *self, gboolean is_known)
{
  show_columns (self);
  if (is_known)
    look (GTK_WIDGET (self), NULL, NULL);
}

static void
go_to (TdIntakeDialog *self, guint at)
{
  self->at = at;
  if (get_tidied (self) != NULL)
    show_rows (self);
  else
    show_table (self, td_intake_is_clear (get_intake (self)));
}

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  go_to (self, self->at + 1);
}

static void
leave_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  g_ptr_array_remove_index (self->intakes, self->at);
  g_ptr_array_remove_index (self->tidied, self->at);
  go_to (self, MIN (self->at, self->intakes->len - 1));
}

static void
on_taken (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdIntakeDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntakeAnswer) answer = td_session_run_finish (TD_SESSION (object), result, &error);
  g_autofree char *text = NULL;

  td_session_refresh (TD_SESSION (object));
  if (!take_answer (self, result, error))
    return;
  if (!answer->report->is_done) /* the registers have changed since the check */
    {
      show_rows (self);
      return;
    }
  text = td_intake_summarise_done (answer->report);
  td_window_offer (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), text, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->states, "working");
  td_session_stop_evaluating (self->session);
  run (self, td_intake_work_import, td_intake_wish_new (self->tidied, self->progress), td_intake_wish_free,
       td_intake_answer_free, on_taken);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdIntakeDialog *self = TD_INTAKE_DIALOG (widget);

  stop (self);
  if (get_tidied (self) != NULL)
    show_rows (self);
  else
    show_columns (self);
}

static void
on_aside_file (GFile *file, gpointer data)
{
  TdIntakeDialog *self = data;
  g_autoptr (GError) error = NULL;

  if (!td_intake_write_aside (get_tidied (self), file, NULL, &error))
    td_status_show_failure (self->failed, self->states, error->message);
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
  g_clear_pointer (&self->tidied, g_ptr_array_unref);
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
  gtk_widget_class_install_action (widget_class, "intake.leave-out", NULL, leave_out);
  gtk_widget_class_install_action (widget_class, "intake.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "intake.next", NULL, next);
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
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, leave_out);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, look);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, table);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, only_bad);
  gtk_widget_class_bind_template_child (widget_class, TdIntakeDialog, next);
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

static void
free_tidied (gpointer intake)
{
  if (intake != NULL)
    td_intake_free (intake);
}

/**
 * td_intake_dialog_present:
 * @parent: the window that it stands before
 * @session: the open database
 * @intakes: (transfer full) (element-type TdIntake): at least one
 * @is_known: whether the columns of the first are known, so that its rows come first
 */
void
td_intake_dialog_present (GtkWindow *parent, TdSession *session, GPtrArray *intakes, gboolean is_known)
{
  TdIntakeDialog *self = g_object_new (TD_TYPE_INTAKE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->intakes = intakes;
  self->tidied = g_ptr_array_new_full (intakes->len, free_tidied);
  g_ptr_array_set_size (self->tidied, (int)intakes->len);
  show_table (self, is_known);
  gtk_window_present (GTK_WINDOW (self));
}
