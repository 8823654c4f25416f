/* td-shortcuts.c: the table of shortcuts; the keys themselves and the window that lists them both come from it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

/* A shortcut without a title is a second name for one that has it, and is not listed. Those of `field.`,
 * `intake.` and `line.` are only listed: fields, cells and lines take them where they have the focus. */
static const struct
{
  const char *group;
  const char *action;
  const char *keys; /* as GtkShortcutTrigger reads them, one or more parted by | */
  const char *title;
} shortcuts[] = {
  { N_ ("Database"), "win.new", "<Control>n", N_ ("New database") },
  { N_ ("Database"), "win.open", "<Control>o", N_ ("Open a database") },
  { N_ ("Database"), "win.import", "<Control>i", N_ ("Import registers") },
  { N_ ("Database"), "win.export", "<Control>e", N_ ("Export registers") },
  { N_ ("Database"), "win.undo", "<Control>z", N_ ("Undo the latest change of today") },
  { N_ ("Database"), "win.redo", "<Control><Shift>z", N_ ("Redo") },
  { N_ ("Database"), "win.lock", "<Control>l", N_ ("Lock the database") },
  { N_ ("District and communes"), "work.go-to-day", "<Control>d", N_ ("Type another day") },
  { N_ ("District and communes"), "work.previous-day", "<Control>Page_Up", N_ ("Previous day") },
  { N_ ("District and communes"), "work.next-day", "<Control>Page_Down", N_ ("Next day") },
  { N_ ("District and communes"), "work.recognise", "<Control>r", N_ ("Make the recognition decision") },
  { N_ ("District and communes"), "work.refuse", "<Control><Shift>r", N_ ("Make the refusal notice") },
  { N_ ("District and communes"), "work.back", "<Alt>Left", N_ ("Back") },
  { N_ ("Registers"), "work.find", "<Control>f", N_ ("Find in all registers") },
  { N_ ("Registers"), "table.add", "<Control><Shift>n", N_ ("Add a row") },
  { N_ ("Registers"), "table.copy", "<Control>c", N_ ("Copy the selected rows as a table") },
  { N_ ("Registers"), "table.paste", "<Control>v", N_ ("Paste rows from a spreadsheet") },
  { N_ ("Registers"), "table.sheet-tests", "<Control>t", N_ ("Enter a day’s tests") },
  { N_ ("Registers"), "table.sheet-commitments", "<Control>k", N_ ("Mark households’ commitments") },
  { N_ ("Registers"), "table.export", "<Control><Shift>e", N_ ("Export the table") },
  { N_ ("Registers"), "table.print", "<Control>p", N_ ("Print the table") },
  { N_ ("Papers"), "work.save-pdf", "<Control>s", N_ ("Save as PDF") },
  { N_ ("Papers"), "work.print", "<Control>p", N_ ("Print") },
  { N_ ("Papers"), "work.zoom-in", "<Control>plus|<Control>equal|<Control>KP_Add", N_ ("Larger") },
  { N_ ("Papers"), "work.zoom-out", "<Control>minus|<Control>KP_Subtract", N_ ("Smaller") },
  { N_ ("Papers"), "work.zoom-fit", "<Control>0|<Control>KP_0", N_ ("Fit to the width") },
  { N_ ("Forms"), "row.save", "<Control>s", N_ ("Save the row") },
  { N_ ("Forms"), "row.delete", "<Alt>Delete", N_ ("Delete the row") },
  { N_ ("Forms"), "row.fold", "Escape", N_ ("Fold a row back") },
  { N_ ("Forms"), "field.pick", "<Alt>Down|F4", N_ ("Open a field’s calendar or list") },
  { N_ ("Forms"), "window.close", "Escape", N_ ("Close the dialog") },
  { N_ ("Tables to take in"), "intake.fill-down", "<Control>d",
    N_ ("Fill the column with a cell’s text from there on") },
  { N_ ("Sheets"), "sheet.save", "<Control>s", N_ ("Save the sheet") },
  { N_ ("Sheets"), "line.negative", "a|minus", N_ ("Set âm tính") },
  { N_ ("Sheets"), "line.positive", "d|plus", N_ ("Set dương tính") },
  { N_ ("Sheets"), "line.none", "Delete|BackSpace", N_ ("Take the result away") },
  { N_ ("Sheets"), "line.mark", "space", N_ ("Mark a household, or take its mark away") },
  { N_ ("General"), "app.shortcuts", "<Control>question", N_ ("Keyboard shortcuts") },
  { N_ ("General"), "win.menu", "F10", N_ ("Open the menu") },
  { N_ ("General"), "app.quit", "<Control>q", N_ ("Quit") },
};

/**
 * td_shortcuts_set_accels:
 * @application: the application
 *
 * Gives the actions of the application and its windows their keys, which menus then show.
 */
void
td_shortcuts_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_has_prefix (shortcuts[i].action, "app.") || g_str_has_prefix (shortcuts[i].action, "win."))
      {
        g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, "|", -1);

        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *)keys);
      }
}

/**
 * td_shortcuts_attach:
 * @widget: a widget that has actions of its own
 * @prefix: what their names begin with: `work.`
 *
 * Gives those actions their keys, wherever in the window of @widget the focus is.
 */
void
td_shortcuts_attach (GtkWidget *widget, const char *prefix)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_has_prefix (shortcuts[i].action, prefix))
      gtk_shortcut_controller_add_shortcut (controller,
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                                              gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}

/* What cannot be done here is not to be done by what stands around it either. */
static gboolean
activate_here (GtkWidget *widget, GVariant *parameter, gpointer action)
{
  gtk_widget_activate_action_variant (widget, action, NULL);
  return GDK_EVENT_STOP;
}

/**
 * td_shortcuts_attach_within:
 * @widget: a part of a window
 * @prefix: what the names of its actions begin with: `row.`
 *
 * Gives those actions their keys where the focus is within @widget, before the rest of the window is asked.
 */
void
td_shortcuts_attach_within (GtkWidget *widget, const char *prefix)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (g_str_has_prefix (shortcuts[i].action, prefix))
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                          gtk_callback_action_new (activate_here, (gpointer)shortcuts[i].action, NULL)));
  gtk_widget_add_controller (widget, controller);
}

static void
append_shortcut (GString *xml, guint n)
{
  /* The others are the same key elsewhere on the keyboard. */
  g_autofree char *keys = g_strndup (shortcuts[n].keys, strcspn (shortcuts[n].keys, "|"));
  g_autofree char *item
    = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'><property name='accelerator'>%s</property>"
                               "<property name='title'>%s</property></object></child>",
                               keys, _ (shortcuts[n].title));

  g_string_append (xml, item);
}

/* At the floor, GtkShortcutsWindow takes its contents from a builder alone. */
static char *
describe (void)
{
  g_autoptr (GString) xml
    = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>"
                    "<child><object class='GtkShortcutsSection'><property name='visible'>1</property>");

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || shortcuts[i].group != shortcuts[i - 1].group)
        {
          g_autofree char *group = g_markup_printf_escaped (
            "%s<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
            i == 0 ? "" : "</object></child>", _ (shortcuts[i].group));

          g_string_append (xml, i == 0 ? group : "</object></child>");
          if (i > 0)
            g_string_append (xml, group + strlen ("</object></child>"));
        }
      append_shortcut (xml, i);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

/**
 * td_shortcuts_window_new:
 *
 * Returns: (transfer full): the window that lists every shortcut
 */
GtkWindow *
td_shortcuts_window_new (void)
{
  g_autofree char *xml = describe ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
