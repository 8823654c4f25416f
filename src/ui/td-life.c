/* td-life.c: which fields of a register hold a period and which a day follows from its description, and so do the words
 * that tell its rows apart: those that every row must have, and of them rather what was found than what was looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-life.h"

#include "td-date.h"
#include "td-row-details.h"
#include "td-value.h"

#include <glib/gi18n.h>

/* Days are counted from here; before it nobody was born. */
#define EPOCH "1800-01-01"

/**
 * td_life_count_day:
 * @date: a valid date
 *
 * Returns: the day's number; the next day's is one more
 */
int
td_life_count_day (const char *date)
{
  return td_date_days_between (EPOCH, date);
}

/**
 * td_life_show_day:
 * @day: a day's number
 *
 * Returns: (transfer full): the day as people here write it
 */
char *
td_life_show_day (int day)
{
  g_autofree char *date = td_date_add_days (EPOCH, day);

  return td_date_show (date);
}

static void
mark_free (gpointer data)
{
  TdLifeMark *mark = data;

  td_row_free (mark->row);
  g_free (mark);
}

/* The field of the day that ends the period which begins with @field, or n_fields. */
static guint
find_end (const TdRegister *reg, guint field)
{
  guint i = 0;

  while (i < reg->n_fields && g_strcmp0 (reg->fields[i].ends, reg->fields[field].name) != 0)
    i++;
  return i;
}

/* The field whose words tell the rows of a register apart, or n_fields. */
static guint
find_words (const TdRegister *reg)
{
  guint found = reg->n_fields;

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      if (field->type == TD_TYPE_WORD && td_field_is_required (field)
          && (found == reg->n_fields || !(field->flags & TD_FIELD_KEY)))
        found = i;
    }
  return found;
}

static void
set_word (TdLifeMark *mark)
{
  const TdRegister *reg = mark->row->reg;
  guint field = find_words (reg);
  const TdWord *word = field < reg->n_fields && mark->row->values[field] != NULL
                         ? td_field_find_word (&reg->fields[field], mark->row->values[field])
                         : NULL;

  mark->word = word != NULL ? (int)(word - reg->fields[field].words) : -1;
  mark->said = word != NULL ? word->label : NULL;
}

static void
add_mark (TdLife *self, const TdRow *row, guint field, guint end)
{
  const char *from = row->values[field];
  const char *to = end < row->reg->n_fields ? row->values[end] : NULL;
  TdLifeMark *mark = g_new0 (TdLifeMark, 1);

  mark->row = td_row_copy (row);
  mark->lane = self->lanes->len - 1;
  mark->field = field;
  mark->is_day = end == row->reg->n_fields;
  mark->from = td_life_count_day (from);
  mark->to = mark->is_day ? mark->from : to != NULL ? td_life_count_day (to) : TD_LIFE_OPEN;
  set_word (mark);
  g_ptr_array_add (self->marks, mark);
}

/* Of a period without a beginning, the day on which it ended is all there is. */
static void
add_row (TdLife *self, const TdRow *row)
{
  const TdRegister *reg = row->reg;

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const char *start = reg->fields[i].ends;

      if (reg->fields[i].type != TD_TYPE_DATE || row->values[i] == NULL)
        continue;
      if (start == NULL)
        add_mark (self, row, i, find_end (reg, i));
      else if (row->values[td_register_field_index (reg, start)] == NULL)
        add_mark (self, row, i, reg->n_fields);
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const TdLifeMark *first = *(TdLifeMark *const *)a, *second = *(TdLifeMark *const *)b;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->to > second->to) - (first->to < second->to);
}

/**
 * td_life_new:
 * @related: (element-type TdRelated): the rows that refer to one row
 *
 * Returns: (transfer full): their periods and days, a lane for each register that has any
 */
TdLife *
td_life_new (GPtrArray *related)
{
  TdLife *self = g_new0 (TdLife, 1);

  self->lanes = g_ptr_array_new ();
  self->marks = g_ptr_array_new_with_free_func (mark_free);
  for (guint i = 0; i < related->len; i++)
    {
      const TdRelated *rows = g_ptr_array_index (related, i);
      guint n_before = self->marks->len;

      g_ptr_array_add (self->lanes, (gpointer)rows->reg);
      for (guint j = 0; j < rows->rows->len; j++)
        add_row (self, g_ptr_array_index (rows->rows, j));
      if (self->marks->len == n_before)
        g_ptr_array_set_size (self->lanes, (int)self->lanes->len - 1);
    }
  g_ptr_array_sort (self->marks, compare_marks);
  return self;
}

void
td_life_free (TdLife *self)
{
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

/**
 * td_life_find_range:
 * @self: a life with a mark
 * @day: the day that is looked at
 * @first: (out): the earliest day of all
 * @last: (out): the latest
 */
void
td_life_find_range (const TdLife *self, int day, int *first, int *last)
{
  *first = *last = day;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TdLifeMark *mark = g_ptr_array_index (self->marks, i);

      *first = MIN (*first, mark->from);
      *last = MAX (*last, mark->to == TD_LIFE_OPEN ? mark->from : mark->to);
    }
}

static gboolean
is_told (const TdField *field)
{
  return td_field_is_required (field) && field->type != TD_TYPE_DATE && !(field->flags & TD_FIELD_SEALED);
}

/**
 * td_life_mark_label:
 * @mark: a mark
 *
 * Returns: (transfer full): what the row says besides its days, in a few words: a unit, a category, a result
 */
char *
td_life_mark_label (const TdLifeMark *mark)
{
  const TdRow *row = mark->row;
  g_autoptr (GString) text = g_string_new (NULL);

  /* The first field says whose row it is, or is the row's own number. */
  for (guint i = 1; i < row->reg->n_fields; i++)
    if (is_told (&row->reg->fields[i]) && row->values[i] != NULL)
      {
        g_autofree char *shown = td_field_show (&row->reg->fields[i], row->values[i]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                                row->names[i] != NULL ? row->names[i] : shown);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
show_time (const TdLifeMark *mark)
{
  g_autofree char *from = td_life_show_day (mark->from);
  g_autofree char *to = mark->to != TD_LIFE_OPEN ? td_life_show_day (mark->to) : NULL;

  if (mark->is_day)
    return g_strdup (from);
  if (to == NULL)
    /* Translators: a day on which a period began that has not ended. */
    return g_strdup_printf (_ ("since %s"), from);
  /* Translators: the days on which a period began and ended. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

/* Of several days of one row, which one it is. */
static gboolean
has_other_day (const TdLifeMark *mark)
{
  const TdRegister *reg = mark->row->reg;

  for (guint i = 0; i < reg->n_fields; i++)
    if (i != mark->field && reg->fields[i].type == TD_TYPE_DATE
        && g_strcmp0 (reg->fields[i].ends, reg->fields[mark->field].name) != 0)
      return TRUE;
  return FALSE;
}

/**
 * td_life_mark_describe:
 * @mark: a mark
 *
 * Returns: (transfer full): all of it in a sentence: the register, what the row says, and when
 */
char *
td_life_mark_describe (const TdLifeMark *mark)
{
  const TdRegister *reg = mark->row->reg;
  g_autofree char *label = td_life_mark_label (mark);
  g_autofree char *time = show_time (mark);
  g_autoptr (GString) text = g_string_new (reg->title);

  if (*label != '\0')
    g_string_append_printf (text, ": %s", label);
  if (has_other_day (mark))
    g_string_append_printf (text, ", %s", reg->fields[mark->field].label);
  g_string_append_printf (text, ", %s", time);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
