/* td-intake.c: the table itself: its rows, and what their cells read now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake.h"

#include <string.h>

static void
row_free (TdIntakeRow *row)
{
  g_strfreev (row->read);
  g_strfreev (row->cells);
  g_free (row);
}

/**
 * td_intake_new:
 * @label: how messages call it
 * @reg: (nullable): the register that it is for
 *
 * Returns: (transfer full): a table without rows and columns
 */
TdIntake *
td_intake_new (const char *label, const TdRegister *reg)
{
  TdIntake *self = g_new0 (TdIntake, 1);

  self->label = g_strdup (label);
  self->reg = reg;
  self->head = TD_INTAKE_NO_HEAD;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  return self;
}

/**
 * td_intake_copy:
 * @self: an intake
 *
 * Returns: (transfer full): another that reads as this one does now, for a thread to look at while a person mends this
 */
TdIntake *
td_intake_copy (const TdIntake *self)
{
  TdIntake *copy = g_memdup2 (self, sizeof *self);

  copy->label = g_strdup (self->label);
  copy->rows = g_ptr_array_new_full (self->rows->len, (GDestroyNotify)row_free);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TdIntakeRow *from = g_ptr_array_index (self->rows, i);
      TdIntakeRow *row = g_memdup2 (from, sizeof *from);

      row->read = g_strdupv (from->cells != NULL ? from->cells : from->read);
      row->cells = NULL;
      g_ptr_array_add (copy->rows, row);
    }
  return copy;
}

void
td_intake_free (TdIntake *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static TdIntakeRow *
get_row (const TdIntake *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

/**
 * td_intake_add_row:
 * @self: an intake
 * @line: where it stands in the file
 * @cells: valid UTF-8
 * @n_cells: how many; a row of fewer than others is filled up with empty ones
 *
 * Returns: (transfer none): the row
 */
TdIntakeRow *
td_intake_add_row (TdIntake *self, guint line, const char *const *cells, guint n_cells)
{
  TdIntakeRow *row = g_new0 (TdIntakeRow, 1);

  n_cells = MIN (n_cells, TD_RECORD_MAX_CELLS);
  row->line = line;
  row->read = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    row->read[i] = g_strdup (cells[i]);
  for (; self->n_columns < n_cells; self->n_columns++)
    self->fields[self->n_columns] = TD_NO_FIELD;
  g_ptr_array_add (self->rows, row);
  return row;
}

static const char *
get_cell (char **cells, guint column)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (i == column)
      return cells[i];
  return "";
}

/**
 * td_intake_get:
 * @self: an intake
 * @row: a row's index
 * @column: a column's index
 *
 * Returns: (transfer none): what the cell reads now
 */
const char *
td_intake_get (const TdIntake *self, guint row, guint column)
{
  const TdIntakeRow *found = get_row (self, row);

  return get_cell (found->cells != NULL ? found->cells : found->read, column);
}

static void
make_own_cells (TdIntake *self, TdIntakeRow *row)
{
  char **cells = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    cells[i] = g_strdup (get_cell (row->cells != NULL ? row->cells : row->read, i));
  g_strfreev (row->cells);
  row->cells = cells;
}

/**
 * td_intake_set:
 * @self: an intake
 * @row: a row's index
 * @column: a column's index
 * @text: what the cell is to read
 */
void
td_intake_set (TdIntake *self, guint row, guint column, const char *text)
{
  TdIntakeRow *found = get_row (self, row);

  if (g_str_equal (td_intake_get (self, row, column), text))
    return;
  if (found->cells == NULL || g_strv_length (found->cells) < self->n_columns)
    make_own_cells (self, found);
  g_free (found->cells[column]);
  found->cells[column] = g_strdup (text);
}

/**
 * td_intake_add_column:
 * @self: an intake of fewer than %TD_RECORD_MAX_CELLS columns
 * @field: what it is for
 *
 * Returns: the column, empty so far
 */
guint
td_intake_add_column (TdIntake *self, guint field)
{
  g_return_val_if_fail (self->n_columns < TD_RECORD_MAX_CELLS, 0);
  self->fields[self->n_columns] = field;
  return self->n_columns++;
}

/**
 * td_intake_find_column:
 * @self: an intake
 * @field: a field's index
 *
 * Returns: the column that holds it, or %TD_NO_FIELD
 */
guint
td_intake_find_column (const TdIntake *self, guint field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->fields[i] == field)
      return i;
  return TD_NO_FIELD;
}

/**
 * td_intake_get_start:
 * @self: an intake
 *
 * Returns: the index of the first row that is data
 */
guint
td_intake_get_start (const TdIntake *self)
{
  return self->head == TD_INTAKE_NO_HEAD ? 0 : self->head + 1;
}

/**
 * td_intake_is_taken:
 * @self: an intake
 * @row: a row's index
 *
 * Returns: whether the row is to enter the register: it is data, and not set aside
 */
gboolean
td_intake_is_taken (const TdIntake *self, guint row)
{
  return row >= td_intake_get_start (self) && !get_row (self, row)->is_aside;
}
