/* td-create-page.c: asks for a new database's passphrase twice, and makes the database in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-create-page.h"

#include "td-menu-button.h"
#include "td-names.h"
#include "td-passphrase.h"
#include "td-store.h"

#include <glib/gi18n.h>

/* Shorter than this, guessing takes no patience. */
#define SHORTEST 8

struct _TdCreatePage
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkEditable *first;
  GtkEditable *second;
  GtkLabel *advice;
  GtkWidget *make;
  GtkSpinner *spinner;

  char *path;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (TdCreatePage, td_create_page, ADW_TYPE_BIN)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *path;
  char *passphrase;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  td_passphrase_free (wanted->passphrase);
  g_free (wanted->path);
  g_free (wanted);
}

static void
make_store (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  GError *error = NULL;
  g_autoptr (GBytes) plan = td_plan_built_in ();
  TdStore *store = td_store_create (wanted->path, plan, g_get_user_name (), wanted->passphrase, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, (GDestroyNotify)td_store_unref);
}

/* What still stands in the way; NULL where nothing does. */
static const char *
find_fault (TdCreatePage *self)
{
  const char *first = gtk_editable_get_text (self->first);
  const char *second = gtk_editable_get_text (self->second);

  if (*first == '\0')
    return "";
  if (g_utf8_strlen (first, -1) < SHORTEST)
    return _ ("Too short: several words are easy to remember and hard to guess.");
  if (*second == '\0')
    return "";
  return g_str_equal (first, second) ? NULL : _ ("The two are not the same.");
}

static void
update (TdCreatePage *self)
{
  const char *fault = find_fault (self);

  gtk_label_set_label (self->advice, fault != NULL ? fault : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "create.make", fault == NULL && !self->is_working);
  gtk_editable_set_editable (self->first, !self->is_working);
  gtk_editable_set_editable (self->second, !self->is_working);
  gtk_spinner_set_spinning (self->spinner, self->is_working);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->is_working);
}

static void
forget (TdCreatePage *self)
{
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}

static void
on_made (GObject *object, GAsyncResult *result, gpointer data)
{
  TdCreatePage *self = TD_CREATE_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_working = FALSE;
  update (self);
  if (store == NULL)
    {
      gtk_label_set_label (self->advice, error->message);
      return;
    }
  forget (self);
  g_signal_emit (self, signals[CREATED], 0, store);
}

static void
make (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdCreatePage *self = TD_CREATE_PAGE (widget);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_made, NULL);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->path = g_strdup (self->path);
  wanted->passphrase = td_passphrase_take (self->first);
  self->is_working = TRUE;
  update (self);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, make_store);
}

static void
on_second_activated (TdCreatePage *self)
{
  if (find_fault (self) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "create.make", NULL);
}

static void
td_create_page_finalize (GObject *object)
{
  g_free (TD_CREATE_PAGE (object)->path);
  G_OBJECT_CLASS (td_create_page_parent_class)->finalize (object);
}

static void
td_create_page_class_init (TdCreatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = td_create_page_finalize;

  /* With a TdStore, unlocked, which is the receiver's to keep a reference to. */
  signals[CREATED] = g_signal_new ("created", TD_TYPE_CREATE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "create.make", NULL, make);

  g_type_ensure (TD_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-create-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, group);
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, first);
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, second);
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, advice);
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, make);
  gtk_widget_class_bind_template_child (widget_class, TdCreatePage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_second_activated);
}

static void
td_create_page_init (TdCreatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
}

/**
 * td_create_page_start:
 * @self: the page
 * @path: where the new database is to stand
 *
 * Asks for its passphrase; `created` says when it is there.
 */
void
td_create_page_start (TdCreatePage *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_markup_escape_text (name, -1);

  g_free (self->path);
  self->path = g_strdup (path);
  adw_preferences_group_set_title (self->group, title);
  forget (self);
  update (self);
}

/**
 * td_create_page_focus:
 * @self: the page
 *
 * Puts the focus on the first passphrase.
 */
void
td_create_page_focus (TdCreatePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
}
