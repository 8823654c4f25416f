/* td-reference-field.c: found by a few letters of a name, or typed as a key; what it names stands beside it. Until the
 * directory is there, any key is taken, and saving finds out whether it names a row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-reference-field.h"

#include "td-completion.h"
#include "td-value.h"

#include <glib/gi18n.h>

/* Whoever sees more types another letter. */
#define MOST_LINES 50

struct _TdReferenceField
{
  TdFieldRow parent_instance;
  TdDirectory *directory;   /* (nullable): until it was read */
  TdCompletion *completion; /* (nullable): where nothing is to be typed */
  gboolean is_choosing;     /* the text changes, but nobody types */
};

G_DEFINE_FINAL_TYPE (TdReferenceField, td_reference_field, TD_TYPE_FIELD_ROW)

static GtkEditable *
get_entry (TdReferenceField *self)
{
  return GTK_EDITABLE (td_field_row_get_row (TD_FIELD_ROW (self)));
}

static const char *
get_register (TdReferenceField *self)
{
  return td_field_row_get_field (TD_FIELD_ROW (self))->refers_to;
}

static const TdDirectoryEntry *
find (TdReferenceField *self)
{
  return self->directory != NULL
           ? td_directory_find (self->directory, get_register (self), gtk_editable_get_text (get_entry (self)))
           : NULL;
}

static GPtrArray *
match (TdReferenceField *self)
{
  return self->directory != NULL ? td_directory_match (self->directory, get_register (self),
                                                       gtk_editable_get_text (get_entry (self)), MOST_LINES)
                                 : g_ptr_array_new ();
}

/* A screen reader tells it with the entry. */
static void
show_name (TdReferenceField *self)
{
  const TdDirectoryEntry *entry = find (self);
  const char *name = entry != NULL ? entry->name : NULL;

  td_field_row_set_name (TD_FIELD_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_entry (self)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name != NULL ? name : "", -1);
}

static void
set_key (TdReferenceField *self, const char *key)
{
  if (g_str_equal (key, gtk_editable_get_text (get_entry (self))))
    return;
  self->is_choosing = TRUE;
  gtk_editable_set_text (get_entry (self), key);
  gtk_editable_set_position (get_entry (self), -1);
  self->is_choosing = FALSE;
}

/* A key that is typed whole leaves nothing to choose, unless others begin with it. */
static void
show_list (TdReferenceField *self)
{
  g_autoptr (GPtrArray) entries = match (self);

  if (entries->len == 1 && g_ptr_array_index (entries, 0) == find (self))
    g_ptr_array_set_size (entries, 0);
  td_completion_show (self->completion, entries);
}

static void
on_typed (TdReferenceField *self)
{
  show_name (self);
  if (self->is_choosing)
    return;
  if (*gtk_editable_get_text (get_entry (self)) != '\0')
    show_list (self);
  else
    td_completion_hide (self->completion);
}

static void
on_chosen (TdReferenceField *self, const char *key)
{
  set_key (self, key);
}

static gboolean
on_key (TdReferenceField *self, guint key, guint code, GdkModifierType state)
{
  if (td_completion_handle_key (self->completion, key))
    return GDK_EVENT_STOP;
  if ((key != GDK_KEY_Down && key != GDK_KEY_F4) || self->directory == NULL)
    return GDK_EVENT_PROPAGATE;
  show_list (self);
  return GDK_EVENT_STOP;
}

static GtkWidget *
td_reference_field_make (TdFieldRow *field, const char *value)
{
  TdReferenceField *self = TD_REFERENCE_FIELD (field);
  const TdRegister *reg = td_register_find (td_field_row_get_field (field)->refers_to);
  GtkWidget *row = TD_FIELD_ROW_CLASS (td_reference_field_parent_class)->make (field, value);
  GtkEventController *keys;

  if (td_field_row_is_fixed (field))
    return row;
  self->completion = td_completion_new (row, reg->title);
  g_signal_connect_object (self->completion, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
  return row;
}

static char *
td_reference_field_read (TdFieldRow *field)
{
  TdReferenceField *self = TD_REFERENCE_FIELD (field);
  GtkEditable *row = get_entry (self);
  const TdDirectoryEntry *entry = find (self);

  return g_strdup (entry != NULL ? entry->key : gtk_editable_get_text (row));
}

static gboolean
td_reference_field_is_unfinished (TdFieldRow *field)
{
  g_autoptr (GPtrArray) entries = match (TD_REFERENCE_FIELD (field));

  return entries->len > 0;
}

static gboolean
td_reference_field_judge (TdFieldRow *field, const char *value, GError **error)
{
  TdReferenceField *self = TD_REFERENCE_FIELD (field);
  const TdRegister *reg = td_register_find (get_register (self));
  g_autoptr (GPtrArray) entries = NULL;

  if (self->directory == NULL || find (self) != NULL)
    return TRUE;
  entries = match (self);
  if (entries->len > 0)
    g_set_error_literal (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID,
                         _ ("is only a part of a name or key; press Down and choose one from the list"));
  else
    g_set_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID,
                 /* Translators: the title of a register. */
                 _ ("names nothing in “%s”; type a part of its name or its key, or add it there first"), reg->title);
  return FALSE;
}

static void
td_reference_field_leave (TdFieldRow *field)
{
  TdReferenceField *self = TD_REFERENCE_FIELD (field);
  const TdDirectoryEntry *entry = find (self);

  td_completion_hide (self->completion);
  if (entry != NULL)
    set_key (self, entry->key);
}

static void
td_reference_field_dispose (GObject *object)
{
  TdReferenceField *self = TD_REFERENCE_FIELD (object);

  g_clear_object (&self->completion);
  g_clear_pointer (&self->directory, td_directory_unref);
  G_OBJECT_CLASS (td_reference_field_parent_class)->dispose (object);
}

static void
td_reference_field_class_init (TdReferenceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_reference_field_dispose;
  TD_FIELD_ROW_CLASS (klass)->make = td_reference_field_make;
  TD_FIELD_ROW_CLASS (klass)->read = td_reference_field_read;
  TD_FIELD_ROW_CLASS (klass)->is_unfinished = td_reference_field_is_unfinished;
  TD_FIELD_ROW_CLASS (klass)->judge = td_reference_field_judge;
  TD_FIELD_ROW_CLASS (klass)->leave = td_reference_field_leave;
}

static void
td_reference_field_init (TdReferenceField *self)
{
}

/**
 * td_reference_field_set_directory:
 * @self: a field that is not fixed
 * @directory: the rows that it may name
 */
void
td_reference_field_set_directory (TdReferenceField *self, TdDirectory *directory)
{
  gboolean is_typed = (gtk_widget_get_state_flags (GTK_WIDGET (get_entry (self))) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
                      && td_field_row_is_changed (TD_FIELD_ROW (self));

  td_completion_hide (self->completion);
  g_clear_pointer (&self->directory, td_directory_unref);
  self->directory = td_directory_ref (directory);
  if (is_typed)
    on_typed (self);
  else
    show_name (self);
  td_field_row_update (TD_FIELD_ROW (self));
}
