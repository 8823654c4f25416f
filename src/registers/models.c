/* models.c: the models of prevention that a unit keeps up (criterion 10).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "id", .label = "Mã mô hình", .flags = TD_KEY, .synonyms = "mã số" },
  { .name = "unit", .label = "Đơn vị", .flags = TD_FIELD_REQUIRED, .refers_to = "units", .synonyms = "xã|địa bàn" },
  { .name = "name", .label = "Tên mô hình", .flags = TD_FIELD_REQUIRED, .synonyms = "mô hình" },
  { .name = "started_on",
    .label = "Ngày bắt đầu",
    .type = TD_TYPE_DATE,
    .flags = TD_FIELD_REQUIRED,
    .synonyms = "ngày thành lập|ngày ra mắt" },
  { .name = "ended_on", .label = "Ngày kết thúc", .type = TD_TYPE_DATE, .ends = "started_on", .synonyms = "ngày dừng" },
  { .name = "effective",
    .label = "Hoạt động hiệu quả",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = td_yes_no,
    .synonyms = "hiệu quả" },
};

TD_DEFINE_REGISTER (td_models, "models", "Mô hình phòng, chống ma túy")
