/* households.c: the households and the day on which each signed its commitment (criterion 9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "id", .label = "Mã hộ", .flags = TD_KEY, .synonyms = "mã hộ gia đình|số hộ|mã số hộ" },
  { .name = "unit",
    .label = "Đơn vị",
    .flags = TD_FIELD_REQUIRED,
    .refers_to = "units",
    .synonyms = "thôn|thôn, khu phố|xã|xã, thị trấn|địa bàn|khu phố" },
  { .name = "head_name",
    .label = "Họ tên chủ hộ",
    .flags = TD_FIELD_SEALED | TD_FIELD_PERSON,
    .synonyms = "chủ hộ|họ và tên chủ hộ|tên chủ hộ" },
  { .name = "registered_on",
    .label = "Ngày đăng ký cư trú",
    .type = TD_TYPE_DATE,
    .synonyms = "ngày đăng ký|ngày đến" },
  { .name = "left_on",
    .label = "Ngày chuyển đi",
    .type = TD_TYPE_DATE,
    .ends = "registered_on",
    .synonyms = "ngày đi" },
  { .name = "committed_on",
    .label = "Ngày ký cam kết",
    .type = TD_TYPE_DATE,
    .synonyms = "ngày cam kết|cam kết|ngày ký" },
};

TD_DEFINE_REGISTER (td_households, "households", "Hộ gia đình")
