/* households.c: the households and the day on which each signed its commitment (criterion 9).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "id", .label = "Mã hộ", .flags = TD_KEY },
  { .name = "unit", .label = "Đơn vị", .flags = TD_FIELD_REQUIRED, .refers_to = "units" },
  { .name = "head_name", .label = "Họ tên chủ hộ", .flags = TD_FIELD_SEALED | TD_FIELD_PERSON },
  { .name = "registered_on", .label = "Ngày đăng ký cư trú", .type = TD_TYPE_DATE },
  { .name = "left_on", .label = "Ngày chuyển đi", .type = TD_TYPE_DATE, .ends = "registered_on" },
  { .name = "committed_on", .label = "Ngày ký cam kết", .type = TD_TYPE_DATE },
};

TD_DEFINE_REGISTER (td_households, "households", "Hộ gia đình")
