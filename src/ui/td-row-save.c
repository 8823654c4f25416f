/* td-row-save.c: one row in one change, checked against what only the database knows: that what it refers to is there,
 * and that a new row takes nobody's place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-save.h"

#include "td-change.h"

#include <glib/gi18n.h>

TdRowSave *
td_row_save_new (TdRow *row, gboolean is_new)
{
  TdRowSave *self = g_new0 (TdRowSave, 1);

  self->row = row;
  self->is_new = is_new;
  return self;
}

void
td_row_save_free (gpointer data)
{
  TdRowSave *self = data;

  td_row_free (self->row);
  g_free (self);
}

void
td_row_answer_free (gpointer data)
{
  TdRowAnswer *self = data;

  g_free (self->message);
  g_free (self);
}

static TdRowAnswer *
answer (int field, const char *message)
{
  TdRowAnswer *self = g_new0 (TdRowAnswer, 1);

  self->field = field;
  self->message = g_strdup (message);
  return self;
}

/* %NULL with @error where it failed; the field of the first reference to nothing, or -1. */
static gboolean
find_dangling (TdChange *change, const TdRow *row, int *field, GError **error)
{
  *field = -1;
  for (guint i = 0; i < row->reg->n_fields; i++)
    {
      const char *other = row->reg->fields[i].refers_to;
      gboolean found;

      if (other == NULL || row->values[i] == NULL)
        continue;
      if (!td_change_has_key (change, td_register_find (other), row->values[i], &found, error))
        return FALSE;
      if (!found)
        {
          *field = (int)i;
          return TRUE;
        }
    }
  return TRUE;
}

static TdRowAnswer *
refuse_dangling (const TdRow *row, int field)
{
  const TdRegister *other = td_register_find (row->reg->fields[field].refers_to);
  /* Translators: the title of a register. */
  g_autofree char *message = g_strdup_printf (
    _ ("There is no such row in “%s”. Type the key of one that is there, or add it first."), other->title);

  return answer (field, message);
}

/* A mistake of the row's own is the form's to show; the rest is a failure of the store. */
static gboolean
is_of_row (const GError *error)
{
  return g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_DUPLICATE)
         || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW)
         || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE)
         || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_OVERLAP);
}

static TdRowAnswer *
put (TdChange *change, const TdRow *row, GError **error)
{
  g_autoptr (GError) failed = NULL;
  TdOutcome outcome = td_change_put (change, row->reg, (const char *const *)row->values, NULL, &failed);

  if (outcome != TD_OUTCOME_FAILED && td_change_commit (change, &failed))
    return answer (-1, NULL);
  if (is_of_row (failed))
    return answer (-1, failed->message);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * td_row_save_do:
 * @store: an unlocked store
 * @save: a TdRowSave
 * @cancellable: (nullable): not looked at, as it takes but a moment
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): a TdRowAnswer; %NULL where the store failed
 */
gpointer
td_row_save_do (TdStore *store, gpointer save, GCancellable *cancellable, GError **error)
{
  const TdRowSave *self = save;
  g_autoptr (GError) failed = NULL;
  g_autoptr (TdRow) former = self->is_new ? td_row_read (store, self->row, &failed) : NULL;
  g_autoptr (TdChange) change = NULL;
  int field;

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  if (former != NULL)
    return answer (-1, _ ("A row with this key is there already. Open that one, or type another key."));
  change = td_change_begin (store, "form", error);
  if (change == NULL || !find_dangling (change, self->row, &field, error))
    return NULL;
  return field >= 0 ? refuse_dangling (self->row, field) : put (change, self->row, error);
}

/**
 * td_row_save_delete:
 * @store: an unlocked store
 * @save: a TdRowSave, of which the key counts
 * @cancellable: (nullable): not looked at, as it takes but a moment
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): a TdRowAnswer; %NULL where the store failed
 */
gpointer
td_row_save_delete (TdStore *store, gpointer save, GCancellable *cancellable, GError **error)
{
  const TdRow *row = ((TdRowSave *)save)->row;
  g_autoptr (GError) failed = NULL;
  g_autoptr (TdChange) change = td_change_begin (store, "form", error);

  if (change == NULL)
    return NULL;
  if (td_change_remove (change, row->reg, (const char *const *)row->values, &failed)
      && td_change_commit (change, &failed))
    return answer (-1, NULL);
  if (is_of_row (failed))
    return answer (-1, failed->message);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
