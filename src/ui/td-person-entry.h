/* td-person-entry.h: an entry that finds a person by a few letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_PERSON_ENTRY (td_person_entry_get_type ())
G_DECLARE_FINAL_TYPE (TdPersonEntry, td_person_entry, TD, PERSON_ENTRY, AdwBin)

void td_person_entry_read (TdPersonEntry *self, TdSession *session);

G_END_DECLS
