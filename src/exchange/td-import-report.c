/* td-import-report.c: what an import answers, bounded however bad the files are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-report-private.h"

#include <string.h>

/* Where a problem stands, and the problem while they are sorted. */
typedef struct
{
  const char *file;
  guint line;
  const char *column; /* (nullable) */
  guint index;
  gsize what; /* where in the message it says what is wrong */
  char *message;
} Place;

TdImportReport *
td_import_report_new (void)
{
  TdImportReport *self = g_new0 (TdImportReport, 1);

  self->counts = g_array_new (FALSE, TRUE, sizeof (TdImportCount));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (TdImportOutcome));
  return self;
}

void
td_import_report_free (TdImportReport *self)
{
  g_array_unref (self->counts);
  g_ptr_array_unref (self->problems);
  g_array_unref (self->places);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->outcomes);
  g_free (self);
}

static void
add (GPtrArray *messages, guint64 *n, const char *file, guint line, const char *column, const char *what)
{
  GString *message;

  if ((*n)++ >= TD_IMPORT_MAX_MESSAGES)
    return;
  message = g_string_new (file);
  if (line > 0)
    g_string_append_printf (message, ":%u", line);
  g_string_append (message, ": ");
  if (column != NULL)
    g_string_append_printf (message, "%s: ", column);
  g_string_append (message, what);
  g_ptr_array_add (messages, g_string_free (message, FALSE));
}

/**
 * td_import_report_add_problem:
 * @self: a report
 * @file: the file's name without its folder
 * @line: where in it, 0 where it is the whole file
 * @column: (nullable): the column, where it is one
 * @what: what is wrong, what would be right
 */
void
td_import_report_add_problem (TdImportReport *self, const char *file, guint line, const char *column, const char *what)
{
  Place place = { .file = file, .line = line, .column = column, .index = self->places->len };

  add (self->problems, &self->n_problems, file, line, column, what);
  if (self->places->len == self->problems->len)
    return;
  place.what = strlen (g_ptr_array_index (self->problems, self->problems->len - 1)) - strlen (what);
  g_array_append_val (self->places, place);
}

static int
compare_places (gconstpointer one, gconstpointer other)
{
  const Place *a = one, *b = other;

  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  return a->index < b->index ? -1 : 1;
}

/* Takes all places of one file out of @open, in the order of their lines, to the end of @sorted. */
static void
move_file (GArray *open, const char *file, GArray *sorted)
{
  guint start = sorted->len, kept = 0;

  for (guint i = 0; i < open->len; i++)
    {
      const Place *place = &g_array_index (open, Place, i);

      if (place->file == file)
        g_array_append_val (sorted, *place);
      else
        g_array_index (open, Place, kept++) = *place;
    }
  g_array_set_size (open, kept);
  qsort (&g_array_index (sorted, Place, start), sorted->len - start, sizeof (Place), compare_places);
}

/**
 * td_import_report_sort_problems:
 * @self: a report
 * @first: the first of the problems of the register at hand
 *
 * Brings the problems of each file into the order of its lines: periods and references are looked at when all rows are
 * read, but people mend a file from its top to its end.
 */
void
td_import_report_sort_problems (TdImportReport *self, guint first)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = first; i < self->problems->len; i++)
    {
      Place place = g_array_index (self->places, Place, i);

      place.message = g_ptr_array_index (self->problems, i);
      g_array_append_val (open, place);
    }
  while (open->len > 0)
    move_file (open, g_array_index (open, Place, 0).file, sorted);
  for (guint i = 0; i < sorted->len; i++)
    {
      Place *place = &g_array_index (sorted, Place, i);

      self->problems->pdata[first + i] = place->message;
      place->index = first + i;
      g_array_index (self->places, Place, first + i) = *place;
    }
}

/**
 * td_import_report_get_place:
 * @self: a report
 * @problem: the index of one of the problems that are kept
 * @line: (out): where in its file, 0 where it is the whole file
 * @column: (out) (nullable): the name of the field, where it is one
 * @what: (out): what is wrong, what would be right
 *
 * Returns: (transfer none): how the file is called
 */
const char *
td_import_report_get_place (const TdImportReport *self, guint problem, guint *line, const char **column,
                            const char **what)
{
  const Place *place = &g_array_index (self->places, Place, problem);

  *line = place->line;
  *column = place->column;
  *what = (const char *)g_ptr_array_index (self->problems, problem) + place->what;
  return place->file;
}

/**
 * td_import_report_add_note:
 * @self: a report
 * @file: the file's name without its folder
 * @line: where in it
 * @what: what is as it may be, but perhaps not as it was meant
 */
void
td_import_report_add_note (TdImportReport *self, const char *file, guint line, const char *what)
{
  add (self->notes, &self->n_notes, file, line, NULL, what);
}

/**
 * td_import_report_add_count:
 * @self: a report
 * @reg: a register
 *
 * Returns: (transfer none): its count, until the next is added
 */
TdImportCount *
td_import_report_add_count (TdImportReport *self, const TdRegister *reg)
{
  TdImportCount count = { .reg = reg };

  g_array_append_val (self->counts, count);
  return &g_array_index (self->counts, TdImportCount, self->counts->len - 1);
}
