/* td-intake-memory.c: what a person once answered for headings is remembered under them, so that next month's list of
 * the same office needs no answer. The headings stand there as a hash: nothing says that they name no one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake.h"
#include "td-value.h"

#define SETTING_PREFIX "headings:"

/* Stands for a column that is left out. */
#define LEFT_OUT "-"

/* Columns behind the last heading, such as one for new keys, are not part of what the list is known by. */
static guint
count_headings (const TdIntake *self, guint head)
{
  guint n = self->n_columns;

  while (n > 0 && *td_intake_get (self, head, n - 1) == '\0')
    n--;
  return n;
}

/* The setting under which the answers for a row of headings are kept. */
static char *
name_setting (const TdIntake *self, guint head)
{
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < count_headings (self, head); i++)
    {
      g_autofree char *heading = td_fold (td_intake_get (self, head, i));

      if (heading != NULL)
        g_checksum_update (hash, (const guchar *)heading, -1);
      g_checksum_update (hash, (const guchar *)"\n", 1);
    }
  return g_strconcat (SETTING_PREFIX, g_checksum_get_string (hash), NULL);
}

/**
 * td_intake_remember:
 * @self: an intake as a person has answered for it
 * @store: an open store
 * @error: what the store reports
 *
 * Keeps the register and the columns' fields under the headings. An intake without headings has nothing to be known by.
 *
 * Returns: whether nothing failed
 */
gboolean
td_intake_remember (const TdIntake *self, TdStore *store, GError **error)
{
  g_autofree char *setting = NULL;
  g_autoptr (GString) answer = NULL;

  if (self->head == TD_INTAKE_NO_HEAD || self->reg == NULL || count_headings (self, self->head) == 0)
    return TRUE;
  setting = name_setting (self, self->head);
  answer = g_string_new (self->reg->name);
  for (guint i = 0; i < count_headings (self, self->head); i++)
    g_string_append_printf (answer, " %s",
                            self->fields[i] != TD_NO_FIELD ? self->reg->fields[self->fields[i]].name : LEFT_OUT);
  return td_store_set_setting (store, setting, answer->str, error);
}

/* What was written by another version of the program may name fields that there are no more. */
static void
take_answer (TdIntake *self, guint head, const char *answer)
{
  g_auto (GStrv) words = g_strsplit (answer, " ", -1);
  const TdRegister *reg = td_register_find (words[0]);

  if (reg == NULL)
    return;
  self->reg = reg;
  self->is_answered = TRUE;
  td_intake_set_head (self, head);
  for (guint i = 0; i < self->n_columns && words[i + 1] != NULL; i++)
    {
      const TdField *field = td_register_find_field (reg, words[i + 1]);

      td_intake_set_field (self, i, field != NULL ? td_register_field_index (reg, field->name) : TD_NO_FIELD);
    }
}

/**
 * td_intake_recall:
 * @self: an intake with its rows
 * @store: an open store
 * @error: what the store reports
 *
 * Answers as td_intake_remember() kept it, where one of the first rows has headings that it was kept under.
 *
 * Returns: whether nothing failed
 */
gboolean
td_intake_recall (TdIntake *self, TdStore *store, GError **error)
{
  for (guint i = 0; i < MIN (self->rows->len, TD_INTAKE_HEAD_ROWS); i++)
    {
      g_autofree char *setting = name_setting (self, i);
      GError *failure = NULL;
      g_autofree char *answer = td_store_get_setting (store, setting, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (answer != NULL)
        {
          take_answer (self, i, answer);
          return TRUE;
        }
    }
  return TRUE;
}
