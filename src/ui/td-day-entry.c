/* td-day-entry.c: takes a day over as soon as what is typed is one; until then says what a day looks like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-day-entry.h"

#include "td-date.h"
#include "td-day-popover.h"

#include <glib/gi18n.h>

struct _TdDayEntry
{
  AdwBin parent_instance;
  GtkEditable *entry;
  TdDayPopover *calendar;
  GtkWidget *wrong;

  char *day; /* (nullable): until one is set */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TdDayEntry, td_day_entry, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_wrong (TdDayEntry *self, gboolean wrong)
{
  gtk_widget_set_visible (self->wrong, wrong);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Does not touch what is being typed. */
static void
take (TdDayEntry *self, const char *day)
{
  set_wrong (self, FALSE);
  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  td_day_popover_set_day (self->calendar, day);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
show (TdDayEntry *self)
{
  g_autofree char *shown = td_date_show (self->day);

  self->is_showing = TRUE;
  gtk_editable_set_text (self->entry, shown);
  gtk_editable_set_position (self->entry, -1);
  self->is_showing = FALSE;
}

/* While a date is still being typed it is short, not wrong; and 5/2/20 may be on its way to 5/2/2025. */
static void
on_typed (TdDayEntry *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *day = NULL;

  if (self->is_showing)
    return;
  day = td_date_parse (text);
  if (day != NULL)
    take (self, day);
  else
    set_wrong (self, g_utf8_strlen (text, -1) >= 10);
}

/* Enter or leaving the entry: now it is a day or wrong. */
static void
on_finished (TdDayEntry *self)
{
  g_autofree char *day = td_date_parse_typed (gtk_editable_get_text (self->entry));

  if (day == NULL)
    set_wrong (self, TRUE);
  else
    td_day_entry_set_day (self, day);
}

static void
on_picked (TdDayEntry *self, const char *day)
{
  td_day_entry_set_day (self, day);
}

static void
step_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_day_entry_step (TD_DAY_ENTRY (widget), -1);
}

static void
step_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_day_entry_step (TD_DAY_ENTRY (widget), 1);
}

static void
td_day_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    g_value_set_string (value, TD_DAY_ENTRY (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
td_day_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DAY)
    td_day_entry_set_day (TD_DAY_ENTRY (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
td_day_entry_finalize (GObject *object)
{
  g_free (TD_DAY_ENTRY (object)->day);
  G_OBJECT_CLASS (td_day_entry_parent_class)->finalize (object);
}

static void
td_day_entry_class_init (TdDayEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = td_day_entry_get_property;
  object_class->set_property = td_day_entry_set_property;
  object_class->finalize = td_day_entry_finalize;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "day.previous", NULL, step_back);
  gtk_widget_class_install_action (widget_class, "day.next", NULL, step_on);

  g_type_ensure (TD_TYPE_DAY_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-day-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDayEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, TdDayEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, TdDayEntry, wrong);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_finished);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
td_day_entry_init (TdDayEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_day_entry_get_day:
 * @self: the entry
 *
 * Returns: (nullable): the latest right day, as 2025-11-30
 */
const char *
td_day_entry_get_day (TdDayEntry *self)
{
  return self->day;
}

/**
 * td_day_entry_set_day:
 * @self: the entry
 * @day: a valid date
 */
void
td_day_entry_set_day (TdDayEntry *self, const char *day)
{
  take (self, day);
  show (self);
}

/**
 * td_day_entry_step:
 * @self: the entry
 * @days: how many days on; back where negative
 */
void
td_day_entry_step (TdDayEntry *self, int days)
{
  g_autofree char *day = td_date_add_days (self->day, days);

  td_day_entry_set_day (self, day);
}

/**
 * td_day_entry_focus:
 * @self: the entry
 *
 * Puts the focus on the day, to be typed anew.
 */
void
td_day_entry_focus (TdDayEntry *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
