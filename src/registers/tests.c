/* tests.c: the drug tests of a person; the day that counts is the day of the sample.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord occasions[] = {
  { "periodic", "định kỳ" },
  { "unannounced", "đột xuất" },
  { "suspicion", "khi nghi vấn" },
  { NULL, NULL },
};

static const TdWord results[] = {
  { "negative", "âm tính" },
  { "positive", "dương tính" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons" },
  { .name = "sampled_on", .label = "Ngày lấy mẫu", .type = TD_TYPE_DATE, .flags = TD_KEY },
  { .name = "occasion", .label = "Dịp xét nghiệm", .type = TD_TYPE_WORD, .flags = TD_KEY, .words = occasions },
  { .name = "result", .label = "Kết quả", .type = TD_TYPE_WORD, .flags = TD_FIELD_REQUIRED, .words = results },
  { .name = "substances", .label = "Chất ma túy" },
};

TD_DEFINE_REGISTER (td_tests, "tests", "Xét nghiệm")
