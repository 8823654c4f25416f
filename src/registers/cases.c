/* cases.c: drug cases and incidents.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord kinds[] = {
  { "cultivation", "trồng cây có chứa chất ma túy" },
  { "production", "sản xuất trái phép" },
  { "trafficking", "mua bán" },
  { "storage", "tàng trữ, vận chuyển" },
  { "organised_use", "tổ chức, chứa chấp sử dụng" },
  { "use", "sử dụng trái phép" },
  { "other", "khác" },
  { NULL, NULL },
};

static const TdWord severities[] = {
  { "less_serious", "ít nghiêm trọng" },
  { "serious", "nghiêm trọng" },
  { "very_serious", "rất nghiêm trọng" },
  { "extremely_serious", "đặc biệt nghiêm trọng" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "id", .label = "Mã vụ", .flags = TD_KEY, .synonyms = "mã số|số vụ" },
  { .name = "unit",
    .label = "Đơn vị",
    .flags = TD_FIELD_REQUIRED,
    .refers_to = "units",
    .synonyms = "xã|nơi xảy ra|địa bàn|xã, thị trấn" },
  { .name = "kind",
    .label = "Loại",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = kinds,
    .synonyms = "loại vụ|hành vi|tội danh" },
  { .name = "happened_on",
    .label = "Ngày xảy ra",
    .type = TD_TYPE_DATE,
    .flags = TD_FIELD_REQUIRED,
    .synonyms = "ngày|thời gian|ngày tháng" },
  { .name = "severity",
    .label = "Mức độ",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = severities,
    .synonyms = "tính chất|tính chất, mức độ" },
  { .name = "by_missed_person",
    .label = "Do đối tượng sót, lọt gây ra",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = td_yes_no },
  { .name = "description", .label = "Mô tả", .synonyms = "nội dung|tóm tắt|nội dung vụ việc" },
};

TD_DEFINE_REGISTER (td_cases, "cases", "Vụ việc, vụ án")
