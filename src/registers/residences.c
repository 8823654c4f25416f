/* residences.c: who lived where, and from when to when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY },
  { .name = "unit", .label = "Nơi cư trú", .flags = TD_FIELD_REQUIRED, .refers_to = "units" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from" },
};

TD_DEFINE_REGISTER (td_residences, "residences", "Cư trú")
