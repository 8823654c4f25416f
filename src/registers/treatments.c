/* treatments.c: the rehabilitation or substitution treatment of a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord forms[] = {
  { "compulsory_centre", "cai nghiện bắt buộc" },
  { "voluntary_centre", "cai nghiện tự nguyện tại cơ sở" },
  { "home_community", "cai nghiện tự nguyện tại gia đình, cộng đồng" },
  { "substitution", "điều trị bằng thuốc thay thế" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "form",
    .label = "Hình thức",
    .type = TD_TYPE_WORD,
    .flags = TD_KEY,
    .words = forms,
    .synonyms = "hình thức cai nghiện|biện pháp" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY, .synonyms = "ngày vào|ngày bắt đầu" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from", .synonyms = "ngày ra|ngày kết thúc" },
  { .name = "facility", .label = "Cơ sở", .synonyms = "nơi cai nghiện|cơ sở điều trị" },
};

TD_DEFINE_REGISTER (td_treatments, "treatments", "Cai nghiện, điều trị")
