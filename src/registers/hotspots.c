/* hotspots.c: places and rings of drug crime, and when they were cleared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord kinds[] = {
  { "complex", "điểm, tụ điểm phức tạp" },
  { "at_risk", "điểm có nguy cơ phức tạp" },
  { "ring", "ổ nhóm, đường dây" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "id", .label = "Mã điểm", .flags = TD_KEY, .synonyms = "mã số" },
  { .name = "unit",
    .label = "Đơn vị",
    .flags = TD_FIELD_REQUIRED,
    .refers_to = "units",
    .synonyms = "xã|địa bàn|thôn" },
  { .name = "kind", .label = "Loại", .type = TD_TYPE_WORD, .flags = TD_FIELD_REQUIRED, .words = kinds, .synonyms = "" },
  { .name = "found_on", .label = "Ngày phát hiện", .type = TD_TYPE_DATE, .flags = TD_FIELD_REQUIRED, .synonyms = "" },
  { .name = "cleared_on", .label = "Ngày xóa", .type = TD_TYPE_DATE, .ends = "found_on", .synonyms = "ngày triệt xóa" },
  { .name = "description", .label = "Mô tả", .synonyms = "nội dung" },
};

TD_DEFINE_REGISTER (td_hotspots, "hotspots", "Điểm, tụ điểm")
