/* td-sheet-item.c: holds a line as it was read. Emits “changed” when its cells read otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-item.h"

#include "td-collation.h"

#include <string.h>

typedef struct
{
  TdSheetLine *line;
  GDestroyNotify free_line;
} TdSheetItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdSheetItem, td_sheet_item, G_TYPE_OBJECT)

static guint changed_signal;

static TdSheetItemPrivate *
get_private (TdSheetItem *self)
{
  return td_sheet_item_get_instance_private (self);
}

static void
td_sheet_item_finalize (GObject *object)
{
  TdSheetItemPrivate *priv = get_private (TD_SHEET_ITEM (object));

  priv->free_line (priv->line);
  G_OBJECT_CLASS (td_sheet_item_parent_class)->finalize (object);
}

static void
td_sheet_item_class_init (TdSheetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_sheet_item_finalize;
  changed_signal = g_signal_new ("changed", TD_TYPE_SHEET_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_sheet_item_init (TdSheetItem *self)
{
}

/**
 * td_sheet_item_new:
 * @type: a kind of TD_TYPE_SHEET_ITEM
 * @line: (transfer full): its line
 * @free_line: frees @line
 *
 * Returns: (transfer full): the item, with nothing set
 */
gpointer
td_sheet_item_new (GType type, TdSheetLine *line, GDestroyNotify free_line)
{
  TdSheetItem *self = g_object_new (type, NULL);

  get_private (self)->line = line;
  get_private (self)->free_line = free_line;
  return self;
}

const TdSheetLine *
td_sheet_item_get_line (TdSheetItem *self)
{
  return get_private (self)->line;
}

gboolean
td_sheet_item_is_set (TdSheetItem *self)
{
  return TD_SHEET_ITEM_GET_CLASS (self)->is_set (self);
}

void
td_sheet_item_take_over (TdSheetItem *self, TdSheetItem *former)
{
  TD_SHEET_ITEM_GET_CLASS (self)->take_over (self, former);
}

/**
 * td_sheet_item_describe:
 * @self: the item
 *
 * Returns: (transfer full): the line in a few words, for a screen reader
 */
char *
td_sheet_item_describe (TdSheetItem *self)
{
  return TD_SHEET_ITEM_GET_CLASS (self)->describe (self);
}

/**
 * td_sheet_item_matches:
 * @self: the item
 * @search: what td_search_key() made of a few letters
 *
 * Returns: whether its name, key or place has them
 */
gboolean
td_sheet_item_matches (TdSheetItem *self, const char *search)
{
  const TdSheetLine *line = td_sheet_item_get_line (self);
  g_autofree char *text = g_strdup_printf ("%s %s %s", line->name != NULL ? line->name : "", line->key,
                                           line->place != NULL ? line->place : "");
  g_autofree char *key = td_search_key (text);
  gboolean matches = strstr (key, search) != NULL;

  explicit_bzero (text, strlen (text));
  explicit_bzero (key, strlen (key));
  return matches;
}

void
td_sheet_item_changed (TdSheetItem *self)
{
  g_signal_emit (self, changed_signal, 0);
}
