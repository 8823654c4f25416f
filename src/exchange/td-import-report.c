/* td-import-report.c: what an import answers, bounded however bad the files are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-report-private.h"

TdImportReport *
td_import_report_new (void)
{
  TdImportReport *self = g_new0 (TdImportReport, 1);

  self->counts = g_array_new (FALSE, TRUE, sizeof (TdImportCount));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_import_report_free (TdImportReport *self)
{
  g_array_unref (self->counts);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
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
  add (self->problems, &self->n_problems, file, line, column, what);
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
