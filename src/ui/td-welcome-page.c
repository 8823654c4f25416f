/* td-welcome-page.c: the ways to begin, the database that was open last first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-welcome-page.h"

#include "td-menu-button.h"
#include "td-names.h"

#include <glib/gi18n.h>

struct _TdWelcomePage
{
  AdwBin parent_instance;
  AdwStatusPage *status;
  GtkButton *last;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (TdWelcomePage, td_welcome_page, ADW_TYPE_BIN)

static void
td_welcome_page_class_init (TdWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TD_TYPE_MENU_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, status);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, last);
  gtk_widget_class_bind_template_child (widget_class, TdWelcomePage, create);
}

static void
td_welcome_page_init (TdWelcomePage *self)
{
  g_autoptr (GdkTexture) logo = gdk_texture_new_from_resource ("/vn/thamdinh/ui/logo.png");

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_paintable (self->status, GDK_PAINTABLE (logo));
  td_names_mend (GTK_WIDGET (self));
}

/**
 * td_welcome_page_set_last:
 * @self: the page
 * @path: (nullable): the database that was open last; not offered where it is gone
 */
void
td_welcome_page_set_last (TdWelcomePage *self, const char *path)
{
  gboolean is_there = path != NULL && *path != '\0' && g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autofree char *name = is_there ? g_path_get_basename (path) : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->last), is_there);
  if (!is_there)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->create), "suggested-action");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->create), "suggested-action");
  /* Translators: the button that opens the file that was open last. */
  label = g_strdup_printf (_ ("Open “%s”"), name);
  gtk_button_set_label (self->last, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->last), path);
}

/**
 * td_welcome_page_focus:
 * @self: the page
 *
 * Puts the focus on what is most likely wanted next.
 */
void
td_welcome_page_focus (TdWelcomePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->last)) ? self->last : self->create));
}
