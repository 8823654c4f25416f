/* td-register-text-private.h: the text of a register's statements. Parameters are numbered: 1 for the row_id, then one
 * a field, then one a field for hashes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

G_BEGIN_DECLS

gboolean td_field_has_hash (const TdField *field);
int td_register_parameter (guint field);
int td_register_hash_parameter (const TdRegister *reg, guint field);

char *td_register_find_text (const TdRegister *reg);
char *td_register_into_text (const TdRegister *reg, guint *n_columns);
char *td_register_update_text (const TdRegister *reg);
char *td_register_delete_text (const TdRegister *reg);
char *td_register_snapshot_text (const TdRegister *reg);
char *td_register_overlap_text (const TdRegister *reg);
char *td_register_select_text (const TdRegister *reg, const char *field);

G_END_DECLS
