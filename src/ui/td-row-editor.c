/* td-row-editor.c: saves and deletes what a form shows, wherever the form stands, and says above it why that was
 * refused. What can be done are actions, for the buttons and keys of whoever holds it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-editor.h"

#include "td-row-save.h"

struct _TdRowEditor
{
  AdwBin parent_instance;
  GtkLabel *refused;
  TdRowForm *form;
  GSimpleActionGroup *actions;

  TdSession *session; /* (nullable): until it shows a row */
  TdRow *row;         /* (nullable): as it was read, or what a new one starts with */
  TdRow *written;     /* (nullable): as it will be, while it is being saved or deleted */
  gboolean is_new;
};

G_DEFINE_FINAL_TYPE (TdRowEditor, td_row_editor, ADW_TYPE_BIN)

enum
{
  CHANGED,
  SAVED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_enabled (TdRowEditor *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update (TdRowEditor *self)
{
  gboolean is_ready = self->row != NULL && self->written == NULL;

  set_enabled (self, "save", is_ready && (self->is_new || td_row_form_is_changed (self->form)));
  set_enabled (self, "delete", is_ready && !self->is_new);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
refuse (TdRowEditor *self, const char *message)
{
  gtk_label_set_label (self->refused, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused), message != NULL);
}

static void
show_answer (TdRowEditor *self, const TdRowAnswer *answer)
{
  if (answer->field >= 0)
    td_row_form_set_wrong (self->form, (guint)answer->field, answer->message);
  else
    refuse (self, answer->message);
}

/* Whether it was done; where it was not, the form says why. */
static gboolean
finish (TdRowEditor *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  TdRowAnswer *answer = td_session_run_finish (self->session, result, &error);
  gboolean is_done = answer != NULL && answer->message == NULL;

  if (is_done)
    {
      td_row_free (self->row);
      self->row = td_row_copy (self->written);
      self->is_new = FALSE;
    }
  g_clear_pointer (&self->written, td_row_free);
  update (self);
  td_session_refresh (self->session);
  if (answer == NULL)
    refuse (self, error->message);
  else if (!is_done)
    show_answer (self, answer);
  g_clear_pointer (&answer, td_row_answer_free);
  return is_done;
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowEditor) self = data;

  if (finish (self, result))
    g_signal_emit (self, signals[SAVED], 0);
}

static void
on_deleted (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowEditor) self = data;

  if (finish (self, result))
    g_signal_emit (self, signals[DELETED], 0);
}

static void
write_row (TdRowEditor *self, TdRow *row, TdWork work, GAsyncReadyCallback callback)
{
  refuse (self, NULL);
  self->written = row;
  update (self);
  td_session_stop_evaluating (self->session);
  td_session_run (self->session, work, td_row_save_new (td_row_copy (row), self->is_new), td_row_save_free,
                  td_row_answer_free, NULL, callback, g_object_ref (self));
}

static void
save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdRowEditor *self = data;
  TdRow *row = td_row_form_collect (self->form);

  if (row != NULL)
    write_row (self, row, td_row_save_do, on_saved);
}

/* Asks nothing: it can be undone. */
static void delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdRowEditor *self = data;

  write_row (self, td_row_copy (self->row), td_row_save_delete, on_deleted);
}

static void
td_row_editor_dispose (GObject *object)
{
  g_clear_object (&TD_ROW_EDITOR (object)->session);
  G_OBJECT_CLASS (td_row_editor_parent_class)->dispose (object);
}

static void
td_row_editor_finalize (GObject *object)
{
  TdRowEditor *self = TD_ROW_EDITOR (object);

  g_clear_pointer (&self->row, td_row_free);
  g_clear_pointer (&self->written, td_row_free);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (td_row_editor_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, TD_TYPE_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_row_editor_class_init (TdRowEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_row_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_row_editor_finalize;

  /* What stands in the form, or whether it is being saved. */
  signals[CHANGED] = add_signal ("changed");
  signals[SAVED] = add_signal ("saved");
  signals[DELETED] = add_signal ("deleted");
}

static void
td_row_editor_init (TdRowEditor *self)
{
  static const GActionEntry entries[]
    = { { .name = "save", .activate = save }, { .name = "delete", .activate = delete } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->refused
    = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->refused), "error");
  self->form = g_object_new (TD_TYPE_ROW_FORM, NULL);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->refused));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  adw_bin_set_child (ADW_BIN (self), box);
  refuse (self, NULL);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * td_row_editor_show:
 * @self: the editor
 * @session: the open database
 * @row: a row as it was read, with its sealed values, or what a new one starts with
 * @is_new: whether the row is to be added
 *
 * Shows @row in place of what was shown before.
 */
void
td_row_editor_show (TdRowEditor *self, TdSession *session, const TdRow *row, gboolean is_new)
{
  TdRow *copy = td_row_copy (row);

  g_set_object (&self->session, session);
  g_clear_pointer (&self->row, td_row_free);
  self->row = copy;
  self->is_new = is_new;
  refuse (self, NULL);
  td_row_form_show (self->form, self->row, is_new);
  td_row_form_read_directory (self->form, session);
  update (self);
}

/**
 * td_row_editor_get_row:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the row as it was read or last saved; %NULL before one is shown
 */
const TdRow *
td_row_editor_get_row (TdRowEditor *self)
{
  return self->row;
}

TdRowForm *
td_row_editor_get_form (TdRowEditor *self)
{
  return self->form;
}

/**
 * td_row_editor_get_actions:
 * @self: the editor
 *
 * Returns: (transfer none): `save` and `delete`, each enabled when it can be done
 */
GSimpleActionGroup *
td_row_editor_get_actions (TdRowEditor *self)
{
  return self->actions;
}

gboolean
td_row_editor_is_new (TdRowEditor *self)
{
  return self->is_new;
}

gboolean
td_row_editor_is_saving (TdRowEditor *self)
{
  return self->written != NULL;
}

gboolean
td_row_editor_is_changed (TdRowEditor *self)
{
  return td_row_form_is_changed (self->form);
}
