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
  { .name = "person",
    .label = "Đối tượng",
    .flags = TD_KEY,
    .refers_to = "persons",
    .synonyms = "mã đối tượng|mã số|mã người" },
  { .name = "sampled_on",
    .label = "Ngày lấy mẫu",
    .type = TD_TYPE_DATE,
    .flags = TD_KEY,
    .synonyms = "ngày xét nghiệm|ngày test|ngày lấy|ngày" },
  { .name = "occasion",
    .label = "Dịp xét nghiệm",
    .type = TD_TYPE_WORD,
    .flags = TD_KEY,
    .words = occasions,
    .synonyms = "dịp|hình thức|lý do xét nghiệm" },
  { .name = "result",
    .label = "Kết quả",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = results,
    .synonyms = "kết quả xét nghiệm|kq" },
  { .name = "substances", .label = "Chất ma túy", .synonyms = "loại ma túy|chất|loại chất" },
};

TD_DEFINE_REGISTER (td_tests, "tests", "Xét nghiệm")
