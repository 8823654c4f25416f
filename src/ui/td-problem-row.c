/* td-problem-row.c: a line that Tab passes by. A list gives the focus to every row, even to one that takes none, and
 * the rest of the form could not be reached by keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-problem-row.h"

struct _TdProblemRow
{
  AdwPreferencesRow parent_instance;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (TdProblemRow, td_problem_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
td_problem_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *row = widget;

  do
    row = is_back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  while (row != NULL && !gtk_widget_child_focus (row, direction));
  return row != NULL;
}

static void
td_problem_row_class_init (TdProblemRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = td_problem_row_focus;
}

static void
td_problem_row_init (TdProblemRow *self)
{
  self->message
    = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  g_object_set (self, "child", self->message, "activatable", FALSE, "focusable", FALSE, "selectable", FALSE, "visible",
                FALSE, NULL);
}

TdProblemRow *
td_problem_row_new (void)
{
  return g_object_new (TD_TYPE_PROBLEM_ROW, NULL);
}

/**
 * td_problem_row_set_message:
 * @self: the row
 * @message: (nullable): what is wrong; %NULL hides it
 */
void
td_problem_row_set_message (TdProblemRow *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}
