/* td-record.c: building a record cell by cell in one buffer that is used again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-record.h"

#include <string.h>

TdRecord *
td_record_new (void)
{
  TdRecord *self = g_new0 (TdRecord, 1);

  self->text = g_string_sized_new (1024);
  self->cells = self->pointers;
  return self;
}

void
td_record_free (TdRecord *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * td_record_start:
 * @self: a record
 * @line: the line on which it starts
 *
 * Forgets the cells of the record before.
 */
void
td_record_start (TdRecord *self, guint line)
{
  self->line = line;
  self->n_cells = 0;
  g_string_truncate (self->text, 0);
}

/**
 * td_record_start_cell:
 * @self: a record
 *
 * Ends the cell before, where there is one, and starts the next.
 */
void
td_record_start_cell (TdRecord *self)
{
  if (self->n_cells > 0 && self->n_cells <= TD_RECORD_MAX_CELLS)
    g_string_append_c (self->text, '\0');
  if (self->n_cells < TD_RECORD_MAX_CELLS)
    self->starts[self->n_cells] = self->text->len;
  self->n_cells++;
}

/**
 * td_record_start_column:
 * @self: a record
 * @column: a cell's place, counted from 1, not before that of the cell at hand
 *
 * Goes on to that cell; those between are empty.
 */
void
td_record_start_column (TdRecord *self, guint column)
{
  while (self->n_cells < MIN (column, TD_RECORD_MAX_CELLS + 1))
    td_record_start_cell (self);
  self->n_cells = MAX (self->n_cells, column);
}

/**
 * td_record_append:
 * @self: a record
 * @bytes: what follows in the cell
 * @length: how many
 *
 * What stands in a cell beyond the last that is kept is dropped.
 *
 * Returns: whether the cell is still within the limit of %TD_RECORD_MAX_CELL_BYTES; where not, nothing was added
 */
gboolean
td_record_append (TdRecord *self, const char *bytes, gsize length)
{
  if (self->n_cells > TD_RECORD_MAX_CELLS)
    return TRUE;
  if (self->text->len - self->starts[self->n_cells - 1] + length > TD_RECORD_MAX_CELL_BYTES)
    return FALSE;
  g_string_append_len (self->text, bytes, (gssize)length);
  return TRUE;
}

/**
 * td_record_finish:
 * @self: a record
 *
 * Makes the cells readable; the buffer may have moved while it grew.
 */
void
td_record_finish (TdRecord *self)
{
  guint kept = MIN (self->n_cells, TD_RECORD_MAX_CELLS);

  for (guint i = 0; i < kept; i++)
    self->pointers[i] = self->text->str + self->starts[i];
}

/**
 * td_record_drop_first:
 * @self: a finished record
 * @cell: one of its cells that are kept, not empty
 *
 * Takes the first byte off the cell.
 */
void
td_record_drop_first (TdRecord *self, guint cell)
{
  self->pointers[cell]++;
}

/**
 * td_record_is_blank:
 * @self: a finished record
 *
 * Returns: whether nothing but space stands in its cells, as in the empty rows that spreadsheets leave behind the last
 * one
 */
gboolean
td_record_is_blank (const TdRecord *self)
{
  for (guint i = 0; i < MIN (self->n_cells, TD_RECORD_MAX_CELLS); i++)
    if (self->cells[i][strspn (self->cells[i], " \t")] != '\0')
      return FALSE;
  return self->n_cells <= TD_RECORD_MAX_CELLS;
}
