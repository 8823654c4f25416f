/* td-commitment-item.c: a household that has signed by the day stays as it is; one that signed later may have signed
 * before; one that is not there on the day cannot sign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-commitment-item.h"

#include "td-date.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TdCommitmentItem
{
  TdSheetItem parent_instance;
  char *day;
  gboolean is_marked;
};

G_DEFINE_FINAL_TYPE (TdCommitmentItem, td_commitment_item, TD_TYPE_SHEET_ITEM)

static const TdCommitmentLine *
get_line (TdCommitmentItem *self)
{
  return (const TdCommitmentLine *)td_sheet_item_get_line (TD_SHEET_ITEM (self));
}

static gboolean
td_commitment_item_is_set (TdSheetItem *item)
{
  return TD_COMMITMENT_ITEM (item)->is_marked;
}

static void
td_commitment_item_take_over (TdSheetItem *item, TdSheetItem *former)
{
  TD_COMMITMENT_ITEM (item)->is_marked = TD_COMMITMENT_ITEM (former)->is_marked;
  td_sheet_item_changed (item);
}

static char *
td_commitment_item_describe (TdSheetItem *item)
{
  TdCommitmentItem *self = TD_COMMITMENT_ITEM (item);
  const TdSheetLine *line = td_sheet_item_get_line (item);
  g_autofree char *told = td_commitment_item_tell (self);

  return g_strdup_printf ("%s, %s, %s, %s%s%s", line->name != NULL ? line->name : "", line->key, line->place,
                          self->is_marked ? _ ("marked") : _ ("not marked"), *told != '\0' ? ", " : "", told);
}

static void
td_commitment_item_finalize (GObject *object)
{
  g_free (TD_COMMITMENT_ITEM (object)->day);
  G_OBJECT_CLASS (td_commitment_item_parent_class)->finalize (object);
}

static void
td_commitment_item_class_init (TdCommitmentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_commitment_item_finalize;
  TD_SHEET_ITEM_CLASS (klass)->is_set = td_commitment_item_is_set;
  TD_SHEET_ITEM_CLASS (klass)->take_over = td_commitment_item_take_over;
  TD_SHEET_ITEM_CLASS (klass)->describe = td_commitment_item_describe;
}

static void
td_commitment_item_init (TdCommitmentItem *self)
{
}

/**
 * td_commitment_item_new:
 * @line: (transfer full): a household
 * @day: on which it is to have signed
 *
 * Returns: (transfer full): the item, not marked
 */
TdCommitmentItem *
td_commitment_item_new (TdCommitmentLine *line, const char *day)
{
  TdCommitmentItem *self = td_sheet_item_new (TD_TYPE_COMMITMENT_ITEM, &line->line, td_commitment_line_free);

  self->day = g_strdup (day);
  return self;
}

/**
 * td_commitment_item_mark:
 * @self: the item
 * @is_marked: whether it signed on the day; one that is not open stays as it is
 */
void
td_commitment_item_mark (TdCommitmentItem *self, gboolean is_marked)
{
  if (is_marked == self->is_marked || (is_marked && !td_commitment_item_is_open (self)))
    return;
  self->is_marked = is_marked;
  td_sheet_item_changed (TD_SHEET_ITEM (self));
}

gboolean
td_commitment_item_is_marked (TdCommitmentItem *self)
{
  return self->is_marked;
}

/**
 * td_commitment_item_has_signed:
 * @self: the item
 *
 * Returns: whether it has a commitment by the day
 */
gboolean
td_commitment_item_has_signed (TdCommitmentItem *self)
{
  const char *committed_on = get_line (self)->committed_on;

  return committed_on != NULL && strcmp (committed_on, self->day) <= 0;
}

/**
 * td_commitment_item_is_open:
 * @self: the item
 *
 * Returns: whether it can sign on the day
 */
gboolean
td_commitment_item_is_open (TdCommitmentItem *self)
{
  return get_line (self)->is_there && !td_commitment_item_has_signed (self);
}

/**
 * td_commitment_item_is_wrong:
 * @self: the item
 *
 * Returns: whether it is marked for a day on which it cannot sign
 */
gboolean
td_commitment_item_is_wrong (TdCommitmentItem *self)
{
  return self->is_marked && !td_commitment_item_is_open (self);
}

/**
 * td_commitment_item_tell:
 * @self: the item
 *
 * Returns: (transfer full): what is to be known before it is marked; empty for nothing
 */
char *
td_commitment_item_tell (TdCommitmentItem *self)
{
  const TdCommitmentLine *line = get_line (self);
  g_autofree char *day = line->committed_on != NULL ? td_date_show (line->committed_on) : NULL;

  if (!line->is_there)
    return g_strdup (_ ("Does not live there on this day"));
  if (day == NULL)
    return g_strdup ("");
  if (self->is_marked && !td_commitment_item_has_signed (self))
    return g_strdup_printf (_ ("Signed on %s; will be changed"), day);
  return g_strdup_printf (_ ("Signed on %s"), day);
}
