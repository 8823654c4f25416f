/* fuzz-field.c: cells of any field: the first byte names the register, the second the field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "td-value.h"

static void
check_value (const TdField *field, const char *value)
{
  g_autofree char *again = NULL, *shown = td_field_show (field, value), *folded = td_fold (value);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (value, -1, NULL));
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_nonnull (folded);
  g_assert_true (td_field_parse (field, value, TODAY, &again, &error));
  g_assert_cmpstr (again, ==, value);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);
  const TdRegister *reg;
  const TdField *field;
  g_autofree char *text = NULL, *value = NULL;
  g_autoptr (GError) error = NULL;

  if (size < 2)
    return 0;
  reg = registers[data[0] % n_registers];
  field = &reg->fields[data[1] % reg->n_fields];
  text = g_strndup ((const char *)data + 2, size - 2);
  g_assert_true (td_field_parse (field, text, TODAY, &value, &error) == (error == NULL));
  if (value != NULL)
    check_value (field, value);
  return 0;
}
