/* td-intake.c: the table itself, and what it is taken to be until a person says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake.h"

#include <string.h>

/* The headings stand among the first rows, or nowhere. */
#define HEAD_ROWS 30

/* So many rows tell how a file is written. */
#define WRITING_ROWS 500

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
  for (guint i = 0; i < MIN (self->rows->len, HEAD_ROWS); i++)
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
  for (guint i = 0; i < MIN (self->rows->len, HEAD_ROWS); i++)
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
