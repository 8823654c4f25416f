/* td-import-columns.c: reading a head row: names or Vietnamese labels, in any order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-columns.h"

#include "td-import-report-private.h"
#include "td-mask.h"

#include <glib/gi18n-lib.h>

/* A heading that names no field is quoted, for it must be found; not at length, for it may be a row without a head. */
#define MAX_QUOTED 40

/**
 * td_columns_has:
 * @self: the columns of a file
 * @field: a field's index
 *
 * Returns: whether the file has a column for it
 */
gboolean
td_columns_has (const TdColumns *self, guint field)
{
  for (guint i = 0; i < self->n; i++)
    if (self->fields[i] == field)
      return TRUE;
  return FALSE;
}

static char *
quote (const char *heading)
{
  g_autofree char *valid = g_utf8_make_valid (heading, -1);
  g_autofree char *line = g_strstrip (g_strdelimit (g_steal_pointer (&valid), "\r\n\t", ' '));

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_QUOTED));
}

static char *
list_fields (const TdRegister *reg)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", reg->fields[i].name, reg->fields[i].label);
  return g_string_free (list, FALSE);
}

static char *
describe_unknown (const TdRegister *reg, const char *heading)
{
  g_autofree char *quoted = quote (heading);
  g_autofree char *fields = list_fields (reg);

  if (g_utf8_validate (heading, -1, NULL) && td_mask_is_heading (heading))
    return g_strdup_printf (_ ("“%s” is masked and does not hold the real values; import the full export"), quoted);
  if (*quoted == '\0')
    return g_strdup_printf (_ ("a column has no heading; write one of: %s"), fields);
  return g_strdup_printf (_ ("“%s” is not a column of this register; write one of: %s"), quoted, fields);
}

/**
 * td_columns_read:
 * @self: (out caller-allocates): the columns
 * @reg: the register that the file is for
 * @head: its head row
 * @file: how messages call it
 * @report: takes a problem for each column that is unknown, there twice, or missing
 *
 * Returns: whether the rows below can be read
 */
gboolean
td_columns_read (TdColumns *self, const TdRegister *reg, const TdRecord *head, const char *file, TdImportReport *report)
{
  guint64 problems_before = report->n_problems;

  self->n = 0;
  for (guint i = 0; i < MIN (head->n_cells, TD_RECORD_MAX_CELLS); i++)
    {
      const char *heading = head->cells[i];
      const TdField *field = g_utf8_validate (heading, -1, NULL) ? td_register_find_field (reg, heading) : NULL;

      if (field == NULL)
        {
          g_autofree char *what = describe_unknown (reg, heading);

          td_import_report_add_problem (report, file, head->line, NULL, what);
        }
      else if (td_columns_has (self, (guint)(field - reg->fields)))
        td_import_report_add_problem (report, file, head->line, field->name,
                                      _ ("this column stands here twice; keep one of them"));
      else
        self->fields[self->n++] = (guint)(field - reg->fields);
    }
  if (head->n_cells > TD_RECORD_MAX_CELLS)
    td_import_report_add_problem (report, file, head->line, NULL,
                                  _ ("has too many columns; keep those of the register"));
  for (guint i = 0; i < reg->n_fields; i++)
    if (td_field_is_required (&reg->fields[i]) && !td_columns_has (self, i))
      td_import_report_add_problem (report, file, head->line, reg->fields[i].name,
                                    _ ("this column is missing; every row needs it"));
  return report->n_problems == problems_before;
}
