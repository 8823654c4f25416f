/* td-intake-item.c: the place of a row in its intake; the cells stay there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-item.h"

struct _TdIntakeItem
{
  GObject parent_instance;
  guint row;
  char *problem; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdIntakeItem, td_intake_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
td_intake_item_finalize (GObject *object)
{
  g_free (TD_INTAKE_ITEM (object)->problem);
  G_OBJECT_CLASS (td_intake_item_parent_class)->finalize (object);
}

static void
td_intake_item_class_init (TdIntakeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_intake_item_finalize;
  changed_signal
    = g_signal_new ("changed", TD_TYPE_INTAKE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_intake_item_init (TdIntakeItem *self)
{
}

TdIntakeItem *
td_intake_item_new (guint row)
{
  TdIntakeItem *self = g_object_new (TD_TYPE_INTAKE_ITEM, NULL);

  self->row = row;
  return self;
}

guint
td_intake_item_get_row (TdIntakeItem *self)
{
  return self->row;
}

/**
 * td_intake_item_set_problem:
 * @self: a row
 * @problem: (nullable): what is wrong with it, in a person's words
 */
void
td_intake_item_set_problem (TdIntakeItem *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  td_intake_item_changed (self);
}

const char *
td_intake_item_get_problem (TdIntakeItem *self)
{
  return self->problem;
}

/**
 * td_intake_item_changed:
 * @self: a row whose cells read otherwise now
 */
void
td_intake_item_changed (TdIntakeItem *self)
{
  g_signal_emit (self, changed_signal, 0);
}
