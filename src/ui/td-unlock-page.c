/* td-unlock-page.c: from a path to an unlocked store: opening, asking, unlocking, or saying why not. Opening, making
 * the sample and unlocking take longer than a frame and run in threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-unlock-page.h"

#include "td-menu-button.h"
#include "td-names.h"
#include "td-opening.h"
#include "td-passphrase.h"
#include "td-status.h"

#include <glib/gi18n.h>

struct _TdUnlockPage
{
  AdwBin parent_instance;
  GtkStack *states;
  AdwStatusPage *locked;
  GtkEditable *passphrase;
  GtkWidget *wrong;
  GtkWidget *sample;
  GtkLabel *sample_passphrase;
  GtkWidget *unlock;
  GtkSpinner *spinner;
  AdwStatusPage *failed;
  GtkWidget *again;
  GtkWidget *another;

  char *path;
  TdStore *store;            /* (nullable): open, still locked */
  GCancellable *cancellable; /* (nullable): of what runs in a thread */
};

G_DEFINE_FINAL_TYPE (TdUnlockPage, td_unlock_page, ADW_TYPE_BIN)

enum
{
  UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  TdStore *store;
  char *passphrase;
} Attempt;

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  td_store_unref (attempt->store);
  td_passphrase_free (attempt->passphrase);
  g_free (attempt);
}

static void
unlock_store (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attempt *attempt = data;
  GError *error = NULL;

  if (td_store_unlock (attempt->store, NULL, attempt->passphrase, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_state (TdUnlockPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->states, name);
}

static void
show_failure (TdUnlockPage *self, const GError *error)
{
  g_clear_pointer (&self->store, td_store_unref);
  adw_status_page_set_title (self->failed, td_opening_headline (error));
  td_status_describe (self->failed, error->message);
  gtk_widget_set_visible (self->again, td_opening_may_pass (error));
  show_state (self, "failed");
  gtk_widget_grab_focus (td_opening_may_pass (error) ? self->again : self->another);
}

static void
show_sample (TdUnlockPage *self)
{
  g_autofree char *passphrase = td_store_get_setting (self->store, "sample-passphrase", NULL);

  gtk_widget_set_visible (self->sample, passphrase != NULL);
  gtk_label_set_label (self->sample_passphrase, passphrase != NULL ? passphrase : "");
}

static void
set_wrong (TdUnlockPage *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->wrong), message != NULL ? message : "");
  gtk_widget_set_visible (self->wrong, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->passphrase), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->passphrase), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_working (TdUnlockPage *self, gboolean working)
{
  gtk_editable_set_editable (self->passphrase, !working);
  gtk_widget_set_sensitive (self->unlock, !working);
  gtk_spinner_set_spinning (self->spinner, working);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), working);
}

static void
ask (TdUnlockPage *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_status_page_set_title (self->locked, title);
  gtk_editable_set_text (self->passphrase, "");
  set_wrong (self, NULL);
  set_working (self, FALSE);
  show_sample (self);
  show_state (self, "locked");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  TdUnlockPage *self = TD_UNLOCK_PAGE (object);
  g_autoptr (GError) error = NULL;
  TdStore *store = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->store = store;
  if (store == NULL)
    show_failure (self, error);
  else
    ask (self);
}

static void
refuse (TdUnlockPage *self, const GError *error)
{
  set_working (self, FALSE);
  if (g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_PASSPHRASE))
    set_wrong (self, _ ("This passphrase is not right. Check capital letters and the input method, and try again."));
  else
    set_wrong (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  gtk_editable_select_region (self->passphrase, 0, -1);
}

static void
on_unlocked (GObject *object, GAsyncResult *result, gpointer data)
{
  TdUnlockPage *self = TD_UNLOCK_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    {
      refuse (self, error);
      return;
    }
  store = g_steal_pointer (&self->store);
  td_unlock_page_close (self);
  g_signal_emit (self, signals[UNLOCKED], 0, store);
}

static void
open_anew (TdUnlockPage *self)
{
  g_autoptr (GTask) task = NULL;

  td_unlock_page_close (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_opened, NULL);
  td_opening_start (task, self->path);
}

static void
unlock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdUnlockPage *self = TD_UNLOCK_PAGE (widget);
  g_autoptr (GTask) task = NULL;
  Attempt *attempt;

  if (self->store == NULL || self->cancellable != NULL)
    return;
  attempt = g_new0 (Attempt, 1);
  attempt->store = td_store_ref (self->store);
  attempt->passphrase = td_passphrase_take (self->passphrase);
  set_wrong (self, NULL);
  set_working (self, TRUE);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_unlocked, NULL);
  g_task_set_task_data (task, attempt, attempt_free);
  g_task_run_in_thread (task, unlock_store);
}

static void
try_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_anew (TD_UNLOCK_PAGE (widget));
}

static void
fill_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdUnlockPage *self = TD_UNLOCK_PAGE (widget);

  gtk_editable_set_text (self->passphrase, gtk_label_get_label (self->sample_passphrase));
  gtk_widget_grab_focus (self->unlock);
}

static void
td_unlock_page_dispose (GObject *object)
{
  TdUnlockPage *self = TD_UNLOCK_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->store, td_store_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (td_unlock_page_parent_class)->dispose (object);
}

static void
td_unlock_page_class_init (TdUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_unlock_page_dispose;

  /* With a TdStore, which is the receiver's to keep a reference to. */
  signals[UNLOCKED] = g_signal_new ("unlocked", TD_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "unlock.unlock", NULL, unlock);
  gtk_widget_class_install_action (widget_class, "unlock.again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "unlock.fill-in", NULL, fill_in);

  g_type_ensure (TD_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, states);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, locked);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, wrong);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, sample);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, sample_passphrase);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, unlock);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, failed);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, again);
  gtk_widget_class_bind_template_child (widget_class, TdUnlockPage, another);
}

static void
td_unlock_page_init (TdUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
}

/**
 * td_unlock_page_open:
 * @self: the page
 * @path: a database
 *
 * Opens it and asks for its passphrase; `unlocked` says when it was right.
 */
void
td_unlock_page_open (TdUnlockPage *self, const char *path)
{
  char *copy = g_strdup (path);

  g_free (self->path);
  self->path = copy;
  open_anew (self);
}

/**
 * td_unlock_page_close:
 * @self: the page
 *
 * Lets go of the file, the passphrase and all work.
 */
void
td_unlock_page_close (TdUnlockPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->store, td_store_unref);
  gtk_editable_set_text (self->passphrase, "");
  gtk_label_set_label (self->sample_passphrase, "");
  show_state (self, "opening");
}

/**
 * td_unlock_page_focus:
 * @self: the page
 *
 * Puts the focus on the passphrase.
 */
void
td_unlock_page_focus (TdUnlockPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}
