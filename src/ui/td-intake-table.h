/* td-intake-table.h: the rows of an intake as a table to mend.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_INTAKE_TABLE (td_intake_table_get_type ())
G_DECLARE_FINAL_TYPE (TdIntakeTable, td_intake_table, TD, INTAKE_TABLE, GtkWidget)

TdIntake *td_intake_table_get_intake (TdIntakeTable *self);
void td_intake_table_show (TdIntakeTable *self, TdIntake *intake);
void td_intake_table_show_answer (TdIntakeTable *self, const TdImportReport *report);
void td_intake_table_show_only_bad (TdIntakeTable *self, gboolean only_bad);
void td_intake_table_edited (TdIntakeTable *self);
void td_intake_table_fill_down (TdIntakeTable *self, guint position, guint column, const char *text);
gboolean td_intake_table_has_bad (TdIntakeTable *self);
guint td_intake_table_set_bad_aside (TdIntakeTable *self);

G_END_DECLS
