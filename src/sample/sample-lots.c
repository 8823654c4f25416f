/* sample-lots.c: drawing lots from a fixed seed, and putting what was drawn as rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

int
td_sample_between (TdSample *self, int least, int most)
{
  return least >= most ? least : g_rand_int_range (self->lots, least, most + 1);
}

gboolean
td_sample_chance (TdSample *self, int percent)
{
  return g_rand_int_range (self->lots, 0, 100) < percent;
}

/**
 * td_sample_pick:
 * @self: the sample
 * @words: words up to a %NULL; one that stands there twice is drawn twice as often
 *
 * Returns: one of them
 */
const char *
td_sample_pick (TdSample *self, const char *const *words)
{
  return words[td_sample_between (self, 0, (int)g_strv_length ((char **)words) - 1)];
}

/**
 * td_sample_text:
 * @self: the sample
 * @format: as of printf()
 *
 * Returns: (transfer none): the text, for as long as the sample lives
 */
const char *
td_sample_text (TdSample *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_string_chunk_insert (self->texts, text);
}

/**
 * td_sample_put:
 * @self: the sample
 * @reg: a register's name
 * @...: names of its fields, each followed by its value, %NULL for not known; up to a %NULL
 *
 * Puts a row, unless one failed before.
 */
void
td_sample_put (TdSample *self, const char *reg, ...)
{
  const TdRegister *it = g_hash_table_lookup (self->registers, reg);
  g_autofree const char **values = g_new0 (const char *, it->n_fields);
  const char *field;
  va_list arguments;

  if (self->error != NULL)
    return;
  va_start (arguments, reg);
  while ((field = va_arg (arguments, const char *)) != NULL)
    values[td_register_field_index (it, field)] = va_arg (arguments, const char *);
  va_end (arguments);
  if (td_change_put (self->change, it, values, NULL, &self->error) != TD_OUTCOME_ADDED && self->error == NULL)
    g_critical ("two rows of the sample have the same key in %s", reg);
}
