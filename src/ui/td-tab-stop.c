/* td-tab-stop.c: at the floor, Tab walks through every row of a list, and there may be thousands; the arrow keys are
 * for that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-tab-stop.h"

struct _TdTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TdTabStop, td_tab_stop, ADW_TYPE_BIN)

static gboolean
td_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static void
td_tab_stop_class_init (TdTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = td_tab_stop_focus;
}

static void
td_tab_stop_init (TdTabStop *self)
{
}
