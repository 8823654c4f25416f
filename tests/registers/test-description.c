/* test-description.c: the seventeen descriptions against what the district said it keeps, written here once more by
 * hand: a column that is lost or renamed in the code is seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register.h"

#include <string.h>

/* `*` required, `key` part of the key, `→` what it refers to. */
static const struct
{
  const char *name;
  const char *title;
  const char *columns;
} registers[] = {
  { "units", "Đơn vị hành chính",
    "code* key · name* · kind* · parent → units · valid_from · valid_to · successor → units · official_code" },
  { "registrations", "Đăng ký xây dựng", "unit* key → units · registered_on* key" },
  { "reviews", "Rà soát địa bàn", "unit* key → units · reviewed_on* key · by" },
  { "households", "Hộ gia đình",
    "id* key · unit* → units · head_name sealed · registered_on · left_on · committed_on" },
  { "persons", "Đối tượng",
    "id* key · full_name* sealed · birth_date sealed · sex · national_id sealed, unique · ethnicity · "
    "address sealed · note sealed" },
  { "residences", "Cư trú", "person* key → persons · from* key · unit* → units · to" },
  { "classifications", "Phân loại", "person* key → persons · category* key · from* key · to" },
  { "management_records", "Hồ sơ quản lý",
    "person* key → persons · number* key · opened_on* · closed_on · supervisor" },
  { "treatments", "Cai nghiện, điều trị", "person* key → persons · form* key · from* key · to · facility" },
  { "detentions", "Tạm giữ, thi hành án", "person* key → persons · kind* key · from* key · to" },
  { "tests", "Xét nghiệm", "person* key → persons · sampled_on* key · occasion* key · result* · substances" },
  { "supports", "Tư vấn, hỗ trợ", "person* key → persons · kind* key · from* key · to · provider · amount" },
  { "hotspots", "Điểm, tụ điểm", "id* key · unit* → units · kind* · found_on* · cleared_on · description" },
  { "cases", "Vụ việc, vụ án",
    "id* key · unit* → units · kind* · happened_on* · severity* · by_missed_person* · description" },
  { "offenders", "Người vi phạm",
    "id* key · case* → cases · person → persons · full_name sealed · unit → units · liability* · handled_on · "
    "arrested_on" },
  { "fugitives", "Người bị truy nã", "id* key · full_name* sealed · unit* → units · wanted_on* · arrested_on" },
  { "models", "Mô hình phòng, chống ma túy", "id* key · unit* → units · name* · started_on* · ended_on · effective*" },
};

static const struct
{
  const char *name; /* register.column */
  const char *words;
} words[] = {
  { "units.kind",
    "province tỉnh · district huyện · town thị trấn · commune xã · ward phường · hamlet thôn · quarter khu phố" },
  { "persons.sex", "male nam · female nữ" },
  { "classifications.category",
    "addict người nghiện ma túy · user người sử dụng trái phép chất ma túy · "
    "psychosis người có biểu hiện loạn thần \"ngáo đá\" · suspected người nghi sử dụng trái phép chất ma túy · "
    "post_rehab người sau cai nghiện · released người chấp hành xong hình phạt tù về ma túy" },
  { "treatments.form",
    "compulsory_centre cai nghiện bắt buộc · voluntary_centre cai nghiện tự nguyện tại cơ sở · "
    "home_community cai nghiện tự nguyện tại gia đình, cộng đồng · substitution điều trị bằng thuốc thay thế" },
  { "detentions.kind", "custody tạm giữ, tạm giam · prison chấp hành án phạt tù" },
  { "tests.occasion", "periodic định kỳ · unannounced đột xuất · suspicion khi nghi vấn" },
  { "tests.result", "negative âm tính · positive dương tính" },
  { "supports.kind", "counselling tư vấn · job việc làm · vocational dạy nghề · loan vay vốn" },
  { "hotspots.kind", "complex điểm, tụ điểm phức tạp · at_risk điểm có nguy cơ phức tạp · ring ổ nhóm, đường dây" },
  { "cases.kind",
    "cultivation trồng cây có chứa chất ma túy · production sản xuất trái phép · trafficking mua bán · "
    "storage tàng trữ, vận chuyển · organised_use tổ chức, chứa chấp sử dụng · use sử dụng trái phép · other khác" },
  { "cases.severity", "less_serious ít nghiêm trọng · serious nghiêm trọng · very_serious rất nghiêm trọng · "
                      "extremely_serious đặc biệt nghiêm trọng" },
  { "cases.by_missed_person", "yes có · no không" },
  { "offenders.liability", "administrative xử lý hành chính · criminal xử lý hình sự" },
  { "models.effective", "yes có · no không" },
};

/* The end of each period, and the column of the day that it starts on. */
static const struct
{
  const char *end;
  const char *start;
} periods[] = {
  { "units.valid_to", "valid_from" },
  { "households.left_on", "registered_on" },
  { "residences.to", "from" },
  { "classifications.to", "from" },
  { "management_records.closed_on", "opened_on" },
  { "treatments.to", "from" },
  { "detentions.to", "from" },
  { "supports.to", "from" },
  { "hotspots.cleared_on", "found_on" },
  { "fugitives.arrested_on", "wanted_on" },
  { "models.ended_on", "started_on" },
};

static const char *
find_words (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return words[i].words;
  return NULL;
}

static const char *
find_start (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].end, name))
      return periods[i].start;
  return NULL;
}

static gboolean
is_day (const char *column)
{
  return g_str_has_suffix (column, "_on") || g_str_has_suffix (column, "_date") || g_str_has_suffix (column, "from")
         || g_str_has_suffix (column, "to");
}

static TdType
expected_type (const char *name, const char *column)
{
  if (find_words (name) != NULL)
    return TD_TYPE_WORD;
  if (g_str_equal (column, "amount"))
    return TD_TYPE_AMOUNT;
  return is_day (column) ? TD_TYPE_DATE : TD_TYPE_TEXT;
}

static void
assert_words (const TdField *field, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (const TdWord *word = field->words; word->value != NULL; word++)
    g_string_append_printf (found, "%s%s %s", found->len > 0 ? " · " : "", word->value, word->label);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_flags (const TdField *field, const char *notes)
{
  gboolean is_key = strstr (notes, "key") != NULL;

  g_assert_cmpint (td_field_is_required (field), ==, *notes == '*');
  g_assert_cmpint ((field->flags & TD_FIELD_KEY) != 0, ==, is_key);
  g_assert_cmpint ((field->flags & TD_FIELD_SEALED) != 0, ==, strstr (notes, "sealed") != NULL);
  g_assert_cmpint ((field->flags & TD_FIELD_UNIQUE) != 0, ==, strstr (notes, "unique") != NULL);
}

static void
assert_field (const TdRegister *reg, const TdField *field, const char *column)
{
  gsize length = strcspn (column, "* ");
  const char *arrow = strstr (column, "→ ");
  g_autofree char *expected = g_strndup (column, length);
  g_autofree char *name = g_strdup_printf ("%s.%s", reg->name, expected);

  g_test_message ("%s", name);
  g_assert_cmpstr (field->name, ==, expected);
  assert_flags (field, column + length);
  g_assert_cmpstr (field->refers_to, ==, arrow != NULL ? arrow + strlen ("→ ") : NULL);
  g_assert_cmpstr (field->ends, ==, find_start (name));
  g_assert_cmpint (field->type, ==, expected_type (name, expected));
  if (field->type == TD_TYPE_WORD)
    assert_words (field, find_words (name));
  else
    g_assert_null (field->words);
}

static void
there_are_just_these_registers (void)
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (registers));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (all[i]->name, ==, registers[i].name);
      g_assert_cmpstr (all[i]->title, ==, registers[i].title);
    }
}

static void
each_has_just_its_columns (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data), n;
  const TdRegister *reg = td_registers_all (&n)[index];
  g_auto (GStrv) columns = g_strsplit (registers[index].columns, " · ", -1);

  g_assert_cmpuint (reg->n_fields, ==, g_strv_length (columns));
  for (guint i = 0; i < reg->n_fields; i++)
    assert_field (reg, &reg->fields[i], columns[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/description/registers", there_are_just_these_registers);
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = g_strconcat ("/description/", registers[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), each_has_just_its_columns);
    }
  return g_test_run ();
}
