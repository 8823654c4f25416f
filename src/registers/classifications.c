/* classifications.c: what a person is to the plan, and from when to when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord categories[] = {
  { "addict", "người nghiện ma túy" },
  { "user", "người sử dụng trái phép chất ma túy" },
  { "psychosis", "người có biểu hiện loạn thần \"ngáo đá\"" },
  { "suspected", "người nghi sử dụng trái phép chất ma túy" },
  { "post_rehab", "người sau cai nghiện" },
  { "released", "người chấp hành xong hình phạt tù về ma túy" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "category",
    .label = "Diện",
    .type = TD_TYPE_WORD,
    .flags = TD_KEY,
    .words = categories,
    .synonyms = "phân loại|loại đối tượng|diện quản lý" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY, .synonyms = "ngày lập|ngày vào diện" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from", .synonyms = "ngày ra khỏi diện" },
};

TD_DEFINE_REGISTER (td_classifications, "classifications", "Phân loại")
