/* td-unit-item.c: stays the same object while the day changes, so that the table keeps its place, focus and selection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-unit-item.h"

#include "td-collation.h"

struct _TdUnitItem
{
  GObject parent_instance;
  TdAppraisal *appraisal; /* owns the verdict */
  const TdVerdict *verdict;
  char *name_key;
};

G_DEFINE_FINAL_TYPE (TdUnitItem, td_unit_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
td_unit_item_finalize (GObject *object)
{
  TdUnitItem *self = TD_UNIT_ITEM (object);

  g_clear_object (&self->appraisal);
  g_free (self->name_key);
  G_OBJECT_CLASS (td_unit_item_parent_class)->finalize (object);
}

static void
td_unit_item_class_init (TdUnitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_unit_item_finalize;

  signals[CHANGED]
    = g_signal_new ("changed", TD_TYPE_UNIT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_unit_item_init (TdUnitItem *self)
{
}

/**
 * td_unit_item_new:
 * @appraisal: an appraisal
 * @verdict: one of its verdicts
 *
 * Returns: (transfer full): the row
 */
TdUnitItem *
td_unit_item_new (TdAppraisal *appraisal, const TdVerdict *verdict)
{
  TdUnitItem *self = g_object_new (TD_TYPE_UNIT_ITEM, NULL);

  td_unit_item_set (self, appraisal, verdict);
  return self;
}

/**
 * td_unit_item_set:
 * @self: the row
 * @appraisal: a newer appraisal
 * @verdict: its verdict on the same unit
 */
void
td_unit_item_set (TdUnitItem *self, TdAppraisal *appraisal, const TdVerdict *verdict)
{
  g_set_object (&self->appraisal, appraisal);
  self->verdict = verdict;
  g_free (self->name_key);
  self->name_key = td_collation_key (verdict->name);
  g_signal_emit (self, signals[CHANGED], 0);
}

const TdVerdict *
td_unit_item_get_verdict (TdUnitItem *self)
{
  return self->verdict;
}

/**
 * td_unit_item_get_name_key:
 * @self: the row
 *
 * Returns: what its name is sorted by
 */
const char *
td_unit_item_get_name_key (TdUnitItem *self)
{
  return self->name_key;
}
