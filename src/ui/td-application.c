/* td-application.c: tham-dinh [FILE] [--date DATE], a window for each database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-application.h"

#include "td-date.h"
#include "td-shortcuts.h"
#include "td-ui-resource.h"
#include "td-window.h"

#include <glib/gi18n.h>

/* How a call ends that was not understood. */
#define EXIT_USAGE 2

struct _TdApplication
{
  AdwApplication parent_instance;
  GSettings *settings; /* (nullable): where the schema is not installed */
};

G_DEFINE_FINAL_TYPE (TdApplication, td_application, ADW_TYPE_APPLICATION)

static TdWindow *
find_window (TdApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TD_IS_WINDOW (l->data) && g_strcmp0 (td_window_get_path (l->data), path) == 0)
      return l->data;
  return NULL;
}

/* Open twice, a database would only be in its own way: the window that has it comes to the front. */
static void
open_path (TdApplication *self, const char *path, const char *day)
{
  TdWindow *window = find_window (self, path);
  gboolean is_open = window != NULL && path != NULL;

  if (window == NULL)
    window = find_window (self, NULL);
  if (window == NULL)
    window = td_window_new (self);
  if (!is_open)
    td_window_set_day (window, day);
  if (!is_open && path != NULL)
    td_window_open (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", "Thẩm Định", "application-icon",
                         TD_APPLICATION_NAME, "version", TD_VERSION, "developer-name", _ ("The Thẩm Định authors"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("See which communes meet the ten criteria on a day, what stands in the way of the others, "
                            "and make the decision papers."),
                         /* Translators: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
show_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = td_shortcuts_window_new ();

  gtk_window_set_transient_for (window, gtk_application_get_active_window (data));
  gtk_window_present (window);
}

/* Each window is asked: one may hold what is not saved yet. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = show_about },
  { .name = "shortcuts", .activate = show_shortcuts },
  { .name = "quit", .activate = quit },
};

static void
td_application_startup (GApplication *application)
{
  /* Named, or the linker would leave the templates out of the static library. */
  g_resources_register (td_ui_get_resource ());
  G_APPLICATION_CLASS (td_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  td_shortcuts_set_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (TD_APPLICATION_NAME);
}

static void
td_application_activate (GApplication *application)
{
  open_path (TD_APPLICATION (application), NULL, NULL);
}

static int
td_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *day;
  g_autofree char *parsed = NULL;

  if (!g_variant_dict_lookup (options, "date", "&s", &day))
    return -1;
  parsed = td_date_parse (day);
  if (parsed != NULL)
    return -1;
  g_printerr (_ ("tham-dinh: “%s” is not a date. Write it as 30/11/2025 or 2025-11-30.\n"), day);
  return EXIT_USAGE;
}

static int
td_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  int n_words;
  g_auto (GStrv) words = g_application_command_line_get_arguments (command_line, &n_words);
  const char *given = NULL;
  g_autofree char *day = NULL;

  g_variant_dict_lookup (g_application_command_line_get_options_dict (command_line), "date", "&s", &given);
  day = given != NULL ? td_date_parse (given) : NULL;
  if (n_words <= 1)
    open_path (TD_APPLICATION (application), NULL, day);
  for (int i = 1; i < n_words; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, words[i]);

      open_path (TD_APPLICATION (application), g_file_peek_path (file), day);
    }
  return 0;
}

static void
td_application_dispose (GObject *object)
{
  TdApplication *self = TD_APPLICATION (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (td_application_parent_class)->dispose (object);
}

static void
td_application_class_init (TdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_application_dispose;
  application_class->startup = td_application_startup;
  application_class->activate = td_application_activate;
  application_class->handle_local_options = td_application_handle_local_options;
  application_class->command_line = td_application_command_line;
}

static void
td_application_init (TdApplication *self)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Evaluate as of this day: 30/11/2025 or 2025-11-30"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GSettingsSchema) schema
    = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), TD_APPLICATION_NAME, TRUE);

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE]"));
  if (schema != NULL)
    self->settings = g_settings_new (TD_APPLICATION_NAME);
}

/**
 * td_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
TdApplication *
td_application_new (void)
{
  return g_object_new (TD_TYPE_APPLICATION, "application-id", TD_APPLICATION_NAME, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", "/vn/thamdinh/ui", NULL);
}

/**
 * td_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): what is remembered from run to run; %NULL where the schema is not installed, and
 *   then nothing is
 */
GSettings *
td_application_get_settings (TdApplication *self)
{
  return self->settings;
}
