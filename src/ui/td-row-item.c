/* td-row-item.c: knows its row_id from the start, and its values once they are read; then it emits `changed`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-item.h"

#include "td-name-book.h"

/* So many fields name a row to a screen reader. */
#define MOST_TOLD 4

struct _TdRowItem
{
  GObject parent_instance;
  gint64 id;
  TdRow *row; /* (nullable): until it is read */
};

G_DEFINE_FINAL_TYPE (TdRowItem, td_row_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
td_row_item_finalize (GObject *object)
{
  g_clear_pointer (&TD_ROW_ITEM (object)->row, td_row_free);
  G_OBJECT_CLASS (td_row_item_parent_class)->finalize (object);
}

static void
td_row_item_class_init (TdRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_row_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_ROW_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_row_item_init (TdRowItem *self)
{
}

TdRowItem *
td_row_item_new (gint64 row)
{
  TdRowItem *self = g_object_new (TD_TYPE_ROW_ITEM, NULL);

  self->id = row;
  return self;
}

/**
 * td_row_item_set:
 * @self: the item
 * @row: (transfer full) (nullable): its values; %NULL where the row is gone
 */
void
td_row_item_set (TdRowItem *self, TdRow *row)
{
  g_clear_pointer (&self->row, td_row_free);
  self->row = row;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * td_row_item_get:
 * @self: the item
 *
 * Returns: (transfer none) (nullable): its values; %NULL until they are read
 */
const TdRow *
td_row_item_get (TdRowItem *self)
{
  return self->row;
}

gint64
td_row_item_get_row_id (TdRowItem *self)
{
  return self->id;
}

/**
 * td_row_item_show:
 * @self: the item
 * @field: a field's index
 *
 * Returns: (transfer full): what stands in the table
 */
char *
td_row_item_show (TdRowItem *self, guint field)
{
  if (self->row == NULL)
    return g_strdup ("");
  return td_name_book_show (&self->row->reg->fields[field], self->row->values[field], self->row->names[field]);
}

/**
 * td_row_item_describe:
 * @self: the item
 *
 * Returns: (transfer full): the row in a line, for a screen reader
 */
char *
td_row_item_describe (TdRowItem *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0, n = 0; self->row != NULL && i < self->row->reg->n_fields && n < MOST_TOLD; i++)
    if (self->row->values[i] != NULL)
      {
        g_autofree char *shown = td_row_item_show (self, i);

        g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "", shown);
      }
  return g_string_free (text, FALSE);
}
