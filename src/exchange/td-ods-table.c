/* td-ods-table.c: rows, cells and texts in three arrays, so that a sheet costs little more than its texts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-ods-table.h"

#include <string.h>

typedef struct
{
  guint line;
  guint times; /* it stands on so many lines */
  guint first; /* of its cells */
  guint n_cells;
  gboolean fault; /* a formula of it has no result */
} Row;

typedef struct
{
  guint column; /* counted from 1 */
  guint times;  /* it stands in so many columns */
  guint text;   /* where its text starts */
} Cell;

struct _TdOdsTable
{
  GArray *rows;  /* of Row */
  GArray *cells; /* of Cell */
  GString *texts;
  Row open;
};

TdOdsTable *
td_ods_table_new (void)
{
  TdOdsTable *self = g_new0 (TdOdsTable, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->texts = g_string_new (NULL);
  return self;
}

void
td_ods_table_free (TdOdsTable *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

void
td_ods_table_start_row (TdOdsTable *self, guint line)
{
  self->open = (Row){ .line = line, .first = self->cells->len };
}

/**
 * td_ods_table_add_cell:
 * @self: a table with a row begun
 * @column: its column, counted from 1, behind those of the row's other cells
 * @times: in how many columns it stands
 * @text: what stands in it; not empty
 */
void
td_ods_table_add_cell (TdOdsTable *self, guint column, guint times, const GString *text)
{
  Cell cell = { column, times, (guint)self->texts->len };

  g_string_append_len (self->texts, text->str, (gssize)text->len + 1);
  g_array_append_val (self->cells, cell);
  self->open.n_cells++;
}

/**
 * td_ods_table_mark_fault:
 * @self: a table with a row begun
 *
 * Says that a formula in this row has no result.
 */
void
td_ods_table_mark_fault (TdOdsTable *self)
{
  self->open.fault = TRUE;
}

static const char *
get_text (const TdOdsTable *self, const Cell *cell)
{
  return self->texts->str + cell->text;
}

/**
 * td_ods_table_end_row:
 * @self: a table with a row begun
 * @times: on how many lines it stands
 *
 * Keeps the row, unless nothing stands in it.
 *
 * Returns: how many bytes its repetitions, and those of its cells, add to what is kept
 */
guint64
td_ods_table_end_row (TdOdsTable *self, guint times)
{
  const Row *row = &self->open;
  guint64 kept = 1, read = 1; /* for the row itself */

  for (guint i = 0; i < row->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, row->first + i);
      gsize length = strlen (get_text (self, cell)) + 1;

      kept += length;
      read += length * MIN (cell->times, TD_RECORD_MAX_CELLS);
    }
  self->open.times = times;
  if (row->n_cells == 0 && !row->fault)
    return 0;
  g_array_append_val (self->rows, self->open);
  return read * times - kept;
}

static void
fill (const TdOdsTable *self, const Row *row, TdRecord *record)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, row->first + i);
      const char *text = get_text (self, cell);

      for (guint column = cell->column; column < cell->column + cell->times && column <= TD_RECORD_MAX_CELLS; column++)
        {
          td_record_start_column (record, column);
          td_record_append (record, text, strlen (text));
        }
      td_record_start_column (record, cell->column + cell->times - 1);
    }
}

/**
 * td_ods_table_next:
 * @self: a table
 * @place: the row that was read last; goes on to the next
 * @record: takes its cells
 * @fault: (out): whether a formula in it has no result
 *
 * Returns: whether there is one
 */
gboolean
td_ods_table_next (const TdOdsTable *self, TdOdsPlace *place, TdRecord *record, gboolean *fault)
{
  const Row *row;

  if (place->row < self->rows->len && place->times == g_array_index (self->rows, Row, place->row).times)
    *place = (TdOdsPlace){ place->row + 1, 0 };
  if (place->row == self->rows->len)
    return FALSE;
  row = &g_array_index (self->rows, Row, place->row);
  td_record_start (record, row->line + place->times);
  fill (self, row, record);
  *fault = row->fault;
  place->times++;
  return TRUE;
}

/**
 * td_ods_table_get_position:
 * @self: a table
 * @place: a place in it
 *
 * Returns: how many of its bytes stand before that row
 */
guint64
td_ods_table_get_position (const TdOdsTable *self, const TdOdsPlace *place)
{
  const Row *row;

  if (place->row >= self->rows->len)
    return self->texts->len;
  row = &g_array_index (self->rows, Row, place->row);
  return row->first < self->cells->len ? g_array_index (self->cells, Cell, row->first).text : self->texts->len;
}

/**
 * td_ods_table_get_size:
 * @self: a table
 *
 * Returns: how many bytes its texts take, to show progress by
 */
guint64
td_ods_table_get_size (const TdOdsTable *self)
{
  return self->texts->len;
}
