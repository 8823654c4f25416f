/* reviews.c: a unit's dated word that its registers are complete, also where there was nothing to enter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-descriptions.h"

static const TdField fields[] = {
  { .name = "unit", .label = "Đơn vị", .flags = TD_KEY, .refers_to = "units" },
  { .name = "reviewed_on", .label = "Ngày rà soát", .type = TD_TYPE_DATE, .flags = TD_KEY },
  { .name = "by", .label = "Người rà soát" },
};

TD_DEFINE_REGISTER (td_reviews, "reviews", "Rà soát địa bàn")
