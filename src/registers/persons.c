/* persons.c: the people whom the other registers speak of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdWord sexes[] = {
  { "male", "nam" },
  { "female", "nữ" },
  { NULL, NULL },
};

static const TdField fields[] = {
  { .name = "id", .label = "Mã đối tượng", .flags = TD_KEY },
  { .name = "full_name", .label = "Họ và tên", .flags = TD_FIELD_REQUIRED | TD_FIELD_SEALED | TD_FIELD_PERSON },
  { .name = "birth_date", .label = "Ngày sinh", .type = TD_TYPE_DATE, .flags = TD_FIELD_SEALED },
  { .name = "sex", .label = "Giới tính", .type = TD_TYPE_WORD, .words = sexes },
  { .name = "national_id", .label = "Số căn cước", .flags = TD_FIELD_SEALED | TD_FIELD_UNIQUE },
  { .name = "ethnicity", .label = "Dân tộc" },
  { .name = "address", .label = "Địa chỉ", .flags = TD_FIELD_SEALED },
  { .name = "note", .label = "Ghi chú", .flags = TD_FIELD_SEALED },
};

TD_DEFINE_REGISTER (td_persons, "persons", "Đối tượng")
