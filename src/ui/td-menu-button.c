/* td-menu-button.c: a template with the primary menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-menu-button.h"

struct _TdMenuButton
{
  AdwBin parent_instance;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (TdMenuButton, td_menu_button, ADW_TYPE_BIN)

static void
td_menu_button_class_init (TdMenuButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-menu-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdMenuButton, button);
}

static void
td_menu_button_init (TdMenuButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_menu_button_popup:
 * @page: what is shown
 *
 * Opens the menu of the page within @page that can be seen.
 */
void
td_menu_button_popup (GtkWidget *page)
{
  if (!gtk_widget_get_mapped (page))
    return;
  if (TD_IS_MENU_BUTTON (page))
    {
      gtk_menu_button_popup (TD_MENU_BUTTON (page)->button);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    td_menu_button_popup (child);
}
