/* management-records.c: the management record kept on a person, and who supervises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "person", .label = "Đối tượng", .flags = TD_KEY, .refers_to = "persons" },
  { .name = "number", .label = "Số hồ sơ", .flags = TD_KEY },
  { .name = "opened_on", .label = "Ngày lập", .type = TD_TYPE_DATE, .flags = TD_FIELD_REQUIRED },
  { .name = "closed_on", .label = "Ngày kết thúc", .type = TD_TYPE_DATE, .ends = "opened_on" },
  { .name = "supervisor", .label = "Người quản lý, giám sát" },
};

TD_DEFINE_REGISTER (td_management_records, "management_records", "Hồ sơ quản lý")
