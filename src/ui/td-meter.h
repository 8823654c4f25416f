/* td-meter.h: how far work in a thread is, read by a progress bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_METER (td_meter_get_type ())
G_DECLARE_FINAL_TYPE (TdMeter, td_meter, TD, METER, GObject)

TdMeter *td_meter_new (GtkProgressBar *bar);
void td_meter_report (guint64 done, guint64 total, gpointer meter);

G_END_DECLS
