/* td-window.c: which page a window shows, and the commands that change it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-window.h"

#include "td-create-page.h"
#include "td-dialogs.h"
#include "td-export-dialog.h"
#include "td-file-chooser.h"
#include "td-import-dialog.h"
#include "td-menu-button.h"
#include "td-opening.h"
#include "td-undo.h"
#include "td-unlock-page.h"
#include "td-welcome-page.h"
#include "td-workspace.h"

#include <glib/gi18n.h>

struct _TdWindow
{
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  TdWelcomePage *welcome;
  TdCreatePage *create; /* (nullable): until it is first shown */
  TdUnlockPage *unlock; /* (nullable): until it is first shown */
  AdwBin *work;

  char *path;         /* (nullable): of the database that is locked or open here */
  char *day;          /* (nullable): that was asked for on the command line */
  TdSession *session; /* (nullable): unless it is open */
  AdwToast *toast;    /* (nullable), weak: the message at the foot */
};

G_DEFINE_FINAL_TYPE (TdWindow, td_window, ADW_TYPE_APPLICATION_WINDOW)

static GSettings *
get_settings (TdWindow *self)
{
  return td_application_get_settings (TD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
enable_actions (TdWindow *self)
{
  static const char *const of_open[] = { "win.import", "win.export", "win.lock", "win.undo", "win.redo" };

  for (guint i = 0; i < G_N_ELEMENTS (of_open); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_open[i], self->session != NULL);
}

static void
set_path (TdWindow *self, const char *path)
{
  char *copy = g_strdup (path);

  g_free (self->path);
  self->path = copy;
}

static void on_unlocked (TdWindow *self, TdStore *store);

/* Made when first shown: the first frame does not wait for pages behind it. */
static TdCreatePage *
get_create_page (TdWindow *self)
{
  if (self->create == NULL)
    {
      self->create = TD_CREATE_PAGE (g_object_new (TD_TYPE_CREATE_PAGE, NULL));
      g_signal_connect_object (self->create, "created", G_CALLBACK (on_unlocked), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->create), "create");
    }
  return self->create;
}

static TdUnlockPage *
get_unlock_page (TdWindow *self)
{
  if (self->unlock == NULL)
    {
      self->unlock = TD_UNLOCK_PAGE (g_object_new (TD_TYPE_UNLOCK_PAGE, NULL));
      g_signal_connect_object (self->unlock, "unlocked", G_CALLBACK (on_unlocked), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->unlock), "unlock");
    }
  return self->unlock;
}

static void
close_unlock_page (TdWindow *self)
{
  if (self->unlock != NULL)
    td_unlock_page_close (self->unlock);
}

static void
show_page (TdWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Whatever showed data goes with its key. */
static void
drop_session (TdWindow *self)
{
  g_autoptr (TdSession) session = NULL;

  adw_bin_set_child (self->work, NULL);
  if (self->session == NULL)
    return;
  session = g_steal_pointer (&self->session);
  enable_actions (self);
  td_session_close (session);
}

/* Only now may the same file be opened anew. */
static void
on_closed (TdWindow *self, TdSession *session)
{
  g_signal_handlers_disconnect_by_func (session, on_closed, self);
  if (self->path != NULL && self->session == NULL)
    td_unlock_page_open (get_unlock_page (self), self->path);
}

static void
show_welcome (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  GSettings *settings = get_settings (self);
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "last-database") : NULL;

  drop_session (self);
  set_path (self, NULL);
  close_unlock_page (self);
  td_welcome_page_set_last (self->welcome, last);
  show_page (self, "welcome");
  td_welcome_page_focus (self->welcome);
}

static void
on_unlocked (TdWindow *self, TdStore *store)
{
  g_autofree char *day = self->day != NULL ? g_strdup (self->day) : td_opening_choose_day (store);
  GSettings *settings = get_settings (self);
  TdWorkspace *workspace;

  drop_session (self);
  set_path (self, td_store_get_path (store));
  if (settings != NULL)
    g_settings_set_string (settings, "last-database", self->path);
  self->session = td_session_new (store, day);
  workspace = td_workspace_new (self->session, get_settings (self));
  adw_bin_set_child (self->work, GTK_WIDGET (workspace));
  enable_actions (self);
  show_page (self, "work");
  td_workspace_focus (workspace);
}

static void
on_open_chosen (GFile *file, gpointer data)
{
  td_window_open (data, g_file_peek_path (file));
}

static void
choose_database (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a Database"), NULL,
                       TD_FILTER_DATABASE, on_open_chosen, widget);
}

static void
on_new_chosen (GFile *file, gpointer data)
{
  TdWindow *self = data;

  drop_session (self);
  set_path (self, NULL);
  td_create_page_start (get_create_page (self), g_file_peek_path (file));
  show_page (self, "create");
  td_create_page_focus (self->create);
}

static void
choose_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* Translators: the name that is offered for a new file. */
  g_autofree char *suggestion = g_strconcat (_ ("district"), TD_DATABASE_SUFFIX, NULL);

  td_file_chooser_run (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Choose Where to Keep the New Database"),
                       suggestion, TD_FILTER_DATABASE, on_new_chosen, widget);
}

static void
open_sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = td_opening_sample_path ();

  td_window_open (TD_WINDOW (widget), path);
}

static void
open_last (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *last = g_settings_get_string (get_settings (TD_WINDOW (widget)), "last-database");

  td_window_open (TD_WINDOW (widget), last);
}

static void
import_registers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_import_dialog_present (GTK_WINDOW (widget), TD_WINDOW (widget)->session);
}

static void
export_registers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_export_dialog_present (GTK_WINDOW (widget), TD_WINDOW (widget)->session);
}

static void
lock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *path = g_strdup (TD_WINDOW (widget)->path);

  td_window_open (TD_WINDOW (widget), path);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_undo_run (widget, TD_WINDOW (widget)->session, g_str_equal (name, "win.redo"));
}

static void
open_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_menu_button_popup (gtk_stack_get_visible_child (TD_WINDOW (widget)->stack));
}

/* What is not saved yet in a form is not lost with the window behind it. */
static gboolean
td_window_close_request (GtkWindow *window)
{
  if (td_dialogs_close (window))
    return GTK_WINDOW_CLASS (td_window_parent_class)->close_request (window);
  return GDK_EVENT_STOP;
}

static void
bind_settings (TdWindow *self)
{
  GSettings *settings = get_settings (self);

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_SET);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_SET);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
td_window_dispose (GObject *object)
{
  TdWindow *self = TD_WINDOW (object);

  if (self->session != NULL)
    td_session_close (self->session);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->day, g_free);
  G_OBJECT_CLASS (td_window_parent_class)->dispose (object);
}

static void
td_window_class_init (TdWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_window_close_request;

  gtk_widget_class_install_action (widget_class, "win.new", NULL, choose_new);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, choose_database);
  gtk_widget_class_install_action (widget_class, "win.open-last", NULL, open_last);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (widget_class, "win.welcome", NULL, show_welcome);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_registers);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_registers);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, open_menu);

  g_type_ensure (TD_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, work);
}

static void
td_window_init (TdWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a database
 */
TdWindow *
td_window_new (TdApplication *application)
{
  TdWindow *self = g_object_new (TD_TYPE_WINDOW, "application", application, NULL);

  bind_settings (self);
  enable_actions (self);
  show_welcome (GTK_WIDGET (self), NULL, NULL);
  return self;
}

/**
 * td_window_set_day:
 * @self: the window
 * @day: (nullable): the day to look at when a database is opened next; %NULL for the usual one
 */
void
td_window_set_day (TdWindow *self, const char *day)
{
  g_free (self->day);
  self->day = g_strdup (day);
}

/**
 * td_window_open:
 * @self: the window
 * @path: a database, which takes the place of the one that is here
 */
void
td_window_open (TdWindow *self, const char *path)
{
  set_path (self, path);
  td_unlock_page_close (get_unlock_page (self));
  show_page (self, "unlock");
  if (self->session == NULL)
    {
      td_unlock_page_open (get_unlock_page (self), path);
      return;
    }
  g_signal_connect_object (self->session, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  drop_session (self);
}

/**
 * td_window_get_path:
 * @self: the window
 *
 * Returns: (nullable): the path of the database that is locked or open here
 */
const char *
td_window_get_path (TdWindow *self)
{
  return self->path;
}

/* The window behind a widget, also where that stands in a dialog before it. */
static TdWindow *
find_window (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  while (window != NULL && !TD_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? TD_WINDOW (window) : NULL;
}

/**
 * td_window_say:
 * @widget: a widget of a window
 * @message: what was done, for a moment at the window's foot
 */
void
td_window_say (GtkWidget *widget, const char *message)
{
  td_window_offer (widget, message, NULL, NULL);
}

static void
forget_toast (TdWindow *self)
{
  g_clear_weak_pointer (&self->toast);
}

/**
 * td_window_offer:
 * @widget: a widget of a window or of a dialog before it
 * @message: what was done, for a moment at the foot of the window, or of the dialog where it has messages of its own
 * @label: (nullable): of a button beside it
 * @action: (nullable): what that button does: `win.undo`
 */
void
td_window_offer (GtkWidget *widget, const char *message, const char *label, const char *action)
{
  TdWindow *self = find_window (widget);
  GtkWidget *nearest = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  if (self == NULL)
    return;
  toast = adw_toast_new (message);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, action);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast); /* or what was just done would wait until the earlier message has had its time */
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (nearest != NULL ? ADW_TOAST_OVERLAY (nearest) : self->toasts, toast);
}
