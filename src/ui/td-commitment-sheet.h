/* td-commitment-sheet.h: the commitments that a hamlet's households signed, marked in one pass.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-day-sheet.h"

G_BEGIN_DECLS

#define TD_TYPE_COMMITMENT_SHEET (td_commitment_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TdCommitmentSheet, td_commitment_sheet, TD, COMMITMENT_SHEET, TdDaySheet)

void td_commitment_sheet_present (GtkWindow *parent, TdSession *session, const char *unit);

G_END_DECLS
