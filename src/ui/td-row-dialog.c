/* td-row-dialog.c: a row's form, and below it the rows that refer to it, each edited in its place; those of a person as
 * a timeline too. Which those are follows from the registers' descriptions. The title names the register and the key;
 * nothing personal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-dialog.h"

#include "td-dialogs.h"
#include "td-names.h"
#include "td-related-group.h"
#include "td-row-editor.h"
#include "td-shortcuts.h"
#include "td-status.h"
#include "td-timeline.h"
#include "td-undo.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdRowDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkStack *states;
  AdwStatusPage *failed;
  TdRowEditor *editor;
  AdwClamp *clamp;
  TdTimeline *timeline; /* shown of a life */
  GtkBox *related;      /* of TdRelatedGroup */
  GtkWidget *spinner;

  TdSession *session;
  TdRow *key;            /* of the row; without its whole key, what a new one starts with */
  GCancellable *reading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdRowDialog, td_row_dialog, ADW_TYPE_WINDOW)

static void
on_editor_changed (TdRowDialog *self)
{
  gtk_widget_set_visible (self->spinner, td_row_editor_is_saving (self->editor));
}

static void
show_title (TdRowDialog *self)
{
  gboolean is_new = !td_row_has_whole_key (self->key);
  g_autofree char *key = td_row_describe_key (self->key, 0);
  g_autofree char *title = NULL;

  if (is_new)
    /* Translators: the title of a register, in the form for a new row. */
    title = g_strdup_printf (_ ("%s: new"), self->key->reg->title);
  else
    title = g_strdup_printf ("%s %s", self->key->reg->title, key);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, self->key->reg->title);
  adw_window_title_set_subtitle (self->title, is_new ? _ ("New") : key);
}

static void
show_failure (TdRowDialog *self, const char *message)
{
  td_status_describe (self->failed, message);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

/* Which registers refer to the row, and so which groups there are, never changes. */
static void
show_related (TdRowDialog *self, const TdRowDetails *details)
{
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->related));

  for (guint i = 0; i < details->related->len; i++)
    {
      const TdRelated *related = g_ptr_array_index (details->related, i);

      if (group == NULL)
        gtk_box_append (self->related,
                        GTK_WIDGET (td_related_group_new (self->session, related, self->key->values[0])));
      else
        {
          td_related_group_update (TD_RELATED_GROUP (group), related);
          group = gtk_widget_get_next_sibling (group);
        }
    }
}

/* A mark of the timeline leads to its row. */
static void
on_mark_activated (TdRowDialog *self, const TdRow *row)
{
  TdRelatedRow *line = NULL;

  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->related)); group != NULL && line == NULL;
       group = gtk_widget_get_next_sibling (group))
    line = td_related_group_find (TD_RELATED_GROUP (group), row);
  if (line != NULL)
    td_related_row_open (line);
}

/* What is typed stays, and so does a form that shows the row as it is. */
static void
show_row (TdRowDialog *self, const TdRow *row)
{
  const TdRow *former = td_row_editor_get_row (self->editor);

  if (former != NULL && (td_row_editor_is_changed (self->editor) || td_row_is_same (former, row, TRUE)))
    return;
  td_row_editor_show (self->editor, self->session, row, !td_row_has_whole_key (self->key));
  gtk_stack_set_visible_child_name (self->states, "form");
  if (former == NULL)
    td_row_form_focus (td_row_editor_get_form (self->editor));
}

static void
show_details (TdRowDialog *self, const TdRowDetails *details)
{
  if (!details->is_there && td_row_has_whole_key (self->key))
    {
      show_failure (self, _ ("There is no such row any more."));
      return;
    }
  show_row (self, details->row);
  if (td_row_details_are_of_life (self->key->reg))
    td_timeline_show (self->timeline, details->related, td_session_get_day (self->session));
  show_related (self, details);
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

static void
stop_reading (TdRowDialog *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_details (TdRowDialog *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  td_session_run (self->session, td_row_details_read, td_row_copy (self->key), (GDestroyNotify)td_row_free,
                  td_row_details_free, self->reading, on_read, g_object_ref (self));
}

/* Whoever changed a register has the day evaluated anew: a row of this page, or Undo. */
static void
on_working (TdRowDialog *self)
{
  if (td_session_is_working (self->session) && td_row_has_whole_key (self->key))
    read_details (self);
}

static TdRelatedRow *
find_changed (TdRowDialog *self)
{
  TdRelatedRow *row = NULL;

  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->related)); group != NULL && row == NULL;
       group = gtk_widget_get_next_sibling (group))
    row = td_related_group_find_changed (TD_RELATED_GROUP (group));
  return row;
}

/* The row itself is done with; what is typed in another on the page is not. */
static void
leave (TdRowDialog *self)
{
  TdRelatedRow *changed = find_changed (self);

  if (changed != NULL)
    td_related_row_open (changed);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_deleted (TdRowDialog *self)
{
  td_window_offer (GTK_WIDGET (self), _ ("The row is deleted."), _ ("Undo"), "win.undo");
  leave (self);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRowDialog *self = TD_ROW_DIALOG (widget);

  td_undo_run (GTK_WIDGET (self->states), self->session, FALSE);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdRowDialog *self = TD_ROW_DIALOG (widget);

  td_undo_run (GTK_WIDGET (self->states), self->session, TRUE);
}

static gboolean
td_row_dialog_close_request (GtkWindow *window)
{
  TdRowDialog *self = TD_ROW_DIALOG (window);

  if (td_row_editor_is_saving (self->editor) || !td_dialogs_close (window))
    return GDK_EVENT_STOP;
  if (!td_row_editor_is_changed (self->editor) && find_changed (self) == NULL)
    return GTK_WINDOW_CLASS (td_row_dialog_parent_class)->close_request (window);
  td_dialogs_ask_discard (GTK_WIDGET (window), G_CALLBACK (gtk_window_destroy));
  return GDK_EVENT_STOP;
}

static void
td_row_dialog_dispose (GObject *object)
{
  TdRowDialog *self = TD_ROW_DIALOG (object);

  stop_reading (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_row_dialog_parent_class)->dispose (object);
}

static void
td_row_dialog_finalize (GObject *object)
{
  td_row_free (TD_ROW_DIALOG (object)->key);
  G_OBJECT_CLASS (td_row_dialog_parent_class)->finalize (object);
}

static void
td_row_dialog_class_init (TdRowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_row_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_row_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = td_row_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);

  g_type_ensure (TD_TYPE_ROW_EDITOR);
  g_type_ensure (TD_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, states);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, clamp);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, timeline);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, related);
  gtk_widget_class_bind_template_child (widget_class, TdRowDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_activated);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, on_deleted);
}

static void
td_row_dialog_init (TdRowDialog *self)
{
  static const char *const shortcuts[] = { "row.", "window.", "win.undo", "win.redo" };

  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (td_row_editor_get_actions (self->editor)));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    td_shortcuts_attach (GTK_WIDGET (self), shortcuts[i]);
}

/* For years side by side. */
static void
widen (TdRowDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 680);
  adw_clamp_set_maximum_size (self->clamp, 820);
  adw_clamp_set_tightening_threshold (self->clamp, 820);
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
  self->key = td_row_copy (row);
  g_signal_connect_object (session, "notify::working", G_CALLBACK (on_working), self, G_CONNECT_SWAPPED);
  if (td_row_details_are_of_life (row->reg) && td_row_has_whole_key (row))
    widen (self);
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
