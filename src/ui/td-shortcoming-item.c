/* td-shortcoming-item.c: a shortcoming within the appraisal that it belongs to, and the row that it points at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-shortcoming-item.h"

struct _TdShortcomingItem
{
  GObject parent_instance;
  TdAppraisal *appraisal; /* owns the others */
  const TdVerdict *verdict;
  const TdShortcoming *shortcoming;
};

G_DEFINE_FINAL_TYPE (TdShortcomingItem, td_shortcoming_item, G_TYPE_OBJECT)

static void
td_shortcoming_item_finalize (GObject *object)
{
  g_clear_object (&TD_SHORTCOMING_ITEM (object)->appraisal);
  G_OBJECT_CLASS (td_shortcoming_item_parent_class)->finalize (object);
}

static void
td_shortcoming_item_class_init (TdShortcomingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_shortcoming_item_finalize;
}

static void
td_shortcoming_item_init (TdShortcomingItem *self)
{
}

/**
 * td_shortcoming_item_new:
 * @appraisal: an appraisal
 * @verdict: one of its verdicts
 * @shortcoming: one of its shortcomings
 *
 * Returns: (transfer full): the row
 */
TdShortcomingItem *
td_shortcoming_item_new (TdAppraisal *appraisal, const TdVerdict *verdict, const TdShortcoming *shortcoming)
{
  TdShortcomingItem *self = g_object_new (TD_TYPE_SHORTCOMING_ITEM, NULL);

  self->appraisal = g_object_ref (appraisal);
  self->verdict = verdict;
  self->shortcoming = shortcoming;
  return self;
}

const TdShortcoming *
td_shortcoming_item_get (TdShortcomingItem *self)
{
  return self->shortcoming;
}

/**
 * td_shortcoming_item_get_register:
 * @self: the item
 *
 * Returns: the register that holds the row at fault: the unit itself where it is nobody's
 */
const char *
td_shortcoming_item_get_register (TdShortcomingItem *self)
{
  return self->shortcoming->subject != NULL ? self->shortcoming->requirement->subjects : "units";
}

/**
 * td_shortcoming_item_get_key:
 * @self: the item
 *
 * Returns: the key of the row at fault
 */
const char *
td_shortcoming_item_get_key (TdShortcomingItem *self)
{
  return self->shortcoming->subject != NULL ? self->shortcoming->subject : self->verdict->code;
}
