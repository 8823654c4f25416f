/* td-date-field.c: a day typed short and written out once the field is left, or picked from a calendar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-date-field.h"

#include "td-date.h"
#include "td-day-popover.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TdDateField
{
  TdFieldRow parent_instance;
  GtkMenuButton *pick; /* of the row */
};

G_DEFINE_FINAL_TYPE (TdDateField, td_date_field, TD_TYPE_FIELD_ROW)

static GtkEditable *
get_entry (TdDateField *self)
{
  return GTK_EDITABLE (td_field_row_get_row (TD_FIELD_ROW (self)));
}

static void
show (TdDateField *self, const char *day)
{
  g_autofree char *shown = td_date_show (day);

  if (g_str_equal (shown, gtk_editable_get_text (get_entry (self))))
    return;
  gtk_editable_set_text (get_entry (self), shown);
  gtk_editable_set_position (get_entry (self), -1);
}

static void
on_picked (TdDateField *self, const char *day)
{
  show (self, day);
}

/* The calendar opens on the day that is typed. */
static void
on_shown (TdDateField *self, TdDayPopover *popover)
{
  g_autofree char *day = td_date_parse_typed (gtk_editable_get_text (get_entry (self)));

  td_day_popover_set_day (popover, day);
}

static void
on_closed (TdDateField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (self)));
}

static gboolean
on_key (TdDateField *self, guint key, guint code, GdkModifierType state)
{
  gboolean asked = key == GDK_KEY_F4 || (key == GDK_KEY_Down && (state & GDK_ALT_MASK));

  if (!asked || !gtk_editable_get_editable (get_entry (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->pick);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_popover (TdDateField *self)
{
  GtkWidget *popover = g_object_new (TD_TYPE_DAY_POPOVER, NULL);

  g_signal_connect_object (popover, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  return popover;
}

/* Tab passes the button by, as Alt+Down opens the calendar from the entry. */
static void
make_button (TdDateField *self, GtkWidget *row)
{
  /* Translators: a date field's label. */
  g_autofree char *name = g_strdup_printf (_ ("Pick a day: %s"), td_field_row_get_field (TD_FIELD_ROW (self))->label);
  GtkWidget *button = gtk_menu_button_new ();

  self->pick = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->pick, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->pick, make_popover (self));
  gtk_widget_set_focusable (gtk_widget_get_first_child (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Pick a day (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static GtkWidget *
td_date_field_make (TdFieldRow *field, const char *value)
{
  TdDateField *self = TD_DATE_FIELD (field);
  GtkWidget *row = TD_FIELD_ROW_CLASS (td_date_field_parent_class)->make (field, value);
  GtkEventController *keys;

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_FREE_FORM);
  if (td_field_row_is_fixed (field))
    return row;
  make_button (self, row);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  return row;
}

static char *
td_date_field_read (TdFieldRow *field)
{
  const char *text = gtk_editable_get_text (get_entry (TD_DATE_FIELD (field)));
  char *day = td_date_parse_typed (text);

  return day != NULL ? day : g_strdup (text);
}

/* 5/2/202 is short, not wrong. */
static gboolean
td_date_field_is_unfinished (TdFieldRow *field)
{
  const char *text = gtk_editable_get_text (get_entry (TD_DATE_FIELD (field)));
  g_autofree char *day = td_date_parse_typed (text);

  return day == NULL && strspn (text, "0123456789/-. ") == strlen (text) && strlen (text) < strlen ("30/11/2025");
}

static void
td_date_field_leave (TdFieldRow *field)
{
  TdDateField *self = TD_DATE_FIELD (field);
  g_autofree char *day = td_date_parse_typed (gtk_editable_get_text (get_entry (self)));

  if (day != NULL)
    show (self, day);
}

static void
td_date_field_class_init (TdDateFieldClass *klass)
{
  TD_FIELD_ROW_CLASS (klass)->make = td_date_field_make;
  TD_FIELD_ROW_CLASS (klass)->read = td_date_field_read;
  TD_FIELD_ROW_CLASS (klass)->is_unfinished = td_date_field_is_unfinished;
  TD_FIELD_ROW_CLASS (klass)->leave = td_date_field_leave;
}

static void
td_date_field_init (TdDateField *self)
{
}
