/* td-row-dialog.c: a form that follows from a register's description, and below it the rows that refer to this one. The
 * title names the register and the key; nothing personal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-dialog.h"

#include "td-dialogs.h"
#include "td-names.h"
#include "td-related-group.h"
#include "td-row-details.h"
#include "td-row-form.h"
#include "td-row-save.h"
#include "td-shortcuts.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdRowDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkStack *states;
  AdwStatusPage *failed;
  GtkLabel *refused;
  TdRowForm *form;
  GtkBox *related;
  GtkWidget *spinner;

  TdSession *session;
  TdRow *row; /* as it was read, or what a new one starts with */
  gboolean is_new;
  gboolean is_saving;
  GCancellable *reading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdRowDialog, td_row_dialog, ADW_TYPE_WINDOW)

static void
update (TdRowDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.save",
                                 !self->is_saving && (self->is_new || td_row_form_is_changed (self->form)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete",
                                 !self->is_saving && !self->is_new && td_row_form_is_shown (self->form));
  gtk_widget_set_visible (self->spinner, self->is_saving);
}

static void
refuse (TdRowDialog *self, const char *message)
{
  gtk_label_set_label (self->refused, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused), message != NULL);
}

static void
show_title (TdRowDialog *self)
{
  g_autofree char *key = td_row_describe_key (self->row, 0);
  g_autofree char *title = NULL;

  if (self->is_new)
    /* Translators: the title of a register, in the form for a new row. */
    title = g_strdup_printf (_ ("%s: new"), self->row->reg->title);
  else
    title = g_strdup_printf ("%s %s", self->row->reg->title, key);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, self->row->reg->title);
  adw_window_title_set_subtitle (self->title, self->is_new ? _ ("New") : key);
}

static int
find_focused (GtkBox *box)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    if (gtk_widget_get_state_flags (child) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return n;
  return -1;
}

static void
show_related (TdRowDialog *self, const TdRowDetails *details)
{
  GtkWidget *group;
  int focused = find_focused (self->related);

  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->related))) != NULL)
    gtk_box_remove (self->related, group);
  for (guint i = 0; i < details->related->len; i++)
    {
      group = GTK_WIDGET (td_related_group_new (g_ptr_array_index (details->related, i)));
      gtk_box_append (self->related, group);
      if ((int)i == focused)
        gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
    }
}

static void
show_failure (TdRowDialog *self, const char *message)
{
  g_autofree char *text = g_markup_escape_text (message, -1);

  adw_status_page_set_description (self->failed, text);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
show_details (TdRowDialog *self, const TdRowDetails *details)
{
  if (!details->is_there && !self->is_new)
    {
      show_failure (self, _ ("There is no such row any more."));
      return;
    }
  if (!td_row_form_is_shown (self->form))
    {
      td_row_free (self->row);
      self->row = td_row_copy (details->row);
      td_row_form_show (self->form, self->row, self->is_new);
      show_title (self);
      gtk_stack_set_visible_child_name (self->states, "form");
      td_row_form_focus (self->form);
    }
  td_row_form_read_directory (self->form, self->session);
  show_related (self, details);
  update (self);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowDialog) self = data;
  g_autoptr (GError) error = NULL;
  TdRowDetails *details = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (details == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  show_details (self, details);
  td_row_details_free (details);
}

/* What stands in the form stays; the rows below it are read anew. */
static void
read_details (TdRowDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  td_session_run (self->session, td_row_details_read, td_row_copy (self->row), (GDestroyNotify)td_row_free,
                  td_row_details_free, self->reading, on_read, g_object_ref (self));
}

static void
show_answer (TdRowDialog *self, const TdRowAnswer *answer)
{
  if (answer->field >= 0)
    td_row_form_set_wrong (self->form, (guint)answer->field, answer->message);
  else
    refuse (self, answer->message);
}

static void
on_deleted (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowDialog) self = data;
  g_autoptr (GError) error = NULL;
  TdRowAnswer *answer = td_session_run_finish (TD_SESSION (object), result, &error);

  self->is_saving = FALSE;
  update (self);
  td_session_refresh (self->session);
  if (answer == NULL)
    {
      refuse (self, error->message);
      return;
    }
  if (answer->message == NULL)
    {
      td_window_offer (GTK_WIDGET (self), _ ("The row is deleted."), _ ("Undo"), "win.undo");
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    show_answer (self, answer);
  td_row_answer_free (answer);
}

/* Asks nothing: it can be undone. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRowDialog *self = TD_ROW_DIALOG (widget);

  refuse (self, NULL);
  self->is_saving = TRUE;
  update (self);
  td_session_stop_evaluating (self->session);
  td_session_run (self->session, td_row_save_delete, td_row_save_new (td_row_copy (self->row), FALSE), td_row_save_free,
                  td_row_answer_free, NULL, on_deleted, g_object_ref (self));
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowDialog) self = data;
  g_autoptr (GError) error = NULL;
  TdRowAnswer *answer = td_session_run_finish (TD_SESSION (object), result, &error);

  self->is_saving = FALSE;
  update (self);
  td_session_refresh (self->session);
  if (answer == NULL)
    {
      refuse (self, error->message);
      return;
    }
  if (answer->message == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_answer (self, answer);
  td_row_answer_free (answer);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRowDialog *self = TD_ROW_DIALOG (widget);
  TdRow *row = td_row_form_collect (self->form);

  if (row == NULL)
    return;
  refuse (self, NULL);
  self->is_saving = TRUE;
  update (self);
  td_session_stop_evaluating (self->session);
  td_session_run (self->session, td_row_save_do, td_row_save_new (row, self->is_new), td_row_save_free,
                  td_row_answer_free, NULL, on_saved, g_object_ref (self));
}

static void
open_other (TdRowDialog *self, const TdRow *row)
{
  GtkWindow *dialog = td_row_dialog_open (GTK_WINDOW (self), self->session, row);

  g_signal_connect_object (dialog, "destroy", G_CALLBACK (read_details), self, G_CONNECT_SWAPPED);
}

static void
open_related (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (TdRow) row = td_related_group_parse_row (parameter);

  open_other (TD_ROW_DIALOG (widget), row);
}

static void
add_related (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRowDialog *self = TD_ROW_DIALOG (widget);
  const char *reg;
  guint field;
  g_autoptr (TdRow) row = NULL;

  g_variant_get (parameter, "(&su)", &reg, &field);
  row = td_row_new (td_register_find (reg));
  td_row_set (row, field, self->row->values[0]);
  open_other (self, row);
}

static gboolean
td_row_dialog_close_request (GtkWindow *window)
{
  TdRowDialog *self = TD_ROW_DIALOG (window);

  if (self->is_saving || !td_dialogs_close (window))
    return GDK_EVENT_STOP;
  if (!td_row_form_is_changed (self->form))
    return GTK_WINDOW_CLASS (td_row_dialog_parent_class)->close_request (window);
  td_dialogs_ask_discard (window);
  return GDK_EVENT_STOP;
}

static void
td_row_dialog_dispose (GObject *object)
{
  TdRowDialog *self = TD_ROW_DIALOG (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_row_dialog_parent_class)->dispose (object);
}

static void
td_row_dialog_finalize (GObject *object)
{
  TdRowDialog *self = TD_ROW_DIALOG (object);

  g_clear_pointer (&self->row, td_row_free);
  G_OBJECT_CLASS (td_row_dialog_parent_class)->finalize (object);
}

static void
td_row_dialog_class_init (TdRowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_row_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_row_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = td_row_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "row.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "row.open-related", "(sas)", open_related);
  gtk_widget_class_install_action (widget_class, "row.add-related", "(su)", add_related);

  g_type_ensure (TD_TYPE_ROW_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, form);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, related);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
td_row_dialog_init (TdRowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "row.");
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete", FALSE);
}

/**
 * td_row_dialog_open:
 * @parent: the window that it stands before
 * @session: the open database
 * @row: a row that knows its whole key; otherwise what is to stand in a new one
 *
 * Returns: (transfer none): the dialog, on the screen
 */
GtkWindow *
td_row_dialog_open (GtkWindow *parent, TdSession *session, const TdRow *row)
{
  TdRowDialog *self = g_object_new (TD_TYPE_ROW_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->row = td_row_copy (row);
  self->is_new = !td_row_has_whole_key (row);
  show_title (self);
  read_details (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}

/**
 * td_row_dialog_open_key:
 * @parent: the window that it stands before
 * @session: the open database
 * @reg: a register with a key of one field
 * @key: a row's key
 *
 * Returns: (transfer none): the dialog, on the screen
 */
GtkWindow *
td_row_dialog_open_key (GtkWindow *parent, TdSession *session, const TdRegister *reg, const char *key)
{
  g_autoptr (TdRow) row = td_row_new_key (reg, key);

  return td_row_dialog_open (parent, session, row);
}
