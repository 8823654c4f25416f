/* td-table.c: reads a table's rows one by one, in any order, and masks them before anybody sees them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table.h"

#include "td-mask.h"
#include "td-name-book.h"
#include "td-rows.h"
#include "td-value.h"

#include <string.h>

#define NO_ROW G_MAXUINT

struct _TdTableReader
{
  const TdTable *table;
  TdRows *rows;
  TdNameBook *names;
  guint row; /* that it stands on */
  gboolean is_there;
  char *shown; /* (nullable): what was asked for last */
};

/**
 * td_table_new:
 * @reg: a register
 * @fields: (transfer full) (element-type guint): the fields of its columns; those of which masking leaves nothing go
 * @rows: (transfer full) (element-type gint64): row_ids
 * @masked: whether personal data is masked as td_field_mask() does
 *
 * Returns: (transfer full): the table
 */
TdTable *
td_table_new (const TdRegister *reg, GArray *fields, GArray *rows, gboolean masked)
{
  TdTable *self = g_new0 (TdTable, 1);

  self->reg = reg;
  self->fields = fields;
  self->rows = rows;
  self->masked = masked;
  for (guint i = fields->len; masked && i > 0; i--)
    if (td_field_is_left_out (td_table_get_field (self, i - 1)))
      g_array_remove_index (fields, i - 1);
  return self;
}

void
td_table_free (TdTable *self)
{
  g_array_unref (self->fields);
  g_array_unref (self->rows);
  g_free (self);
}

const TdField *
td_table_get_field (const TdTable *self, guint column)
{
  return &self->reg->fields[g_array_index (self->fields, guint, column)];
}

const char *
td_table_get_label (const TdTable *self, guint column)
{
  return td_table_get_field (self, column)->label;
}

/**
 * td_table_is_personal:
 * @field: a field
 *
 * Returns: whether a table shows personal data in it: its own, or the name of a person whom it refers to
 */
gboolean
td_table_is_personal (const TdField *field)
{
  return td_field_is_masked (field) || td_name_book_is_of_persons (field);
}

/**
 * td_table_is_masked:
 * @self: a table
 * @column: a column
 *
 * Returns: whether its cells are masked
 */
gboolean
td_table_is_masked (const TdTable *self, guint column)
{
  return self->masked && td_table_is_personal (td_table_get_field (self, column));
}

/**
 * td_table_reader_new:
 * @table: a table, which must live longer
 * @store: an unlocked store
 * @error: what failed
 *
 * Returns: (transfer full) (nullable): a reader that stands on no row yet
 */
TdTableReader *
td_table_reader_new (const TdTable *table, TdStore *store, GError **error)
{
  TdRows *rows = td_rows_open_single (store, table->reg, error);
  TdTableReader *self;

  if (rows == NULL)
    return NULL;
  self = g_new0 (TdTableReader, 1);
  self->table = table;
  self->rows = rows;
  self->names = td_name_book_new (store);
  self->row = NO_ROW;
  return self;
}

/* What was shown may be a name. */
static void
forget_shown (TdTableReader *self)
{
  if (self->shown != NULL)
    explicit_bzero (self->shown, strlen (self->shown));
  g_clear_pointer (&self->shown, g_free);
}

void
td_table_reader_free (TdTableReader *self)
{
  forget_shown (self);
  td_rows_free (self->rows);
  td_name_book_free (self->names);
  g_free (self);
}

/**
 * td_table_reader_go_to:
 * @self: a reader
 * @row: the place of a row in the table
 * @error: what failed
 *
 * A row that was deleted meanwhile stands there empty.
 *
 * Returns: whether it stands on it
 */
gboolean
td_table_reader_go_to (TdTableReader *self, guint row, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (row == self->row)
    return TRUE;
  self->is_there = td_rows_seek (self->rows, g_array_index (self->table->rows, gint64, row), &failed);
  self->row = failed == NULL ? row : NO_ROW;
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return self->row == row;
}

static gboolean
read_value (TdTableReader *self, guint column, const char **value, const char **name, GError **error)
{
  const TdField *field = td_table_get_field (self->table, column);
  g_autoptr (GError) failed = NULL;

  *name = NULL;
  *value
    = self->is_there ? td_rows_get (self->rows, g_array_index (self->table->fields, guint, column), &failed) : NULL;
  if (failed == NULL && *value != NULL && field->refers_to != NULL)
    td_name_book_get (self->names, field, *value, name, &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static char *
show (TdTableReader *self, guint column, const char *value, const char *name)
{
  const TdField *field = td_table_get_field (self->table, column);
  g_autofree char *masked_name = NULL;

  if (!td_table_is_masked (self->table, column))
    return td_name_book_show (field, value, name);
  if (field->refers_to == NULL)
    return td_field_mask (field, value);
  masked_name = name != NULL ? td_mask_name (name) : NULL;
  return td_name_book_show (field, value, masked_name);
}

/**
 * td_table_reader_show:
 * @self: a reader on a row
 * @column: a column
 * @error: what failed
 *
 * Returns: (transfer none) (nullable): the cell as a person reads it, until the next call; empty for what is not known,
 *   %NULL with @error set
 */
const char *
td_table_reader_show (TdTableReader *self, guint column, GError **error)
{
  const char *value, *name;

  forget_shown (self);
  if (!read_value (self, column, &value, &name, error))
    return NULL;
  self->shown = show (self, column, value, name);
  if (self->shown == NULL)
    self->shown = g_strdup ("");
  return self->shown;
}

/**
 * td_table_reader_get:
 * @self: a reader on a row
 * @column: a column
 * @error: what failed
 *
 * Returns: (transfer none) (nullable): the cell for a program that knows days and amounts, which come as they are kept;
 *   anything else as td_table_reader_show() has it, %NULL without @error for what is not known
 */
const char *
td_table_reader_get (TdTableReader *self, guint column, GError **error)
{
  const TdField *field = td_table_get_field (self->table, column);
  const char *value, *name, *shown;

  if (!td_table_is_masked (self->table, column) && (field->type == TD_TYPE_DATE || field->type == TD_TYPE_AMOUNT))
    return read_value (self, column, &value, &name, error) ? value : NULL;
  shown = td_table_reader_show (self, column, error);
  return shown != NULL && *shown != '\0' ? shown : NULL;
}
