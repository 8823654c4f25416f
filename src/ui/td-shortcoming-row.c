/* td-shortcoming-row.c: who or what, what is missing, and what it takes. The name is opened for as long as the row is
 * on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-shortcoming-row.h"

#include "td-subject.h"

#include <glib/gi18n.h>

struct _TdShortcomingRow
{
  AdwBin parent_instance;
  GtkLabel *subject;
  GtkLabel *finding;
  GtkLabel *remedy;
  char *name; /* (nullable): of the row in the list, for screen readers */
};

G_DEFINE_FINAL_TYPE (TdShortcomingRow, td_shortcoming_row, ADW_TYPE_BIN)

static void
name_row (TdShortcomingRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL && self->name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

static void
td_shortcoming_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (td_shortcoming_row_parent_class)->map (widget);
  name_row (TD_SHORTCOMING_ROW (widget));
}

static void
td_shortcoming_row_dispose (GObject *object)
{
  g_clear_pointer (&TD_SHORTCOMING_ROW (object)->name, g_free);
  G_OBJECT_CLASS (td_shortcoming_row_parent_class)->dispose (object);
}

static void
td_shortcoming_row_class_init (TdShortcomingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_shortcoming_row_dispose;
  widget_class->map = td_shortcoming_row_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-shortcoming-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdShortcomingRow, subject);
  gtk_widget_class_bind_template_child (widget_class, TdShortcomingRow, finding);
  gtk_widget_class_bind_template_child (widget_class, TdShortcomingRow, remedy);
}

static void
td_shortcoming_row_init (TdShortcomingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_shortcoming_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
TdShortcomingRow *
td_shortcoming_row_new (void)
{
  return g_object_new (TD_TYPE_SHORTCOMING_ROW, NULL);
}

static char *
describe_subject (TdSession *session, const TdShortcoming *shortcoming)
{
  const TdRegister *reg;
  g_autofree char *name = NULL;

  if (shortcoming->subject == NULL || td_session_get_store (session) == NULL)
    return NULL;
  reg = td_register_find (shortcoming->requirement->subjects);
  name = td_subject_describe (td_session_get_store (session), reg, shortcoming->subject, NULL);
  /* Translators: a name, then the key of its row. */
  return name != NULL ? g_strdup_printf (_ ("%s · %s"), name, shortcoming->subject) : g_strdup (shortcoming->subject);
}

static char *
describe_finding (const TdRequirementText *text, const TdShortcoming *shortcoming)
{
  if (shortcoming->count < 0)
    return g_strdup (text->finding);
  return g_strdup_printf ("%s: %" G_GINT64_FORMAT, text->finding, shortcoming->count);
}

/**
 * td_shortcoming_row_show:
 * @self: the row
 * @session: the open database
 * @item: what to show
 */
void
td_shortcoming_row_show (TdShortcomingRow *self, TdSession *session, TdShortcomingItem *item)
{
  const TdShortcoming *shortcoming = td_shortcoming_item_get (item);
  const TdRequirementText *text
    = td_plan_find_requirement (td_session_get_plan (session), shortcoming->requirement->id);
  g_autofree char *subject = describe_subject (session, shortcoming);
  g_autofree char *finding = describe_finding (text, shortcoming);

  gtk_label_set_label (self->subject, subject != NULL ? subject : finding);
  gtk_label_set_label (self->finding, finding);
  gtk_widget_set_visible (GTK_WIDGET (self->finding), subject != NULL);
  gtk_label_set_label (self->remedy, text->remedy);
  g_free (self->name);
  self->name = subject != NULL ? g_strdup_printf ("%s. %s. %s", subject, finding, text->remedy)
                               : g_strdup_printf ("%s. %s", finding, text->remedy);
  name_row (self);
}

/**
 * td_shortcoming_row_forget:
 * @self: a row that has left the screen
 */
void
td_shortcoming_row_forget (TdShortcomingRow *self)
{
  gtk_label_set_label (self->subject, "");
  g_clear_pointer (&self->name, g_free);
}
