/* td-snapshot-private.h: a row as the audit log has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

void td_snapshot_add_text (GString *json, const TdField *field, const char *value);
void td_snapshot_add_cell (GString *json, const TdField *field, gconstpointer cell, gsize size);
void td_snapshot_end (GString *json);

G_END_DECLS
