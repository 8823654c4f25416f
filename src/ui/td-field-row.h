/* td-field-row.h: a field of a form: text or an amount, and what its other kinds have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_FIELD_ROW (td_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdFieldRow, td_field_row, TD, FIELD_ROW, GObject)

struct _TdFieldRowClass
{
  GObjectClass parent_class;

  /* Makes the row to type or choose in; by default an entry. */
  GtkWidget *(*make) (TdFieldRow *self, const char *value);
  /* What stands in it, as td_field_parse() reads it; by default the entry's text. */
  char *(*read) (TdFieldRow *self);
  /* Whether what stands in it is but the beginning of what may become right; by default never. */
  gboolean (*is_unfinished) (TdFieldRow *self);
  /* Whether a value that the description allows is right here too; by default always. */
  gboolean (*judge) (TdFieldRow *self, const char *value, GError **error);
  /* The focus left it: what was typed short may be written out. */
  void (*leave) (TdFieldRow *self);
};

TdFieldRow *td_field_row_new (GType type, const TdField *field, const char *value, const char *name, gboolean is_fixed);
void td_field_row_add_to (TdFieldRow *self, AdwPreferencesGroup *group);
gboolean td_field_row_check (TdFieldRow *self, char **value);
char *td_field_row_get_value (TdFieldRow *self);
gboolean td_field_row_is_changed (TdFieldRow *self);
void td_field_row_set_wrong (TdFieldRow *self, const char *message);
gboolean td_field_row_is_fixed (TdFieldRow *self);
void td_field_row_focus (TdFieldRow *self);

/* For its kinds. */
const TdField *td_field_row_get_field (TdFieldRow *self);
GtkWidget *td_field_row_get_row (TdFieldRow *self);
void td_field_row_set_name (TdFieldRow *self, const char *name);
void td_field_row_update (TdFieldRow *self);

G_END_DECLS
