/* td-sheet-list.h: many lines of one kind on one sheet: whom or what it is to name, and what every line has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *day;
  char *unit;            /* (nullable): all of it */
  char *occasion;        /* (nullable): of tests */
  gboolean only_lacking; /* of the unit, only those in whose way a criterion stands for want of what is entered */
  GPtrArray *more;       /* of char *: keys to list too, wherever they are */
} TdSheetWish;

/* What the lines of every sheet begin with. */
typedef struct
{
  char *key;
  char *name;  /* (nullable) */
  char *place; /* (nullable): the unit, as people call it */
  char *order; /* by which they are listed: place, then name */
} TdSheetLine;

TdSheetWish *td_sheet_wish_new (const char *day, const char *unit, const char *occasion, gboolean only_lacking);
TdSheetWish *td_sheet_wish_copy (const TdSheetWish *self);
gboolean td_sheet_wish_is_same (const TdSheetWish *self, const TdSheetWish *other);
void td_sheet_wish_add (TdSheetWish *self, const char *key);
void td_sheet_wish_free (gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSheetWish, td_sheet_wish_free)

G_END_DECLS
