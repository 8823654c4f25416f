/* detentions.c: custody and prison terms of a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord kinds[] = {
  { "custody", "tạm giữ, tạm giam" },
  { "prison", "chấp hành án phạt tù" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "kind", .label = "Loại", .type = TD_TYPE_WORD, .flags = TD_KEY, .words = kinds, .synonyms = "hình thức" },
  { .name = "from", .label = "Từ ngày", .type = TD_TYPE_DATE, .flags = TD_KEY, .synonyms = "ngày bắt|ngày vào" },
  { .name = "to", .label = "Đến ngày", .type = TD_TYPE_DATE, .ends = "from", .synonyms = "ngày ra|ngày về" },
};

TD_DEFINE_REGISTER (td_detentions, "detentions", "Tạm giữ, thi hành án")
