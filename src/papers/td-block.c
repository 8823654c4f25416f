/* td-block.c: making and freeing the pieces of a paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-block.h"

static void
column_free (TdColumn *column)
{
  g_free (column->heading);
  g_free (column);
}

static void
signature_free (TdSignature *signature)
{
  g_ptr_array_unref (signature->authority);
  g_free (signature->name);
  g_free (signature);
}

/**
 * td_block_new:
 * @kind: what it is
 * @text: (nullable): its markup
 *
 * Returns: (transfer full): a block with no lines, columns, rows or signatures yet
 */
TdBlock *
td_block_new (TdBlockKind kind, const char *text)
{
  TdBlock *self = g_new0 (TdBlock, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

void
td_block_free (TdBlock *self)
{
  g_free (self->text);
  g_free (self->note);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self);
}

/**
 * td_block_add_column:
 * @self: a table
 * @heading: markup of the column's head
 * @width: the column's share of the table's width, above 0; the shares need not add up to anything
 * @align: where its text stands
 *
 * Returns: (transfer none): the new last column
 */
TdColumn *
td_block_add_column (TdBlock *self, const char *heading, double width, TdAlign align)
{
  TdColumn *column = g_new0 (TdColumn, 1);

  if (self->columns == NULL)
    self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)column_free);
  column->heading = g_strdup (heading);
  column->width = width;
  column->align = align;
  g_ptr_array_add (self->columns, column);
  return column;
}

/**
 * td_block_add_row:
 * @self: a table
 *
 * Returns: (transfer none): the cells of the new last row, to be filled with owned markup
 */
GPtrArray *
td_block_add_row (TdBlock *self)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  if (self->rows == NULL)
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_ptr_array_add (self->rows, cells);
  return cells;
}

/**
 * td_block_add_signature:
 * @self: a block of signatures
 * @name: markup of the signer's name, empty where it isn't known yet
 *
 * Returns: (transfer none): the new signature, whose lines of authority are still to be added
 */
TdSignature *
td_block_add_signature (TdBlock *self, const char *name)
{
  TdSignature *signature = g_new0 (TdSignature, 1);

  if (self->signatures == NULL)
    self->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify)signature_free);
  signature->authority = g_ptr_array_new_with_free_func (g_free);
  signature->name = g_strdup (name);
  g_ptr_array_add (self->signatures, signature);
  return signature;
}

/**
 * td_block_add_line:
 * @self: addressees or recipients
 * @text: markup of one of them, without dash and without stop; the renderer sets both
 */
void
td_block_add_line (TdBlock *self, const char *text)
{
  if (self->lines == NULL)
    self->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->lines, g_strdup (text));
}
