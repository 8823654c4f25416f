/* td-row-form.c: a field for each of a register's description, and the rules that they keep together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-form.h"

#include "td-date-field.h"
#include "td-reference-field.h"
#include "td-value.h"
#include "td-word-field.h"

#include <glib/gi18n.h>

struct _TdRowForm
{
  AdwBin parent_instance;
  const TdRegister *reg;
  GPtrArray *fields;     /* of TdFieldRow */
  GCancellable *reading; /* (nullable): the directory */
};

G_DEFINE_FINAL_TYPE (TdRowForm, td_row_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (TdRowForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_to_complete (TdFieldRow *field)
{
  return TD_IS_REFERENCE_FIELD (field) && !td_field_row_is_fixed (field);
}

/* Without it the form is as good as it was: keys are typed whole, and Save says which name nothing. */
static void
on_directory_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdRowForm) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDirectory) directory = td_session_run_finish (TD_SESSION (object), result, &error);

  if (directory == NULL || self->reading == NULL)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    if (is_to_complete (g_ptr_array_index (self->fields, i)))
      td_reference_field_set_directory (g_ptr_array_index (self->fields, i), directory);
}

static void
stop_reading (TdRowForm *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
td_row_form_dispose (GObject *object)
{
  stop_reading (TD_ROW_FORM (object));
  G_OBJECT_CLASS (td_row_form_parent_class)->dispose (object);
}

static void
td_row_form_finalize (GObject *object)
{
  g_ptr_array_unref (TD_ROW_FORM (object)->fields);
  G_OBJECT_CLASS (td_row_form_parent_class)->finalize (object);
}

static void
td_row_form_class_init (TdRowFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_row_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_row_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_ROW_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_row_form_init (TdRowForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
}

/* A key names a row for good; of a new row, what it was started with stays too. */
static gboolean
is_fixed (const TdRow *row, guint field, gboolean is_new)
{
  return is_new ? row->values[field] != NULL : (row->reg->fields[field].flags & TD_FIELD_KEY) != 0;
}

static GType
choose_type (const TdField *field)
{
  if (field->refers_to != NULL)
    return TD_TYPE_REFERENCE_FIELD;
  if (field->type == TD_TYPE_DATE)
    return TD_TYPE_DATE_FIELD;
  if (field->type == TD_TYPE_WORD)
    return TD_TYPE_WORD_FIELD;
  return TD_TYPE_FIELD_ROW;
}

/**
 * td_row_form_show:
 * @self: the form
 * @row: what it begins with
 * @is_new: whether the row is to be added
 *
 * What stood in the form before is gone.
 */
void
td_row_form_show (TdRowForm *self, const TdRow *row, gboolean is_new)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  stop_reading (self);
  self->reg = row->reg;
  g_ptr_array_set_size (self->fields, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  for (guint i = 0; i < row->reg->n_fields; i++)
    {
      const TdField *described = &row->reg->fields[i];
      TdFieldRow *field = td_field_row_new (choose_type (described), described, row->values[i], row->names[i],
                                            is_fixed (row, i, is_new));

      g_ptr_array_add (self->fields, field);
      td_field_row_add_to (field, group);
      g_signal_connect_object (field, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
}

/**
 * td_row_form_hide_fixed:
 * @self: a form that shows a row
 * @field: a field that is told elsewhere already
 *
 * Hides the field, unless something can be typed in it.
 */
void
td_row_form_hide_fixed (TdRowForm *self, guint field)
{
  TdFieldRow *row = g_ptr_array_index (self->fields, field);

  if (td_field_row_is_fixed (row))
    gtk_widget_set_visible (td_field_row_get_row (row), FALSE);
}

/* Personal data that the form does not ask for is not read. */
static GPtrArray *
list_wanted (TdRowForm *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      TdFieldRow *field = g_ptr_array_index (self->fields, i);
      const TdRegister *reg
        = is_to_complete (field) ? td_register_find (td_field_row_get_field (field)->refers_to) : NULL;

      if (reg != NULL && !g_ptr_array_find (wanted, reg, NULL))
        g_ptr_array_add (wanted, (gpointer)reg);
    }
  return wanted;
}

/**
 * td_row_form_read_directory:
 * @self: a form that shows a row
 * @session: the open database
 *
 * Reads in a thread what the form's references may name, so that a few letters find it.
 */
void
td_row_form_read_directory (TdRowForm *self, TdSession *session)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);

  stop_reading (self);
  if (wanted->len == 0)
    return;
  self->reading = g_cancellable_new ();
  td_session_run (session, td_directory_read, g_steal_pointer (&wanted), (GDestroyNotify)g_ptr_array_unref,
                  td_directory_unref, self->reading, on_directory_read, g_object_ref (self));
}

gboolean
td_row_form_is_shown (TdRowForm *self)
{
  return self->reg != NULL;
}

/**
 * td_row_form_is_changed:
 * @self: the form
 *
 * Returns: whether anything in it is not as it began
 */
gboolean
td_row_form_is_changed (TdRowForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (td_field_row_is_changed (g_ptr_array_index (self->fields, i)))
      return TRUE;
  return FALSE;
}

/* Each by itself; answers the first that is wrong, or -1. */
static int
check_fields (TdRowForm *self, TdRow *row)
{
  int wrong = -1;

  for (guint i = 0; i < self->fields->len; i++)
    if (!td_field_row_check (g_ptr_array_index (self->fields, i), &row->values[i]) && wrong < 0)
      wrong = (int)i;
  return wrong;
}

static gboolean
check_order (TdRowForm *self, const TdRow *row)
{
  const TdField *late;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (td_row_check_order (row->reg, (const char *const *)row->values, &late, &error))
    return TRUE;
  message = g_strdup_printf (_ ("%s %s"), late->label, error->message);
  td_row_form_set_wrong (self, td_register_field_index (row->reg, late->name), message);
  return FALSE;
}

/**
 * td_row_form_collect:
 * @self: the form
 *
 * Returns: (transfer full) (nullable): the row as it is to be kept; %NULL where something is wrong, which is then
 * marked and has the focus
 */
TdRow *
td_row_form_collect (TdRowForm *self)
{
  g_autoptr (TdRow) row = td_row_new (self->reg);
  int wrong = check_fields (self, row);

  if (wrong >= 0)
    {
      td_field_row_focus (g_ptr_array_index (self->fields, (guint)wrong));
      return NULL;
    }
  return check_order (self, row) ? g_steal_pointer (&row) : NULL;
}

/**
 * td_row_form_set_wrong:
 * @self: the form
 * @field: a field's index
 * @message: what is wrong with it
 */
void
td_row_form_set_wrong (TdRowForm *self, guint field, const char *message)
{
  td_field_row_set_wrong (g_ptr_array_index (self->fields, field), message);
  td_field_row_focus (g_ptr_array_index (self->fields, field));
}

/**
 * td_row_form_focus:
 * @self: the form
 *
 * Puts the focus on the first field that can be filled in.
 */
void
td_row_form_focus (TdRowForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!td_field_row_is_fixed (g_ptr_array_index (self->fields, i)))
      {
        td_field_row_focus (g_ptr_array_index (self->fields, i));
        return;
      }
}
