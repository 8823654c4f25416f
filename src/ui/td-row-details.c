/* td-row-details.c: reads all that a form shows, in one go, in a thread. Which rows belong to it follows from the
 * registers' descriptions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-details.h"

/* A commune has thousands of households, and a form is not a table. */
#define MOST_RELATED 30
/* A life is shown whole; whoever has more than this is not a person. */
#define MOST_OF_LIFE 500

static void
related_free (gpointer data)
{
  TdRelated *related = data;

  g_clear_pointer (&related->rows, g_ptr_array_unref);
  g_free (related);
}

void
td_row_details_free (gpointer data)
{
  TdRowDetails *self = data;

  td_row_free (self->row);
  g_ptr_array_unref (self->related);
  g_free (self);
}

/* Every row below the form that is not one of thousands is told with the names of what it refers to. */
static gboolean
read_names (GPtrArray *rows, TdStore *store, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!td_row_read_names (g_ptr_array_index (rows, i), store, error))
      return FALSE;
  return TRUE;
}

/**
 * td_row_details_are_of_life:
 * @reg: a register
 *
 * Returns: whether its rows are people, whose rows in other registers are told whole, as a life
 */
gboolean
td_row_details_are_of_life (const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_PERSON)
      return TRUE;
  return FALSE;
}

static gboolean
read_related (TdRowDetails *self, TdStore *store, const TdRegister *reg, guint field, GError **error)
{
  guint most = td_row_details_are_of_life (self->row->reg) ? MOST_OF_LIFE : MOST_RELATED;
  TdRelated *related;

  if (g_strcmp0 (reg->fields[field].refers_to, self->row->reg->name) != 0)
    return TRUE;
  related = g_new0 (TdRelated, 1);
  related->reg = reg;
  related->field = field;
  g_ptr_array_add (self->related, related);
  related->rows = td_row_read_all (store, reg, field, self->row->values[0], most, &related->n_rows, error);
  return related->rows != NULL && read_names (related->rows, store, error);
}

static gboolean
read_all_related (TdRowDetails *self, TdStore *store, GCancellable *cancellable, GError **error)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    for (guint j = 0; j < registers[i]->n_fields; j++)
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_related (self, store, registers[i], j, error))
        return FALSE;
  return TRUE;
}

/**
 * td_row_details_read_alone:
 * @store: an unlocked store
 * @key: a TdRow that knows its key, or what is to stand in a new row
 * @cancellable: (nullable): not looked at, as it takes but a moment
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): the row without those that refer to it, to be freed with td_row_details_free()
 */
gpointer
td_row_details_read_alone (TdStore *store, gpointer key, GCancellable *cancellable, GError **error)
{
  GError *failed = NULL;
  TdRow *row = td_row_read (store, key, &failed);
  TdRowDetails *self = g_new0 (TdRowDetails, 1);

  self->is_there = row != NULL;
  self->row = row != NULL ? row : td_row_copy (key);
  self->related = g_ptr_array_new_with_free_func (related_free);
  if (failed == NULL && td_row_read_names (self->row, store, &failed))
    return self;
  td_row_details_free (self);
  g_propagate_error (error, failed);
  return NULL;
}

/**
 * td_row_details_read:
 * @store: an unlocked store
 * @key: a TdRow that knows its key, or what is to stand in a new row
 * @cancellable: (nullable): to give up
 * @error: what failed
 *
 * A TdWork.
 *
 * Returns: (transfer full) (nullable): the details, to be freed with td_row_details_free()
 */
gpointer
td_row_details_read (TdStore *store, gpointer key, GCancellable *cancellable, GError **error)
{
  TdRowDetails *self = td_row_details_read_alone (store, key, cancellable, error);

  if (self == NULL || !self->is_there || read_all_related (self, store, cancellable, error))
    return self;
  td_row_details_free (self);
  return NULL;
}
