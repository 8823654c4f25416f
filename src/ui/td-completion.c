/* td-completion.c: a list in a popover that leaves the focus in the entry, so that typing goes on while it is open. Its
 * lines are personal data: they are there only while it is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-completion.h"

struct _TdCompletion
{
  GObject parent_instance;
  GtkPopover *popover; /* (nullable): of the entry, until that is gone */
  GtkListBox *list;
  GtkScrolledWindow *window;
};

G_DEFINE_FINAL_TYPE (TdCompletion, td_completion, G_TYPE_OBJECT)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear (TdCompletion *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
choose (TdCompletion *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));

  td_completion_hide (self);
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

static GtkWidget *
make_line (const TdDirectoryEntry *entry)
{
  g_autofree char *text = td_directory_describe (entry);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (entry->key), g_free);
  return row;
}

/* The list has no focus that it could follow. */
static void
scroll_to (TdCompletion *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->window);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double)bounds.origin.y, (double)(bounds.origin.y + bounds.size.height));
}

static void
select_next (TdCompletion *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int next = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = next >= 0 ? gtk_list_box_get_row_at_index (self->list, next) : NULL;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, GTK_WIDGET (row));
}

/* The entry goes, or the form does while something still holds the entry. */
static void
detach (TdCompletion *self)
{
  GtkPopover *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
td_completion_dispose (GObject *object)
{
  detach (TD_COMPLETION (object));
  G_OBJECT_CLASS (td_completion_parent_class)->dispose (object);
}

static void
td_completion_class_init (TdCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_completion_dispose;

  /* With the key. */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_COMPLETION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
td_completion_init (TdCompletion *self)
{
}

static void
make_list (TdCompletion *self, const char *label)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "completion");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  self->window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                               "propagate-natural-height", TRUE, "max-content-height", 260, NULL);
}

/**
 * td_completion_new:
 * @entry: what is typed in
 * @label: what the list is called
 *
 * Returns: (transfer full): its list, not shown yet
 */
TdCompletion *
td_completion_new (GtkWidget *entry, const char *label)
{
  TdCompletion *self = g_object_new (TD_TYPE_COMPLETION, NULL);

  make_list (self, label);
  self->popover = g_object_new (GTK_TYPE_POPOVER, "autohide", FALSE, "has-arrow", FALSE, "position", GTK_POS_BOTTOM,
                                "child", self->window, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_set_parent (GTK_WIDGET (self->popover), entry);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (detach), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_completion_show:
 * @self: the list
 * @entries: (element-type TdDirectoryEntry): its lines; none hides it
 *
 * The first line is the one that Enter takes.
 */
void
td_completion_show (TdCompletion *self, const GPtrArray *entries)
{
  if (self->popover == NULL)
    return;
  clear (self);
  if (entries->len == 0)
    {
      td_completion_hide (self);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_line (g_ptr_array_index (entries, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->window), 0);
  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self->popover))), -1);
  gtk_popover_popup (self->popover);
}

void
td_completion_hide (TdCompletion *self)
{
  if (self->popover == NULL)
    return;
  gtk_popover_popdown (self->popover);
  clear (self);
}

/**
 * td_completion_handle_key:
 * @self: the list
 * @key: a key that was pressed in the entry
 *
 * Returns: whether the list took it, as it is open
 */
gboolean
td_completion_handle_key (TdCompletion *self, guint key)
{
  GtkListBoxRow *row;

  if (self->popover == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    select_next (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape)
    td_completion_hide (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && row != NULL)
    choose (self, row);
  else
    return FALSE;
  return TRUE;
}
