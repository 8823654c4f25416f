/* td-table-dialog.h: the table in front, into a file or on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"
#include "td-table-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  TD_TABLE_EXPORT,
  TD_TABLE_PRINT,
} TdTablePurpose;

#define TD_TYPE_TABLE_DIALOG (td_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdTableDialog, td_table_dialog, TD, TABLE_DIALOG, AdwWindow)

void td_table_dialog_present (GtkWindow *parent, TdSession *session, TdTablePurpose purpose, TdTableSearch *search,
                              GArray *fields, GArray *rows);

G_END_DECLS
