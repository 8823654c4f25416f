/* sample-names.c: names put together by lot; who bears one of them in life does so by chance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

static const char *const ethnicities[]
  = { "Kinh", "Kinh", "Kinh", "Kinh", "Thái", "Thái", "Thái", "Thái", "Thái", "Thổ", "Thổ", "Thổ", "Mường", NULL };

static const char *const kinh_families[]
  = { "Nguyễn", "Nguyễn", "Nguyễn", "Lê",   "Lê",    "Lê",  "Trần", "Phạm", "Hoàng",
      "Đỗ",     "Bùi",    "Vũ",     "Đặng", "Trịnh", "Mai", "Hà",   NULL };
static const char *const thai_families[]
  = { "Vi", "Vi", "Lò", "Lang", "Lương", "Lương", "Hà", "Ngân", "Lữ", "Lục", "Cầm", "Lộc", NULL };
static const char *const tho_families[] = { "Trương", "Lê", "Nguyễn", "Lục", "Hồ", "Phan", "Cao", NULL };
static const char *const muong_families[] = { "Bùi", "Quách", "Phạm", "Trương", "Hà", "Cao", "Đinh", NULL };

static const char *const male_middles[] = { "Văn",  "Văn",  "Văn",   "Đức",  "Minh",  "Quang", "Hữu", "Xuân",
                                            "Ngọc", "Công", "Thanh", "Đình", "Trọng", "Mạnh",  "Bá",  NULL };
static const char *const female_middles[]
  = { "Thị", "Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Kim", "Bích", "Hồng", "Mai", NULL };

static const char *const male_given[]
  = { "An",    "Bảo",   "Bình", "Chiến", "Công",  "Cường", "Dũng",  "Dương", "Đạt",  "Điệp", "Giang",
      "Hải",   "Hậu",   "Hiếu", "Hòa",   "Hùng",  "Huy",   "Khánh", "Kiên",  "Lâm",  "Linh", "Long",
      "Lực",   "Mạnh",  "Nam",  "Nghĩa", "Phong", "Phúc",  "Quân",  "Quý",   "Sơn",  "Tài",  "Thắng",
      "Thành", "Thịnh", "Tiến", "Toàn",  "Trung", "Tuấn",  "Tùng",  "Việt",  "Vinh", NULL };
static const char *const female_given[]
  = { "Anh",   "Chi", "Diệp", "Dung", "Duyên", "Hà",    "Hạnh",  "Hiền", "Hoa",   "Hồng", "Huệ",
      "Hương", "Lan", "Liên", "Loan", "Mai",   "Minh",  "Nga",   "Ngân", "Nhung", "Oanh", "Phượng",
      "Quyên", "Tâm", "Thảo", "Thơm", "Thủy",  "Trang", "Tuyết", "Vân",  "Xuân",  "Yến",  NULL };

static const char *const hamlet_names[]
  = { "Đồng Tâm", "Thanh Tiến", "Làng Mới", "Đồng Lớn",   "Tân Thành", "Xuân Thịnh", "Cửa Khe",   "Bản Chanh",
      "Hợp Nhất", "Đồi Chè",    "Khe Xanh", "Làng Gốc",   "Vân Thọ",   "Trung Sơn",  "Đồng Ngán", "Phú Lợi",
      "Bình Yên", "Suối Trong", "Làng Kèn", "Thống Nhất", "Cây Trám",  "Đồng Quan",  "Tân Hưng",  "Bản Lúa",
      "Hòa Lạc",  "Làng Sung",  "Ngã Tư",   "Đồi Thông",  "Xuân Phú",  "Quyết Tiến", "Bãi Ngô",   "Thác Nhỏ" };

const char *
td_sample_ethnicity (TdSample *self)
{
  return td_sample_pick (self, ethnicities);
}

static const char *const *
families_of (const char *ethnicity)
{
  if (g_str_equal (ethnicity, "Thái"))
    return thai_families;
  if (g_str_equal (ethnicity, "Thổ"))
    return tho_families;
  return g_str_equal (ethnicity, "Mường") ? muong_families : kinh_families;
}

/**
 * td_sample_name:
 * @self: the sample
 * @ethnicity: as td_sample_ethnicity() answers
 * @is_male: whether a man's name
 *
 * Returns: (transfer none): a name
 */
const char *
td_sample_name (TdSample *self, const char *ethnicity, gboolean is_male)
{
  const char *family = td_sample_pick (self, families_of (ethnicity));
  const char *middle = td_sample_pick (self, is_male ? male_middles : female_middles);
  const char *given = td_sample_pick (self, is_male ? male_given : female_given);

  return td_sample_text (self, "%s %s %s", family, middle, given);
}

/**
 * td_sample_hamlet_names:
 * @n_names: (out): how many there are
 *
 * Returns: (array length=n_names): names for hamlets and quarters
 */
const char *const *
td_sample_hamlet_names (guint *n_names)
{
  *n_names = G_N_ELEMENTS (hamlet_names);
  return hamlet_names;
}
