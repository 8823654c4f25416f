/* units.c: the tree of administrative units: district, communes and towns, hamlets and quarters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord kinds[] = {
  { "province", "tỉnh" }, { "district", "huyện" }, { "town", "thị trấn" },   { "commune", "xã" },
  { "ward", "phường" },   { "hamlet", "thôn" },    { "quarter", "khu phố" }, { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "code", .label = "Mã đơn vị", .flags = TD_KEY },
  { .name = "name", .label = "Tên đơn vị", .flags = TD_FIELD_REQUIRED },
  { .name = "kind", .label = "Loại đơn vị", .type = TD_TYPE_WORD, .flags = TD_FIELD_REQUIRED, .words = kinds },
  { .name = "parent", .label = "Đơn vị cấp trên", .refers_to = "units" },
  { .name = "valid_from", .label = "Có hiệu lực từ ngày", .type = TD_TYPE_DATE },
  { .name = "valid_to", .label = "Hết hiệu lực từ ngày", .type = TD_TYPE_DATE, .ends = "valid_from" },
  { .name = "successor", .label = "Đơn vị kế thừa", .refers_to = "units" },
  { .name = "official_code", .label = "Mã của Nhà nước" },
};

TD_DEFINE_REGISTER (td_units, "units", "Đơn vị hành chính")
