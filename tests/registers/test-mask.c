/* test-mask.c: what masking leaves of each kind of field, and that nothing sealed comes through.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-mask.h"

static void
assert_masks (const char *reg, const char *field, const char *value, const char *expected)
{
  const TdField *described = td_register_find_field (td_register_find (reg), field);
  g_autofree char *masked = td_field_mask (described, value);

  g_assert_cmpstr (masked, ==, expected);
}

static void
test_names (void)
{
  assert_masks ("persons", "full_name", "Nguyễn Văn Ánh", "N.V.Á.");
  assert_masks ("persons", "full_name", "đinh thị  ế", "Đ.T.Ế.");
  assert_masks ("persons", "full_name", "Lò Văn A (Tý)", "L.V.A.T.");
  assert_masks ("persons", "full_name", "Y", "Y.");
  assert_masks ("persons", "full_name", "???", "");
  assert_masks ("households", "head_name", "Vi Văn Hiếu", "V.V.H.");
  assert_masks ("fugitives", "full_name", "Trần B", "T.B.");
}

static void
test_others (void)
{
  assert_masks ("persons", "birth_date", "1985-07-01", "1985");
  assert_masks ("persons", "national_id", "038085012123", "•••••••••123");
  assert_masks ("persons", "national_id", "1234567", "•••••••••567");
  assert_masks ("persons", "national_id", "123", "•••••••••");
  assert_masks ("persons", "national_id", "123456", "•••••••••");
  assert_masks ("persons", "address", "Thôn 1", NULL);
  assert_masks ("persons", "note", "ghi chú", NULL);
  assert_masks ("persons", "birth_date", NULL, NULL);
  assert_masks ("persons", "sex", "male", "male");
  assert_masks ("persons", "id", "P1", "P1");
}

/* A field that is sealed one day is masked without a word about it anywhere else. */
static void
test_every_sealed_field (void)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint r = 0; r < n_registers; r++)
    for (guint i = 0; i < registers[r]->n_fields; i++)
      {
        const TdField *field = &registers[r]->fields[i];
        const char *value = field->type == TD_TYPE_DATE ? "1985-07-01" : "Văn-bí-mật 038085012123";
        g_autofree char *masked = td_field_mask (field, value);

        if (field->flags & TD_FIELD_SEALED)
          g_assert_cmpstr (masked, !=, value);
        else
          g_assert_cmpstr (masked, ==, value);
        g_assert_true (td_field_is_masked (field) == ((field->flags & TD_FIELD_SEALED) != 0));
        g_assert_true (td_field_is_left_out (field) == (masked == NULL));
      }
}

static void
test_headings (void)
{
  g_autofree char *heading = td_mask_heading ("Họ và tên");
  g_autofree char *apart = g_utf8_normalize (heading, -1, G_NORMALIZE_NFD);

  g_assert_cmpstr (heading, ==, "Họ và tên (đã che)");
  g_assert_true (td_mask_is_heading (heading));
  g_assert_true (td_mask_is_heading (apart));
  g_assert_true (td_mask_is_heading ("full_name (ĐÃ CHE) "));
  g_assert_false (td_mask_is_heading ("Họ và tên"));
  g_assert_false (td_mask_is_heading (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/names", test_names);
  g_test_add_func ("/mask/others", test_others);
  g_test_add_func ("/mask/every-sealed-field", test_every_sealed_field);
  g_test_add_func ("/mask/headings", test_headings);
  return g_test_run ();
}
