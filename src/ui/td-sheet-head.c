/* td-sheet-head.c: the fields of a form beside each other; emits “changed” as what stands in them changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-head.h"

#include "td-date-field.h"
#include "td-directory.h"
#include "td-reference-field.h"
#include "td-word-field.h"

struct _TdSheetHead
{
  AdwBin parent_instance;
  GtkBox *box;
  TdFieldRow *unit;
  TdFieldRow *day;
  TdFieldRow *occasion;  /* (nullable) */
  GCancellable *reading; /* (nullable): what the units are called */
};

G_DEFINE_FINAL_TYPE (TdSheetHead, td_sheet_head, ADW_TYPE_BIN)

static guint changed_signal;

static void
on_changed (TdSheetHead *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static TdFieldRow *
add_field (TdSheetHead *self, GType type, const TdField *field, const char *value, int width)
{
  TdFieldRow *row = td_field_row_new (type, field, value, NULL, FALSE);
  GtkWidget *group = adw_preferences_group_new ();

  td_field_row_add_to (row, ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_hexpand (group, width == 0);
  gtk_widget_set_size_request (group, width > 0 ? width : -1, -1);
  gtk_box_append (self->box, group);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
td_sheet_head_dispose (GObject *object)
{
  TdSheetHead *self = TD_SHEET_HEAD (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->unit);
  g_clear_object (&self->day);
  g_clear_object (&self->occasion);
  G_OBJECT_CLASS (td_sheet_head_parent_class)->dispose (object);
}

static void
td_sheet_head_class_init (TdSheetHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_sheet_head_dispose;
  changed_signal = g_signal_new ("changed", TD_TYPE_SHEET_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_sheet_head_init (TdSheetHead *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* Without an answer, any code is taken. */
static void
on_directory_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdSheetHead) self = data;
  g_autoptr (TdDirectory) directory = td_session_run_finish (TD_SESSION (object), result, NULL);

  if (directory != NULL && self->unit != NULL)
    td_reference_field_set_directory (TD_REFERENCE_FIELD (self->unit), directory);
}

static void
read_directory (TdSheetHead *self, TdSession *session)
{
  GPtrArray *registers = g_ptr_array_new ();

  g_ptr_array_add (registers, (gpointer)td_register_find ("units"));
  self->reading = g_cancellable_new ();
  td_session_run (session, td_directory_read, registers, (GDestroyNotify)g_ptr_array_unref, td_directory_unref,
                  self->reading, on_directory_read, g_object_ref (self));
}

/**
 * td_sheet_head_show:
 * @self: the head; filled once
 * @session: the open database
 * @unit: (nullable): the unit to begin with
 * @day_field: what the day is
 * @day: the day to begin with
 * @occasion_field: (nullable): a word that holds for every line too; begins with its first
 */
void
td_sheet_head_show (TdSheetHead *self, TdSession *session, const char *unit, const TdField *day_field, const char *day,
                    const TdField *occasion_field)
{
  const TdField *unit_field = td_register_find_field (td_register_find ("households"), "unit");

  self->unit = add_field (self, TD_TYPE_REFERENCE_FIELD, unit_field, unit, 0);
  self->day = add_field (self, TD_TYPE_DATE_FIELD, day_field, day, 230);
  if (occasion_field != NULL)
    self->occasion = add_field (self, TD_TYPE_WORD_FIELD, occasion_field, occasion_field->words[0].value, 260);
  read_directory (self, session);
}

/**
 * td_sheet_head_get_unit:
 * @self: the head
 *
 * Returns: (transfer full) (nullable): the unit's code; %NULL until it is right
 */
char *
td_sheet_head_get_unit (TdSheetHead *self)
{
  return td_field_row_get_value (self->unit);
}

/**
 * td_sheet_head_get_day:
 * @self: the head
 *
 * Returns: (transfer full) (nullable): the day; %NULL while it is none, or has not come yet
 */
char *
td_sheet_head_get_day (TdSheetHead *self)
{
  return td_field_row_get_value (self->day);
}

/**
 * td_sheet_head_get_occasion:
 * @self: the head
 *
 * Returns: (transfer full) (nullable): the occasion; %NULL where none is chosen or asked
 */
char *
td_sheet_head_get_occasion (TdSheetHead *self)
{
  return self->occasion != NULL ? td_field_row_get_value (self->occasion) : NULL;
}

static gboolean
check (TdFieldRow *field)
{
  g_autofree char *value = NULL;

  if (field == NULL || td_field_row_check (field, &value))
    return TRUE;
  td_field_row_focus (field);
  return FALSE;
}

/**
 * td_sheet_head_check:
 * @self: the head
 *
 * Marks what the lines are to be kept with where that is wrong, and gives it the focus. The unit only lists them.
 *
 * Returns: whether it is right
 */
gboolean
td_sheet_head_check (TdSheetHead *self)
{
  return check (self->day) && check (self->occasion);
}

/**
 * td_sheet_head_focus:
 * @self: the head
 *
 * Puts the focus on the unit, or on the day where a unit is chosen.
 */
void
td_sheet_head_focus (TdSheetHead *self)
{
  g_autofree char *unit = td_sheet_head_get_unit (self);

  td_field_row_focus (unit == NULL ? self->unit : self->day);
}
