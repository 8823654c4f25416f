/* td-intake-answers.c: what a table is taken to be: how it is written, where its headings stand, its register, the
 * field of each column. All of it is proposed, and a person may answer otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake.h"

/* So many rows tell how a file is written. */
#define WRITING_ROWS 500

static TdIntakeRow *
get_row (const TdIntake *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

/**
 * td_intake_set_writing:
 * @self: an intake
 * @writing: how its texts are written
 *
 * Reads every cell so; what was mended before is forgotten.
 */
void
td_intake_set_writing (TdIntake *self, TdWriting writing)
{
  self->writing = writing;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TdIntakeRow *row = get_row (self, i);

      g_clear_pointer (&row->cells, g_strfreev);
      if (writing == TD_WRITING_UNICODE)
        continue;
      row->cells = g_new0 (char *, g_strv_length (row->read) + 1);
      for (guint c = 0; row->read[c] != NULL; c++)
        row->cells[c] = td_writing_convert (writing, row->read[c]);
    }
}

static TdWriting
guess_writing (const TdIntake *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < MIN (self->rows->len, WRITING_ROWS); i++)
    for (char **cell = get_row (self, i)->read; *cell != NULL; cell++)
      g_ptr_array_add (texts, *cell);
  return td_writing_guess ((const char *const *)texts->pdata, texts->len);
}

static const char *const *
get_cells (const TdIntake *self, guint row, guint *n_cells)
{
  const TdIntakeRow *found = get_row (self, row);
  char **cells = found->cells != NULL ? found->cells : found->read;

  *n_cells = g_strv_length (cells);
  return (const char *const *)cells;
}

/**
 * td_intake_set_head:
 * @self: an intake
 * @head: the index of the row of headings, or %TD_INTAKE_NO_HEAD
 *
 * Proposes the field of each column from it, and leaves out the row beneath that numbers the columns.
 */
void
td_intake_set_head (TdIntake *self, guint head)
{
  guint n_cells;
  const char *const *cells;

  self->head = head;
  for (guint i = 0; i < self->rows->len; i++)
    get_row (self, i)->is_aside = FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    self->fields[i] = TD_NO_FIELD;
  if (head == TD_INTAKE_NO_HEAD || self->reg == NULL)
    return;
  cells = get_cells (self, head, &n_cells);
  td_headings_match (self->reg, cells, n_cells, self->fields);
  if (head + 1 == self->rows->len)
    return;
  cells = get_cells (self, head + 1, &n_cells);
  if (td_headings_is_numbering (cells, n_cells))
    get_row (self, head + 1)->is_aside = TRUE;
}

/**
 * td_intake_set_register:
 * @self: an intake
 * @reg: the register that it is for
 *
 * Finds the row of headings, and proposes the field of each column from it.
 */
void
td_intake_set_register (TdIntake *self, const TdRegister *reg)
{
  guint best = 1, head = TD_INTAKE_NO_HEAD;

  self->reg = reg;
  for (guint i = 0; i < MIN (self->rows->len, TD_INTAKE_HEAD_ROWS); i++)
    {
      guint fields[TD_RECORD_MAX_CELLS], n_cells, n;
      const char *const *cells = get_cells (self, i, &n_cells);

      n = td_headings_match (reg, cells, n_cells, fields);
      if (n > best || (n == 1 && n_cells == 1 && head == TD_INTAKE_NO_HEAD))
        {
          best = n;
          head = i;
        }
    }
  td_intake_set_head (self, head);
}

/**
 * td_intake_set_field:
 * @self: an intake
 * @column: a column's index
 * @field: what it is, or %TD_NO_FIELD; no longer that of another column
 */
void
td_intake_set_field (TdIntake *self, guint column, guint field)
{
  guint before = field != TD_NO_FIELD ? td_intake_find_column (self, field) : TD_NO_FIELD;

  if (before != TD_NO_FIELD)
    self->fields[before] = TD_NO_FIELD;
  self->fields[column] = field;
}

static const TdRegister *
guess_register (const TdIntake *self)
{
  for (guint i = 0; i < MIN (self->rows->len, TD_INTAKE_HEAD_ROWS); i++)
    {
      guint n_cells;
      const char *const *cells = get_cells (self, i, &n_cells);
      const TdRegister *reg = td_headings_find_register (cells, n_cells);

      if (reg != NULL)
        return reg;
    }
  return NULL;
}

/**
 * td_intake_guess:
 * @self: an intake with its rows
 *
 * Proposes how it is written, where its headings stand, which register it is for unless that is known, and which column
 * holds which field.
 */
void
td_intake_guess (TdIntake *self)
{
  const TdRegister *reg;

  td_intake_set_writing (self, guess_writing (self));
  reg = self->reg != NULL ? self->reg : guess_register (self);
  if (reg != NULL)
    td_intake_set_register (self, reg);
}

/**
 * td_intake_list_missing:
 * @self: an intake with its register
 *
 * Returns: (transfer full) (nullable): the labels of the fields that every row needs and no column holds, parted by
 *   commas; a key that td_intake_tidy() gives is not among them
 */
char *
td_intake_list_missing (const TdIntake *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = td_intake_gives_keys (self->reg) ? 1 : 0; i < self->reg->n_fields; i++)
    if (td_field_is_required (&self->reg->fields[i]) && td_intake_find_column (self, i) == TD_NO_FIELD)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", self->reg->fields[i].label);
  return missing->len > 0 ? g_string_free (g_steal_pointer (&missing), FALSE) : NULL;
}

/**
 * td_intake_is_clear:
 * @self: an intake
 *
 * Returns: whether nobody need be asked what its columns are: each that has a heading has a field, or a person has
 *   answered for these headings before; and nothing is missing
 */
gboolean
td_intake_is_clear (const TdIntake *self)
{
  g_autofree char *missing = self->reg != NULL ? td_intake_list_missing (self) : NULL;

  if (self->reg == NULL || missing != NULL || self->head == TD_INTAKE_NO_HEAD)
    return FALSE;
  for (guint i = 0; i < self->n_columns && !self->is_answered; i++)
    if (self->fields[i] == TD_NO_FIELD && *td_intake_get (self, self->head, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Where a table comes among others: where its register does, and last without one. */
static guint
get_order (const TdIntake *self)
{
  guint n_registers, i = 0;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  while (i < n_registers && registers[i] != self->reg)
    i++;
  return i;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  guint first = get_order (*(const TdIntake *const *)a), second = get_order (*(const TdIntake *const *)b);

  return (first > second) - (first < second);
}

/**
 * td_intakes_sort:
 * @intakes: (element-type TdIntake): tables
 *
 * Brings those that others refer to before these; those of one register stay in their order.
 */
void
td_intakes_sort (GPtrArray *intakes)
{
  g_ptr_array_sort (intakes, compare_order);
}
