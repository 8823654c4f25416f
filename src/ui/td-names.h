/* td-names.h: what a screen reader calls the buttons of a template.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_names_mend (GtkWidget *widget);

G_END_DECLS
