/* fuzz-intake.c: foreign tables of text: what their headings mean, how they are written, for any register.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "td-intake.h"

static void
check (TdIntake *intake)
{
  g_assert_true (intake->head == TD_INTAKE_NO_HEAD || intake->head < intake->rows->len);
  for (guint row = 0; row < intake->rows->len; row++)
    for (guint column = 0; column < intake->n_columns; column++)
      g_assert_true (g_utf8_validate (td_intake_get (intake, row, column), -1, NULL));
  for (guint column = 0; column < intake->n_columns && intake->reg != NULL; column++)
    g_assert_true (intake->fields[column] == TD_NO_FIELD || intake->fields[column] < intake->reg->n_fields);
}

static void
try_everything (TdIntake *intake)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  check (intake);
  for (guint writing = 0; writing < TD_N_WRITINGS; writing++)
    {
      td_intake_set_writing (intake, (TdWriting)writing);
      check (intake);
    }
  for (guint i = 0; i < n_registers; i++)
    {
      td_intake_set_register (intake, registers[i]);
      check (intake);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = td_writing_decode_bytes ((const char *)data, size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) intake = text != NULL ? td_intake_read_text (text, "x", NULL, &error) : NULL;

  g_assert_true (text == NULL || (intake == NULL) == (error != NULL));
  if (intake != NULL)
    try_everything (intake);
  return 0;
}
