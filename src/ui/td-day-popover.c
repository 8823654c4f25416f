/* td-day-popover.c: a calendar whose day the arrow keys move, as the calendar of GTK moves only a frame around it.
 * Every day on the way is told as `picked`; Enter or a click on a day closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-day-popover.h"

#include "td-date.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TdDayPopover
{
  GtkPopover parent_instance;
  GtkCalendar *calendar;
  char *day;           /* as it is shown */
  gboolean is_showing; /* a day that is set was not picked */
};

G_DEFINE_FINAL_TYPE (TdDayPopover, td_day_popover, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_selected (TdDayPopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
take (TdDayPopover *self)
{
  g_free (self->day);
  self->day = get_selected (self);
  g_signal_emit (self, signals[PICKED], 0, self->day);
}

/* The arrows beside month and year select a day too; one within the month is what was looked for. */
static void
on_selected (TdDayPopover *self)
{
  g_autofree char *day = NULL;
  gboolean is_of_month;

  if (self->is_showing)
    return;
  day = get_selected (self);
  is_of_month = self->day != NULL && strncmp (day, self->day, strlen ("2025-11")) == 0;
  take (self);
  if (is_of_month)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show (TdDayPopover *self, GDateTime *date)
{
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_showing = FALSE;
}

static gboolean
move (TdDayPopover *self, int days, int months)
{
  g_autoptr (GDateTime) from = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) near = g_date_time_add_months (from, months);
  g_autoptr (GDateTime) date = g_date_time_add_days (near, days);

  show (self, date);
  take (self);
  return GDK_EVENT_STOP;
}

static gboolean
on_key (TdDayPopover *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return move (self, -1, 0);
    case GDK_KEY_Right:
      return move (self, 1, 0);
    case GDK_KEY_Up:
      return move (self, -7, 0);
    case GDK_KEY_Down:
      return move (self, 7, 0);
    case GDK_KEY_Page_Up:
      return move (self, 0, state & GDK_CONTROL_MASK ? -12 : -1);
    case GDK_KEY_Page_Down:
      return move (self, 0, state & GDK_CONTROL_MASK ? 12 : 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      take (self);
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
td_day_popover_finalize (GObject *object)
{
  g_free (TD_DAY_POPOVER (object)->day);
  G_OBJECT_CLASS (td_day_popover_parent_class)->finalize (object);
}

static void
td_day_popover_class_init (TdDayPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_day_popover_finalize;

  /* With the day, as 2025-11-30. */
  signals[PICKED] = g_signal_new ("picked", TD_TYPE_DAY_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
td_day_popover_init (TdDayPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->calendar));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * td_day_popover_set_day:
 * @self: the calendar
 * @day: (nullable): a valid date; today where it is not known
 */
void
td_day_popover_set_day (TdDayPopover *self, const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *today = td_date_today ();
  g_autofree char *time = g_strconcat (day != NULL ? day : today, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (time, zone);

  show (self, date);
  g_free (self->day);
  self->day = get_selected (self);
}
