/* td-district-page.h: every unit of the district against the ten criteria on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_DISTRICT_PAGE (td_district_page_get_type ())
G_DECLARE_FINAL_TYPE (TdDistrictPage, td_district_page, TD, DISTRICT_PAGE, AdwBin)

void td_district_page_set_session (TdDistrictPage *self, TdSession *session);
void td_district_page_focus_day (TdDistrictPage *self);
void td_district_page_step (TdDistrictPage *self, int days);
void td_district_page_focus (TdDistrictPage *self);

G_END_DECLS
