/* td-commune-page.h: one unit: what it meets and exactly what stands in the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_COMMUNE_PAGE (td_commune_page_get_type ())
G_DECLARE_FINAL_TYPE (TdCommunePage, td_commune_page, TD, COMMUNE_PAGE, AdwBin)

void td_commune_page_set_session (TdCommunePage *self, TdSession *session);
void td_commune_page_show (TdCommunePage *self, const char *code);
const TdVerdict *td_commune_page_get_verdict (TdCommunePage *self);
void td_commune_page_focus (TdCommunePage *self);

G_END_DECLS
