/* management-records.c: the management record kept on a person, and who supervises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons", .synonyms = "mã đối tượng|mã số" },
  { .name = "number", .label = "Số hồ sơ", .flags = TD_KEY, .synonyms = "số|số hồ sơ quản lý" },
  { .name = "opened_on",
    .label = "Ngày lập",
    .type = TD_TYPE_DATE,
    .flags = TD_FIELD_REQUIRED,
    .synonyms = "ngày lập hồ sơ" },
  { .name = "closed_on", .label = "Ngày kết thúc", .type = TD_TYPE_DATE, .ends = "opened_on", .synonyms = "" },
  { .name = "supervisor",
    .label = "Người quản lý, giám sát",
    .synonyms = "người quản lý|cán bộ quản lý|người được phân công" },
};

TD_DEFINE_REGISTER (td_management_records, "management_records", "Hồ sơ quản lý")
