/* td-intake-item.c: the place of a row in its intake; the cells stay there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-item.h"

struct _TdIntakeItem
{
  GObject parent_instance;
  guint row;
  char *problem;       /* (nullable) */
  guint64 bad_fields;  /* a bit for each */
  const char *outcome; /* (nullable) */
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
 * td_intake_item_set_answer:
 * @self: a row
 * @problem: (nullable): what is wrong with it, in a person's words
 * @bad_fields: a bit for each field that is wrong
 * @outcome: (nullable): what becomes of it, a text that stays
 */
void
td_intake_item_set_answer (TdIntakeItem *self, const char *problem, guint64 bad_fields, const char *outcome)
{
  if (g_strcmp0 (self->problem, problem) == 0 && self->bad_fields == bad_fields && self->outcome == outcome)
    return;
  self->bad_fields = bad_fields;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  self->outcome = outcome;
  td_intake_item_changed (self);
}

const char *
td_intake_item_get_problem (TdIntakeItem *self)
{
  return self->problem;
}

gboolean
td_intake_item_is_bad (TdIntakeItem *self, guint field)
{
  return field < 64 && (self->bad_fields >> field & 1) != 0;
}

const char *
td_intake_item_get_outcome (TdIntakeItem *self)
{
  return self->outcome;
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
