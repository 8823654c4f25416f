/* td-person-entry.c: whoever is chosen is told as “chosen”, and the entry is empty for the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-person-entry.h"

#include "td-completion.h"
#include "td-directory.h"

#include <glib/gi18n.h>

/* Whoever sees more types another letter. */
#define MOST_LINES 50

struct _TdPersonEntry
{
  AdwBin parent_instance;
  GtkEntry *entry;
  TdCompletion *completion;
  TdDirectory *directory; /* (nullable): until it was read */
  GCancellable *reading;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdPersonEntry, td_person_entry, ADW_TYPE_BIN)

static guint chosen_signal;

static void
on_typed (TdPersonEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = NULL;

  if (*text != '\0' && self->directory != NULL)
    found = td_directory_match (self->directory, "persons", text, MOST_LINES);
  if (found != NULL)
    td_completion_show (self->completion, found);
  else
    td_completion_hide (self->completion);
}

static void
on_chosen (TdPersonEntry *self, const char *key)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, chosen_signal, 0, key);
}

static gboolean
on_key (TdPersonEntry *self, guint key)
{
  return td_completion_handle_key (self->completion, key);
}

static void
on_left (TdPersonEntry *self)
{
  td_completion_hide (self->completion);
}

static void
td_person_entry_dispose (GObject *object)
{
  TdPersonEntry *self = TD_PERSON_ENTRY (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->completion);
  g_clear_pointer (&self->directory, td_directory_unref);
  G_OBJECT_CLASS (td_person_entry_parent_class)->dispose (object);
}

static void
td_person_entry_class_init (TdPersonEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_person_entry_dispose;

  /* With the person's key. */
  chosen_signal = g_signal_new ("chosen", TD_TYPE_PERSON_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
watch (TdPersonEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}

static void
td_person_entry_init (TdPersonEntry *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("Find or add a person: name, key or number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find or add a person"), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST, -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  self->completion = td_completion_new (GTK_WIDGET (self), _ ("People"));
  g_signal_connect_object (self->completion, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  watch (self);
}

static void
on_directory_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPersonEntry) self = data;
  TdDirectory *directory = td_session_run_finish (TD_SESSION (object), result, NULL);

  if (self->reading == NULL)
    g_clear_pointer (&directory, td_directory_unref);
  g_clear_object (&self->reading);
  self->directory = directory;
}

/**
 * td_person_entry_read:
 * @self: the entry
 * @session: the open database
 *
 * Reads in a thread whom it finds; once.
 */
void
td_person_entry_read (TdPersonEntry *self, TdSession *session)
{
  GPtrArray *registers = g_ptr_array_new ();

  g_ptr_array_add (registers, (gpointer)td_register_find ("persons"));
  self->reading = g_cancellable_new ();
  td_session_run (session, td_directory_read, registers, (GDestroyNotify)g_ptr_array_unref, td_directory_unref,
                  self->reading, on_directory_read, g_object_ref (self));
}
