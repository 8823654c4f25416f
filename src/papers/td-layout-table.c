/* td-layout-table.c: a table as one strip a row. The head stands again on each page; a tall row may be torn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-layout-private.h"

/* A row higher than this part of a page's text goes on overleaf rather than leave the page half empty. */
#define TALL 0.33

typedef struct
{
  TdLayouter *layouter;
  const TdBlock *block;
  double *edges; /* of the columns, one more than there are */
  guint tag;
} Table;

static double
text_height (const TdLayouter *self)
{
  return self->flow->height - TD_MARGIN_TOP - TD_MARGIN_BOTTOM;
}

/* What a column takes; one without a width takes one part. */
static double
share_of (const TdBlock *block, guint i)
{
  const TdColumn *column = g_ptr_array_index (block->columns, i);

  return column->width > 0 ? column->width : 1;
}

static double *
find_edges (const TdLayouter *self, const TdBlock *block)
{
  guint n = block->columns->len;
  double *edges = g_new (double, n + 1);
  double sum = 0;
  double at = 0;

  for (guint i = 0; i < n; i++)
    sum += share_of (block, i);
  edges[0] = self->left;
  for (guint i = 0; i < n; i++)
    {
      at += share_of (block, i);
      edges[i + 1] = self->left + self->width * at / sum;
    }
  return edges;
}

static TdSet
set_of (TdAlign align)
{
  return align == TD_ALIGN_CENTRE ? TD_SET_CENTRE : align == TD_ALIGN_RIGHT ? TD_SET_RIGHT : TD_SET_LEFT;
}

static void
draw_borders (const Table *table, TdStrip *strip, gboolean top)
{
  guint n = table->block->columns->len;
  double left = table->edges[0];
  double right = table->edges[n];

  if (top)
    td_strip_rule (strip, left, 0, right, 0);
  td_strip_rule (strip, left, strip->height, right, strip->height);
  for (guint i = 0; i <= n; i++)
    td_strip_rule (strip, table->edges[i], 0, table->edges[i], strip->height);
  strip->x1 = left;
  strip->x2 = right;
}

/* Sets one cell from the strip's top; the strip grows where the cell is the highest of its row so far. */
static gboolean
add_cell (const Table *table, TdStrip *strip, const char *markup, guint column, TdStyle style, TdTag tag,
          GError **error)
{
  TdStack stack = { .y = TD_CELL_PADDING_Y };

  style.size = TD_SIZE_TABLE;
  style.lines = TRUE;
  style.width = MAX (table->edges[column + 1] - table->edges[column] - 2 * TD_CELL_PADDING, TD_CELL_PADDING);
  if (!td_layouter_stack (table->layouter, strip, markup, &style, table->edges[column] + TD_CELL_PADDING, tag, &stack,
                          error))
    return FALSE;
  strip->height = MAX (strip->height, stack.y + TD_CELL_PADDING_Y);
  return TRUE;
}

static TdStrip *
make_head (const Table *table, GError **error)
{
  g_autoptr (TdStrip) strip = td_strip_new (TD_PARAGRAPH_GAP, TD_BOX * TD_SIZE_TABLE + 2 * TD_CELL_PADDING_Y);
  TdStyle style = { .bold = TRUE, .set = TD_SET_CENTRE };

  for (guint i = 0; i < table->block->columns->len; i++)
    {
      const TdColumn *column = g_ptr_array_index (table->block->columns, i);
      TdTag tag = { TD_ROLE_CELL_HEAD, table->tag, 0, i };

      if (!add_cell (table, strip, column->heading, i, style, tag, error))
        return NULL;
    }
  draw_borders (table, strip, TRUE);
  strip->keep = TRUE;
  return g_steal_pointer (&strip);
}

static gboolean
add_row (const Table *table, TdStrip *head, guint row, GError **error)
{
  const GPtrArray *cells = g_ptr_array_index (table->block->rows, row);
  TdStrip *strip = td_flow_add (table->layouter->flow, 0, TD_BOX * TD_SIZE_TABLE + 2 * TD_CELL_PADDING_Y);

  for (guint i = 0; i < MIN (cells->len, table->block->columns->len); i++)
    {
      const TdColumn *column = g_ptr_array_index (table->block->columns, i);
      TdStyle style = { .set = set_of (column->align) };
      TdTag tag = { TD_ROLE_CELL, table->tag, row + 1, i };

      if (!add_cell (table, strip, g_ptr_array_index (cells, i), i, style, tag, error))
        return FALSE;
    }
  draw_borders (table, strip, FALSE);
  strip->tear = strip->height > TALL * text_height (table->layouter);
  /* A head of half a page would leave no room for rows. */
  if (head->height < text_height (table->layouter) / 2)
    strip->repeat = td_strip_ref (head);
  /* The last row doesn't go to a new page alone. */
  strip->keep = row + 2 == table->block->rows->len;
  return TRUE;
}

/**
 * td_layout_table:
 * @self: a layouter
 * @block: a table; without columns it is nothing, without rows it is its head
 * @error: a #TD_PAPER_ERROR_MARKUP
 *
 * Returns: whether all cells could be read
 */
gboolean
td_layout_table (TdLayouter *self, const TdBlock *block, GError **error)
{
  g_autofree double *edges = NULL;
  Table table = { self, block, NULL, td_layouter_next_tag (self, TD_ROLE_CELL).block };
  TdStrip *head;

  if (block->columns == NULL)
    return TRUE;
  table.edges = edges = find_edges (self, block);
  head = make_head (&table, error);
  if (head == NULL)
    return FALSE;
  g_ptr_array_add (self->flow->strips, head);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    if (!add_row (&table, head, i, error))
      return FALSE;
  return TRUE;
}
