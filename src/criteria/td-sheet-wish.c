/* td-sheet-wish.c: whom or what a sheet is to name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-list.h"

/**
 * td_sheet_wish_new:
 * @day: a valid date
 * @unit: (nullable): a unit's code
 * @occasion: (nullable): a word of tests.occasion
 * @only_lacking: whether to leave out who lacks nothing
 *
 * Returns: (transfer full): the wish
 */
TdSheetWish *
td_sheet_wish_new (const char *day, const char *unit, const char *occasion, gboolean only_lacking)
{
  TdSheetWish *self = g_new0 (TdSheetWish, 1);

  self->day = g_strdup (day);
  self->unit = g_strdup (unit);
  self->occasion = g_strdup (occasion);
  self->only_lacking = only_lacking;
  self->more = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_sheet_wish_add (TdSheetWish *self, const char *key)
{
  g_ptr_array_add (self->more, g_strdup (key));
}

TdSheetWish *
td_sheet_wish_copy (const TdSheetWish *self)
{
  TdSheetWish *copy = td_sheet_wish_new (self->day, self->unit, self->occasion, self->only_lacking);

  for (guint i = 0; i < self->more->len; i++)
    td_sheet_wish_add (copy, g_ptr_array_index (self->more, i));
  return copy;
}

/**
 * td_sheet_wish_is_same:
 * @self: a wish
 * @other: another
 *
 * Returns: whether both are for the same but for what was added by key
 */
gboolean
td_sheet_wish_is_same (const TdSheetWish *self, const TdSheetWish *other)
{
  return g_str_equal (self->day, other->day) && g_strcmp0 (self->unit, other->unit) == 0
         && g_strcmp0 (self->occasion, other->occasion) == 0 && self->only_lacking == other->only_lacking;
}

void
td_sheet_wish_free (gpointer wish)
{
  TdSheetWish *self = wish;

  g_free (self->day);
  g_free (self->unit);
  g_free (self->occasion);
  g_ptr_array_unref (self->more);
  g_free (self);
}
