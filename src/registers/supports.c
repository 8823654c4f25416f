/* supports.c: counselling, work, training and loans that reached a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord kinds[] = {
  { "counselling", "tư vấn" }, { "job", "việc làm" }, { "vocational", "dạy nghề" },
  { "loan", "vay vốn" },       { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "kind",
    .label = "Loại hỗ trợ",
    .type = TD_TYPE_WORD,
    .flags = TD_KEY,
    .words = kinds,
    .synonyms = "hình thức hỗ trợ|loại|hình thức" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY, .synonyms = "ngày hỗ trợ|ngày" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from" },
  { .name = "provider", .label = "Đơn vị hỗ trợ", .synonyms = "đơn vị thực hiện|đơn vị|nơi hỗ trợ" },
  { .name = "amount", .label = "Số tiền (đồng)", .type = TD_TYPE_AMOUNT, .synonyms = "số tiền|số tiền vay|mức vay" },
};

TD_DEFINE_REGISTER (td_supports, "supports", "Tư vấn, hỗ trợ")
