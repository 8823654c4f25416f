/* residences.c: who lived where, and from when to when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY, .synonyms = "ngày đến|ngày chuyển đến" },
  { .name = "unit",
    .label = "Nơi cư trú",
    .flags = TD_FIELD_REQUIRED,
    .refers_to = "units",
    .synonyms = "xã|thôn|đơn vị|địa chỉ|xã, thị trấn" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from", .synonyms = "ngày đi|ngày chuyển đi" },
};

TD_DEFINE_REGISTER (td_residences, "residences", "Cư trú")
