/* td-register.c: finding registers, fields and words by name or by Vietnamese label.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register.h"

#include "td-descriptions.h"
#include "td-value.h"

const TdWord td_yes_no[] = { { "yes", "có" }, { "no", "không" }, { NULL, NULL } };

#define TD_REFER_TO_REGISTER(identifier) &identifier,

static const TdRegister *const registers[] = { TD_EVERY_REGISTER (TD_REFER_TO_REGISTER) };

/**
 * td_registers_all:
 * @n_registers: (out): how many there are
 *
 * Returns: every register, each after those that it refers to
 */
const TdRegister *const *
td_registers_all (guint *n_registers)
{
  *n_registers = G_N_ELEMENTS (registers);
  return registers;
}

static gboolean
same_word (const char *folded, const char *candidate)
{
  g_autofree char *other = td_fold (candidate);

  return g_str_equal (folded, other);
}

/**
 * td_register_find:
 * @name_or_title: `persons` or `Đối tượng`, in any case and normalisation
 *
 * Returns: (nullable): the register of that name or Vietnamese title
 */
const TdRegister *
td_register_find (const char *name_or_title)
{
  g_autofree char *folded = td_fold (name_or_title);

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (same_word (folded, registers[i]->name) || same_word (folded, registers[i]->title))
      return registers[i];
  return NULL;
}

/**
 * td_register_find_field:
 * @self: a register
 * @name_or_label: a column's heading, in any case and normalisation
 *
 * Returns: (nullable): the field so named or labelled
 */
const TdField *
td_register_find_field (const TdRegister *self, const char *name_or_label)
{
  g_autofree char *folded = td_fold (name_or_label);

  for (guint i = 0; i < self->n_fields; i++)
    if (same_word (folded, self->fields[i].name) || same_word (folded, self->fields[i].label))
      return &self->fields[i];
  return NULL;
}

/**
 * td_register_field_index:
 * @self: a register
 * @name: a name that stands in its description
 *
 * Returns: the field's place among the fields; a name that isn't there is a mistake in the program
 */
guint
td_register_field_index (const TdRegister *self, const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].name, name))
      return i;
  g_error ("register %s has no field %s", self->name, name);
}

/**
 * td_register_period_start:
 * @self: a register
 *
 * Which registers hold periods that must not overlap: those with a key that holds the day on which the period starts.
 *
 * Returns: (nullable): the name of that key field
 */
const char *
td_register_period_start (const TdRegister *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *start = self->fields[i].ends;

      if (start != NULL && (self->fields[td_register_field_index (self, start)].flags & TD_FIELD_KEY))
        return start;
    }
  return NULL;
}

/**
 * td_field_is_required:
 * @self: a field
 *
 * Returns: whether a row must have a value here
 */
gboolean
td_field_is_required (const TdField *self)
{
  return (self->flags & TD_FIELD_REQUIRED) != 0;
}

/**
 * td_field_find_word:
 * @self: a field of words
 * @value: a word's value or its Vietnamese, in any case and normalisation
 *
 * Returns: (nullable): the word
 */
const TdWord *
td_field_find_word (const TdField *self, const char *value)
{
  g_autofree char *folded = NULL;

  /* Nearly every cell has the word just so; folding is for the others. */
  for (const TdWord *word = self->words; word->value != NULL; word++)
    if (g_str_equal (value, word->value))
      return word;
  folded = td_fold (value);
  for (const TdWord *word = self->words; word->value != NULL; word++)
    if (same_word (folded, word->value) || same_word (folded, word->label))
      return word;
  return NULL;
}
