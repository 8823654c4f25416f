/* fugitives.c: persons wanted for drug crime who hide in a unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "id", .label = "Mã người bị truy nã", .flags = TD_KEY, .synonyms = "mã số" },
  { .name = "full_name",
    .label = "Họ và tên",
    .flags = TD_FIELD_REQUIRED | TD_FIELD_SEALED | TD_FIELD_PERSON,
    .synonyms = "họ tên" },
  { .name = "unit",
    .label = "Nơi lẩn trốn",
    .flags = TD_FIELD_REQUIRED,
    .refers_to = "units",
    .synonyms = "xã|nơi ẩn náu" },
  { .name = "wanted_on", .label = "Ngày truy nã", .type = TD_TYPE_DATE, .flags = TD_FIELD_REQUIRED, .synonyms = "" },
  { .name = "arrested_on", .label = "Ngày bắt", .type = TD_TYPE_DATE, .ends = "wanted_on", .synonyms = "" },
};

TD_DEFINE_REGISTER (td_fugitives, "fugitives", "Người bị truy nã")
