/* offenders.c: who committed an offence in a case, and what became of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord liabilities[] = {
  { "administrative", "xử lý hành chính" },
  { "criminal", "xử lý hình sự" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "id", .label = "Mã người vi phạm", .flags = TD_KEY, .synonyms = "mã số" },
  { .name = "case", .label = "Vụ", .flags = TD_FIELD_REQUIRED, .refers_to = "cases", .synonyms = "mã vụ" },
  { .name = "person", .label = "Đối tượng", .refers_to = "persons" },
  { .name = "full_name", .label = "Họ và tên", .flags = TD_FIELD_SEALED | TD_FIELD_PERSON, .synonyms = "họ tên|tên" },
  { .name = "unit", .label = "Nơi cư trú", .refers_to = "units", .synonyms = "xã|nơi ở" },
  { .name = "liability",
    .label = "Hình thức xử lý",
    .type = TD_TYPE_WORD,
    .flags = TD_FIELD_REQUIRED,
    .words = liabilities },
  { .name = "handled_on", .label = "Ngày xử lý", .type = TD_TYPE_DATE },
  { .name = "arrested_on", .label = "Ngày bắt", .type = TD_TYPE_DATE },
};

TD_DEFINE_REGISTER (td_offenders, "offenders", "Người vi phạm")
