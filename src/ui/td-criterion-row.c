/* td-criterion-row.c: number, label, and the state by shape and count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-criterion-row.h"

#include "td-state.h"

#include <glib/gi18n.h>

struct _TdCriterionRow
{
  GtkListBoxRow parent_instance;
  GtkLabel *number;
  GtkLabel *label;
  GtkLabel *count;
  GtkImage *icon;
  guint n;
};

G_DEFINE_FINAL_TYPE (TdCriterionRow, td_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
td_criterion_row_class_init (TdCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCriterionRow, number);
  gtk_widget_class_bind_template_child (widget_class, TdCriterionRow, label);
  gtk_widget_class_bind_template_child (widget_class, TdCriterionRow, count);
  gtk_widget_class_bind_template_child (widget_class, TdCriterionRow, icon);
}

static void
td_criterion_row_init (TdCriterionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_criterion_row_new:
 * @number: 1 to 10
 * @label: the plan's short label
 *
 * Returns: (transfer floating): the row, without a state yet
 */
TdCriterionRow *
td_criterion_row_new (guint number, const char *label)
{
  TdCriterionRow *self = g_object_new (TD_TYPE_CRITERION_ROW, NULL);
  g_autofree char *text = g_strdup_printf ("%u", number);

  self->n = number;
  gtk_label_set_label (self->number, text);
  gtk_label_set_label (self->label, label);
  return self;
}

/**
 * td_criterion_row_show:
 * @self: the row
 * @finding: what was found
 */
void
td_criterion_row_show (TdCriterionRow *self, const TdFinding *finding)
{
  g_autofree char *count = g_strdup_printf ("%u", finding->shortcomings->len);
  g_autofree char *state = td_state_describe (finding);
  g_autofree char *name
    = g_strdup_printf (_ ("Criterion %u %s: %s"), self->n, gtk_label_get_label (self->label), state);

  gtk_image_set_from_icon_name (self->icon, td_state_icon (finding->state));
  gtk_label_set_label (self->count, finding->state != TD_STATE_MET ? count : "");
  td_state_colour (GTK_WIDGET (self->icon), finding->state);
  td_state_colour (GTK_WIDGET (self->count), finding->state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
