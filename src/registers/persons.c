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
  { .name = "id", .label = "Mã đối tượng", .flags = TD_KEY, .synonyms = "mã số|mã|mã người|số hồ sơ" },
  { .name = "full_name",
    .label = "Họ và tên",
    .flags = TD_FIELD_REQUIRED | TD_FIELD_SEALED | TD_FIELD_PERSON,
    .synonyms = "họ tên|họ và tên khai sinh|tên|họ tên đối tượng" },
  { .name = "birth_date",
    .label = "Ngày sinh",
    .type = TD_TYPE_DATE,
    .flags = TD_FIELD_SEALED,
    .synonyms = "ngày tháng năm sinh|năm sinh|sinh ngày|ngày, tháng, năm sinh" },
  { .name = "sex", .label = "Giới tính", .type = TD_TYPE_WORD, .words = sexes, .synonyms = "giới|nam/nữ|phái" },
  { .name = "national_id",
    .label = "Số căn cước",
    .flags = TD_FIELD_SEALED | TD_FIELD_UNIQUE,
    .synonyms = "cccd|cmnd|số cccd|số cmnd|căn cước|căn cước công dân|cccd/cmnd|số định danh|số định danh cá "
                "nhân|chứng minh nhân dân" },
  { .name = "ethnicity", .label = "Dân tộc" },
  { .name = "address",
    .label = "Địa chỉ",
    .flags = TD_FIELD_SEALED,
    .synonyms = "nơi ở|chỗ ở|nơi cư trú|hộ khẩu|nơi ở hiện nay|nơi thường trú|thường trú" },
  { .name = "note", .label = "Ghi chú", .flags = TD_FIELD_SEALED, .synonyms = "chú thích|ghi chép" },
};

TD_DEFINE_REGISTER (td_persons, "persons", "Đối tượng")
