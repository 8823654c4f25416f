/* td-sample.c: filling a new database with the invented district.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample.h"

#include "td-rows.h"
#include "td-sample-private.h"

#include <glib/gi18n-lib.h>

/* Another seed is another district; the tests tell what hangs on it. */
#define SEED 2024

G_DEFINE_QUARK (td - sample - error - quark, td_sample_error)

static const TdPlanUnit *
find_unit (const TdPlan *plan, const char *code)
{
  for (guint i = 0; i < plan->units->len; i++)
    {
      const TdPlanUnit *unit = g_ptr_array_index (plan->units, i);

      if (g_str_equal (unit->code, code))
        return unit;
    }
  return NULL;
}

/* The registers that any real work begins with. */
static gboolean
check_empty (TdStore *store, GError **error)
{
  static const char *const registers[] = { "registrations", "households", "persons" };

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autoptr (TdRows) rows = td_rows_open (store, td_register_find (registers[i]), NULL, NULL, error);
      g_autoptr (GError) wrong = NULL;

      if (rows == NULL)
        return FALSE;
      if (td_rows_next (rows, &wrong))
        {
          g_set_error_literal (error, TD_SAMPLE_ERROR, TD_SAMPLE_ERROR_NOT_EMPTY,
                               _ ("The database has rows already. The sample is for a new one."));
          return FALSE;
        }
      if (wrong != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
    }
  return TRUE;
}

static TdSample *
begin (TdStore *store, GError **error)
{
  TdChange *change = td_change_begin (store, "sample", error);
  TdSample *self;
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  if (change == NULL)
    return NULL;
  self = g_new0 (TdSample, 1);
  self->change = change;
  self->registers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_registers; i++)
    g_hash_table_insert (self->registers, (gpointer)registers[i]->name, (gpointer)registers[i]);
  self->lots = g_rand_new_with_seed (SEED);
  self->texts = g_string_chunk_new (4096);
  return self;
}

static void
end (TdSample *self)
{
  td_change_free (self->change);
  g_hash_table_unref (self->registers);
  g_rand_free (self->lots);
  g_string_chunk_free (self->texts);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSample, end)

/* "xã", "thị trấn" */
static const char *
label_kind (const char *kind)
{
  const TdRegister *units = td_register_find ("units");
  const TdWord *word = td_field_find_word (&units->fields[td_register_field_index (units, "kind")], kind);

  return word != NULL ? word->label : kind;
}

static void
put_commune (TdSample *self, const TdSampleCommune *commune, const TdPlanUnit *unit)
{
  g_autoptr (GArray) hamlets = g_array_new (FALSE, FALSE, sizeof (TdSampleHamlet));
  TdSamplePlace place = {
    .commune = commune,
    .kind_label = label_kind (unit->kind),
    .hamlets = hamlets,
    .registered = td_sample_day (commune->registered_on),
    .first_round = td_sample_between (self, 0, TD_SAMPLE_ROUND - 1),
  };

  place.self.code = commune->code;
  place.self.label = td_sample_text (self, "%s %s", place.kind_label, unit->name);
  td_sample_hamlets (self, &place);
  td_sample_efforts (self, &place);
  td_sample_households (self, &place);
  td_sample_addicts (self, &place);
  td_sample_users (self, &place);
  td_sample_suspected (self, &place);
  td_sample_post_rehab (self, &place);
  td_sample_released (self, &place);
  td_sample_events (self, &place);
}

static gboolean
put_communes (TdSample *self, const TdPlan *plan, GError **error)
{
  guint n_communes;
  const TdSampleCommune *communes = td_sample_communes (&n_communes);

  for (guint i = 0; i < n_communes; i++)
    {
      const TdPlanUnit *unit = find_unit (plan, communes[i].code);

      if (unit == NULL)
        {
          g_set_error_literal (error, TD_SAMPLE_ERROR, TD_SAMPLE_ERROR_OTHER_PLAN,
                               _ ("The sample belongs to the plan of Như Xuân. Create the database on that plan."));
          return FALSE;
        }
      put_commune (self, &communes[i], unit);
    }
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/**
 * td_sample_fill:
 * @store: a new database on the plan of Như Xuân, unlocked
 * @error: %TD_SAMPLE_ERROR_OTHER_PLAN, %TD_SAMPLE_ERROR_NOT_EMPTY or what else failed; then nothing was changed
 *
 * Puts an invented district from autumn 2024 to the end of 2025 into every register, the same on every machine, in one
 * change. Takes a second or two.
 *
 * Returns: whether it is there
 */
gboolean
td_sample_fill (TdStore *store, GError **error)
{
  g_autoptr (TdSample) self = NULL;

  if (!check_empty (store, error))
    return FALSE;
  self = begin (store, error);
  return self != NULL && put_communes (self, td_store_get_plan (store), error)
         && td_change_commit (self->change, error);
}
