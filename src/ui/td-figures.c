/* td-figures.c: the figures behind a verdict, in a row; the share of households is never rounded up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-figures.h"

#include "td-count.h"

#include <glib/gi18n.h>

struct _TdFigures
{
  AdwBin parent_instance;
  GtkLabel *addicts;
  GtkLabel *in_community;
  GtkLabel *users;
  GtkLabel *households;
  GtkLabel *committed;
};

G_DEFINE_FINAL_TYPE (TdFigures, td_figures, ADW_TYPE_BIN)

static void
td_figures_class_init (TdFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TdFigures, addicts);
  gtk_widget_class_bind_template_child (widget_class, TdFigures, in_community);
  gtk_widget_class_bind_template_child (widget_class, TdFigures, users);
  gtk_widget_class_bind_template_child (widget_class, TdFigures, households);
  gtk_widget_class_bind_template_child (widget_class, TdFigures, committed);
}

static void
td_figures_init (TdFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_count (GtkLabel *label, const char *what, gint64 count)
{
  g_autofree char *shown = td_count_show ((guint64)count);
  /* Translators: a figure as a screen reader says it: what it counts, how many. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), what, shown);

  gtk_label_set_label (label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_committed (TdFigures *self, const TdVerdict *verdict)
{
  g_autofree char *share = td_share_to_string (verdict->committed, verdict->households);
  g_autofree char *count = td_count_show ((guint64)verdict->committed);
  g_autofree char *shown = g_strdup_printf ("%s (%s)", count, share);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ ("Households committed"), shown);

  gtk_label_set_label (self->committed, verdict->households > 0 ? shown : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->committed), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * td_figures_show:
 * @self: the figures
 * @verdict: whose figures; of several units the sums
 */
void
td_figures_show (TdFigures *self, const TdVerdict *verdict)
{
  set_count (self->addicts, _ ("Addicts"), verdict->addicts);
  set_count (self->in_community, _ ("In the community"), verdict->addicts_in_community);
  set_count (self->users, _ ("Users"), verdict->users);
  set_count (self->households, _ ("Households"), verdict->households);
  set_committed (self, verdict);
}
