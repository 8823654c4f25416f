/* td-unit-cell.c: an icon, a text, or both, kept in step with the row's verdict.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-unit-cell.h"

struct _TdUnitCell
{
  AdwBin parent_instance;
  GtkBox *box;
  GtkImage *icon;
  GtkLabel *label;
  TdUnitItem *item; /* (nullable) */
  TdUnitCellShow show;
  gpointer data;
  char *row_name; /* (nullable): where this cell names its row */
};

G_DEFINE_FINAL_TYPE (TdUnitCell, td_unit_cell, ADW_TYPE_BIN)

static void
name_row (TdUnitCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL && self->row_name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->row_name, -1);
}

static void
on_changed (TdUnitCell *self)
{
  self->show (self, td_unit_item_get_verdict (self->item), self->data);
}

static void
td_unit_cell_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (td_unit_cell_parent_class)->map (widget);
  name_row (TD_UNIT_CELL (widget));
}

static void
td_unit_cell_dispose (GObject *object)
{
  TdUnitCell *self = TD_UNIT_CELL (object);

  td_unit_cell_bind (self, NULL);
  g_clear_pointer (&self->row_name, g_free);
  G_OBJECT_CLASS (td_unit_cell_parent_class)->dispose (object);
}

static void
td_unit_cell_class_init (TdUnitCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_unit_cell_dispose;
  widget_class->map = td_unit_cell_map;
  gtk_widget_class_set_css_name (widget_class, "unitcell");
}

static void
td_unit_cell_init (TdUnitCell *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (self->box, GTK_WIDGET (self->icon));
  gtk_box_append (self->box, GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * td_unit_cell_new:
 * @show: fills the cell
 * @data: for @show
 *
 * Returns: (transfer floating): an empty cell
 */
TdUnitCell *
td_unit_cell_new (TdUnitCellShow show, gpointer data)
{
  TdUnitCell *self = g_object_new (TD_TYPE_UNIT_CELL, NULL);

  self->show = show;
  self->data = data;
  return self;
}

/**
 * td_unit_cell_bind:
 * @self: the cell
 * @item: (nullable): the row that it shows from now on
 */
void
td_unit_cell_bind (TdUnitCell *self, TdUnitItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, on_changed, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (on_changed), self);
  on_changed (self);
}

void
td_unit_cell_set_icon (TdUnitCell *self, const char *icon)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
}

/**
 * td_unit_cell_set_text:
 * @self: the cell
 * @text: what it says
 * @align: where: 0 at the start, 1 at the end
 */
void
td_unit_cell_set_text (TdUnitCell *self, const char *text, float align)
{
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->label), *text != '\0');
  gtk_widget_set_halign (GTK_WIDGET (self->box),
                         align < 0.25f ? GTK_ALIGN_START : (align > 0.75f ? GTK_ALIGN_END : GTK_ALIGN_CENTER));
}

/**
 * td_unit_cell_set_name:
 * @self: the cell
 * @name: what a screen reader says, and the tooltip
 */
void
td_unit_cell_set_name (TdUnitCell *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
}

/**
 * td_unit_cell_set_row_name:
 * @self: a cell of the first column
 * @name: what a screen reader says of the whole row
 */
void
td_unit_cell_set_row_name (TdUnitCell *self, const char *name)
{
  g_free (self->row_name);
  self->row_name = g_strdup (name);
  name_row (self);
}
