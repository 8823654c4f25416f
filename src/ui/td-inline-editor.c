/* td-inline-editor.c: Save, Cancel and Delete stand below the form, and their keys work where the focus is within. The
 * focus goes to the form, never to the line as a whole, and the page scrolls until all of it can be seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-inline-editor.h"

#include "td-names.h"
#include "td-shortcuts.h"

/* For as long as a line takes to unfold. */
#define FOLLOW_US (600 * G_TIME_SPAN_MILLISECOND)

struct _TdInlineEditor
{
  AdwPreferencesRow parent_instance;
  TdRowEditor *editor;
  GtkWidget *delete;
  gint64 followed_since; /* of the frame clock; 0 before the first frame */
};

G_DEFINE_FINAL_TYPE (TdInlineEditor, td_inline_editor, ADW_TYPE_PREFERENCES_ROW)

static gboolean
td_inline_editor_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
follow (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TdInlineEditor *self = TD_INLINE_EDITOR (widget);
  GtkWidget *line = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_rect_t bounds;

  if (self->followed_since == 0)
    self->followed_since = gdk_frame_clock_get_frame_time (clock);
  if (gtk_widget_compute_bounds (line, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return gdk_frame_clock_get_frame_time (clock) - self->followed_since < FOLLOW_US ? G_SOURCE_CONTINUE
                                                                                   : G_SOURCE_REMOVE;
}

static void
td_inline_editor_class_init (TdInlineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = td_inline_editor_focus;

  g_type_ensure (TD_TYPE_ROW_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-inline-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TdInlineEditor, editor);
  gtk_widget_class_bind_template_child (widget_class, TdInlineEditor, delete);
}

static void
td_inline_editor_init (TdInlineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (td_row_editor_get_actions (self->editor)));
  td_shortcuts_attach_within (GTK_WIDGET (self), "row.");
}

TdInlineEditor *
td_inline_editor_new (void)
{
  return g_object_new (TD_TYPE_INLINE_EDITOR, NULL);
}

TdRowEditor *
td_inline_editor_get_editor (TdInlineEditor *self)
{
  return self->editor;
}

/**
 * td_inline_editor_prepare:
 * @self: an editor that shows a row
 *
 * Offers what can be done with that row, puts the focus into the form, and scrolls there.
 */
void
td_inline_editor_prepare (TdInlineEditor *self)
{
  gtk_widget_set_visible (self->delete, !td_row_editor_is_new (self->editor));
  td_row_form_focus (td_row_editor_get_form (self->editor));
  self->followed_since = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), follow, NULL, NULL);
}
