/* registrations.c: the days on which a unit registered to become drug-free; the baseline of criterion 4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "unit", .label = "Đơn vị", .flags = TD_KEY, .refers_to = "units" },
  { .name = "registered_on", .label = "Ngày đăng ký", .type = TD_TYPE_DATE, .flags = TD_KEY },
};

TD_DEFINE_REGISTER (td_registrations, "registrations", "Đăng ký xây dựng")
