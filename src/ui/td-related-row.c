/* td-related-row.c: a line that unfolds into the row's form. The form is made, and the row read with its sealed values,
 * when it unfolds; it folds back by itself once it is saved, and not without a question while it is changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-related-row.h"

#include "td-dialogs.h"
#include "td-focus.h"
#include "td-inline-editor.h"
#include "td-row-details.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdRelatedRow
{
  AdwExpanderRow parent_instance;
  TdSession *session;
  TdRow *row;             /* in the clear; without its whole key it is a new one */
  guint field;            /* what refers to the row of the page */
  TdInlineEditor *inside; /* (nullable): unless it is unfolded */
  GCancellable *reading;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdRelatedRow, td_related_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What unfolds the rest and has the focus: the first row of the first list within the expander. */
static GtkWidget *
get_line (TdRelatedRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  do
    widget = gtk_widget_get_first_child (widget);
  while (!GTK_IS_LIST_BOX_ROW (widget));
  return widget;
}

/* What the page says already is left out: the reference, where it comes first in the key. */
static void
show_text (TdRelatedRow *self)
{
  const TdRegister *reg = self->row->reg;
  gboolean is_first = self->field == 0 && reg->n_fields > 1 && (reg->fields[1].flags & TD_FIELD_KEY) != 0;
  g_autofree char *key = td_row_describe_key (self->row, is_first ? 1 : 0);
  g_autofree char *summary = td_row_summarise (self->row);
  gboolean is_new = td_related_row_is_new (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), is_new ? _ ("New") : key);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), is_new ? "" : summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_line (self)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
}

static TdRowEditor *
get_editor (TdRelatedRow *self)
{
  return self->inside != NULL ? td_inline_editor_get_editor (self->inside) : NULL;
}

static void
stop_reading (TdRelatedRow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* What is typed is gone; a new row leaves the list. */
static void
fold (TdRelatedRow *self)
{
  gboolean had_focus = td_focus_is_within (GTK_WIDGET (self));
  GtkWidget *inside = GTK_WIDGET (self->inside);

  stop_reading (self);
  self->inside = NULL;
  if (td_related_row_is_new (self))
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  if (had_focus)
    gtk_widget_grab_focus (get_line (self));
  if (inside != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), inside);
}

static void
fold_unless_changed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TdRelatedRow *self = data;

  if (td_row_editor_is_saving (get_editor (self)))
    return;
  if (td_related_row_is_changed (self))
    td_dialogs_ask_discard (GTK_WIDGET (self), G_CALLBACK (fold));
  else
    fold (self);
}

static void
on_saved (TdRelatedRow *self)
{
  td_row_free (self->row);
  self->row = td_row_copy (td_row_editor_get_row (get_editor (self)));
  show_text (self);
  fold (self);
}

static void
on_deleted (TdRelatedRow *self)
{
  td_window_offer (GTK_WIDGET (self), _ ("The row is deleted."), _ ("Undo"), "win.undo");
  g_signal_emit (self, signals[GONE], 0);
}

static void
show_row (TdRelatedRow *self, const TdRow *row)
{
  TdRowEditor *editor = get_editor (self);

  td_row_editor_show (editor, self->session, row, td_related_row_is_new (self));
  td_row_form_hide_fixed (td_row_editor_get_form (editor), self->field);
  td_inline_editor_prepare (self->inside);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRelatedRow) self = data;
  g_autoptr (GError) error = NULL;
  TdRowDetails *details = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (details == NULL)
    td_window_say (GTK_WIDGET (self), error->message);
  else if (!details->is_there)
    td_window_say (GTK_WIDGET (self), _ ("There is no such row any more."));
  else
    show_row (self, details->row);
  if (details == NULL || !details->is_there)
    fold (self);
  g_clear_pointer (&details, td_row_details_free);
}

static void
read_row (TdRelatedRow *self)
{
  stop_reading (self);
  self->reading = g_cancellable_new ();
  td_session_run (self->session, td_row_details_read_alone, td_row_copy (self->row), (GDestroyNotify)td_row_free,
                  td_row_details_free, self->reading, on_read, g_object_ref (self));
}

static void
unfold (TdRelatedRow *self)
{
  static const GActionEntry entries[] = { { .name = "fold", .activate = fold_unless_changed } };
  TdRowEditor *editor;

  self->inside = td_inline_editor_new ();
  editor = get_editor (self);
  g_action_map_add_action_entries (G_ACTION_MAP (td_row_editor_get_actions (editor)), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "deleted", G_CALLBACK (on_deleted), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->inside));
  if (td_related_row_is_new (self))
    show_row (self, self->row);
  else
    read_row (self);
}

/* A click on the line folds it too, and asks like Escape does. */
static void
on_expanded (TdRelatedRow *self)
{
  gboolean is_expanded = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (get_line (self)), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
  if (is_expanded)
    {
      if (self->inside == NULL)
        unfold (self);
    }
  else if (self->inside != NULL && (td_related_row_is_changed (self) || td_row_editor_is_saving (get_editor (self))))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
      fold_unless_changed (NULL, NULL, self);
    }
  else if (self->inside != NULL)
    fold (self);
}

static void
td_related_row_dispose (GObject *object)
{
  TdRelatedRow *self = TD_RELATED_ROW (object);

  stop_reading (self);
  self->inside = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_related_row_parent_class)->dispose (object);
}

static void
td_related_row_finalize (GObject *object)
{
  td_row_free (TD_RELATED_ROW (object)->row);
  G_OBJECT_CLASS (td_related_row_parent_class)->finalize (object);
}

static gboolean
td_related_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_line (TD_RELATED_ROW (widget)));
}

static void
td_related_row_class_init (TdRelatedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_related_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_related_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = td_related_row_grab_focus;

  /* It was deleted, or never came to be. */
  signals[GONE] = g_signal_new ("gone", TD_TYPE_RELATED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_related_row_init (TdRelatedRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

/**
 * td_related_row_new:
 * @session: the open database
 * @row: a row in the clear; without its whole key, what a new one starts with
 * @field: the field that refers to the row of the page
 *
 * Returns: (transfer floating): the line, folded
 */
TdRelatedRow *
td_related_row_new (TdSession *session, const TdRow *row, guint field)
{
  TdRelatedRow *self = g_object_new (TD_TYPE_RELATED_ROW, NULL);

  self->session = g_object_ref (session);
  self->row = td_row_copy (row);
  self->field = field;
  show_text (self);
  return self;
}

/**
 * td_related_row_update:
 * @self: the line
 * @row: the same row as it is now
 *
 * What is typed stays; a form in which nothing is typed shows the row as it is now.
 */
void
td_related_row_update (TdRelatedRow *self, const TdRow *row)
{
  gboolean is_stale
    = self->inside != NULL && !td_related_row_is_changed (self) && !td_row_is_same (self->row, row, FALSE);
  TdRow *copy = td_row_copy (row);

  td_row_free (self->row);
  self->row = copy;
  show_text (self);
  if (is_stale)
    read_row (self);
}

const TdRow *
td_related_row_get (TdRelatedRow *self)
{
  return self->row;
}

/**
 * td_related_row_open:
 * @self: the line
 *
 * Unfolds it; the focus goes into the form, or to the line where it is unfolded already.
 */
void
td_related_row_open (TdRelatedRow *self)
{
  if (self->inside != NULL)
    td_inline_editor_prepare (self->inside);
  else
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

gboolean
td_related_row_is_new (TdRelatedRow *self)
{
  return !td_row_has_whole_key (self->row);
}

gboolean
td_related_row_is_changed (TdRelatedRow *self)
{
  return self->inside != NULL && td_row_editor_is_changed (get_editor (self));
}
