/* td-ods-cell.c: a cell of OpenDocument: its value as its type has it, else the text that it shows (ISO/IEC 26300-1,
 * 19.385).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cell.h"
#include "td-ods.h"

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define CALC   "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

typedef struct
{
  const char *name;
  const char *attribute; /* that holds the value */
  void (*tidy) (GString *value);
} Type;

static const Type types[] = {
  { "float", "value", td_cell_tidy_number },          { "percentage", "value", td_cell_tidy_number },
  { "currency", "value", td_cell_tidy_number },       { "date", "date-value", td_cell_tidy_day },
  { "boolean", "boolean-value", td_cell_tidy_truth }, { "string", "string-value", NULL },
};

static const Type *
find_type (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, name))
      return &types[i];
  return NULL;
}

/* LibreOffice has no truth values: one that it read from a workbook of another kind is such a formula for it, of the
 * numbers 1 and 0. */
static gboolean
read_truth (TdPart *part, GString *value)
{
  const char *formula = td_part_get_attribute (part, "formula");

  if (g_strcmp0 (formula, "of:=TRUE()") != 0 && g_strcmp0 (formula, "of:=FALSE()") != 0)
    return FALSE;
  g_string_assign (value, g_str_equal (formula, "of:=TRUE()") ? "true" : "false");
  td_cell_tidy_truth (value);
  return TRUE;
}

static gboolean
read_value (TdPart *part, GString *value)
{
  const Type *type = find_type (td_part_get_attribute_of (part, OFFICE, "value-type"));
  const char *text = type != NULL ? td_part_get_attribute_of (part, OFFICE, type->attribute) : NULL;

  if (text == NULL)
    return FALSE;
  g_string_assign (value, text);
  if (type->tidy != NULL && value->len > 0)
    type->tidy (value);
  return TRUE;
}

/* Only LibreOffice says that a result is an error; others leave the error's name in the place of a text. */
static gboolean
is_error_name (const char *text)
{
  static const char *const names[] = { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", NULL };

  return g_strv_contains (names, text);
}

/* What the cell shows: its paragraphs, a line each. */
static gboolean
read_text (TdPart *part, GString *text, GError **error)
{
  g_autoptr (GError) failure = NULL;
  guint n_paragraphs = 0;

  if (td_part_is_empty (part))
    return TRUE;
  while (failure == NULL && td_part_next (part, &failure) && !td_part_is_end (part, "table-cell"))
    if (!td_part_is_start (part, "p"))
      td_part_skip (part, &failure);
    else
      {
        if (n_paragraphs++ > 0)
          g_string_append_c (text, '\n');
        td_ods_text_read (part, text, &failure);
      }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * td_ods_cell_read:
 * @part: a part at a cell's start
 * @value: takes the text that stands in a CSV file for what is in the cell; empty where nothing is
 * @fault: (out): whether its formula has no result; @value is what the cell shows then
 * @error: %TD_EXCHANGE_ERROR
 *
 * Reads to the cell's end. Comments and drawings are passed over.
 */
gboolean
td_ods_cell_read (TdPart *part, GString *value, gboolean *fault, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_formula = td_part_get_attribute (part, "formula") != NULL;
  gboolean is_error = g_strcmp0 (td_part_get_attribute_of (part, CALC, "value-type"), "error") == 0;
  gboolean has_value = read_truth (part, value) || read_value (part, value);

  if (!read_text (part, text, error))
    return FALSE;
  if (!has_value || is_error)
    g_string_assign (value, text->str);
  *fault = is_error || (has_formula && is_error_name (value->str));
  td_cell_cut (value);
  return TRUE;
}
