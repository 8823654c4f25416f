/* td-xlsx.c: which part of a workbook is what: its sheets, shared texts and styles (ISO/IEC 29500-1, 18.2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-xlsx.h"

static gboolean
is_true (const char *value)
{
  return g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
}

/* Charts and macros have sheets of their own, in which no rows stand. */
static gboolean
add_sheet (TdXlsx *self, TdPart *reader, GPtrArray *names, GPtrArray *relations, GError **error)
{
  const TdRelation *relation;
  const char *name;

  relation = td_relations_find_id (relations, td_part_get_attribute (reader, "id"));
  name = td_part_get_attribute (reader, "name");
  if (relation == NULL || name == NULL || relation->type == NULL || !g_str_has_suffix (relation->type, "/worksheet"))
    return TRUE;
  if (names->len == TD_PACKAGE_MAX_SHEETS)
    return td_package_refuse_sheets (error);
  g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (self->parts, g_strdup (relation->part));
  return TRUE;
}

static gboolean
read_sheets (TdXlsx *self, TdPackage *package, const char *part, GPtrArray *names, GPtrArray *relations, GError **error)
{
  g_autoptr (TdPart) reader = td_part_open (package, part, error);
  g_autoptr (GError) failure = NULL;

  if (reader == NULL)
    return FALSE;
  while (failure == NULL && td_part_next (reader, &failure))
    if (td_part_is_start (reader, "sheet"))
      add_sheet (self, reader, names, relations, &failure);
    else if (td_part_is_start (reader, "workbookPr"))
      self->counts_from_1904 = is_true (td_part_get_attribute (reader, "date1904"));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return names->len > 0 || td_part_refuse (error);
}

static gboolean
read_parts (TdXlsx *self, TdPackage *package, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) top = td_relations_read (package, "", error);
  g_autoptr (GPtrArray) relations = NULL;
  const TdRelation *book, *strings, *styles;

  if (top == NULL)
    return FALSE;
  book = td_relations_find_type (top, "officeDocument");
  if (book == NULL)
    return td_part_refuse (error);
  if (!g_str_has_suffix (book->part, ".xml"))
    return td_package_refuse_kind (error);
  relations = td_relations_read (package, book->part, error);
  if (relations == NULL || !read_sheets (self, package, book->part, names, relations, error))
    return FALSE;
  strings = td_relations_find_type (relations, "sharedStrings");
  if (strings != NULL && (self->strings = td_strings_read (package, strings->part, error)) == NULL)
    return FALSE;
  styles = td_relations_find_type (relations, "styles");
  return styles == NULL || (self->date_styles = td_date_styles_read (package, styles->part, error)) != NULL;
}

/**
 * td_xlsx_read:
 * @package: a workbook
 * @names: (element-type utf8): takes the names of its sheets
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): what the sheets lean on, shared texts in memory
 */
TdXlsx *
td_xlsx_read (TdPackage *package, GPtrArray *names, GError **error)
{
  g_autoptr (TdXlsx) self = g_new0 (TdXlsx, 1);

  self->parts = g_ptr_array_new_with_free_func (g_free);
  return read_parts (self, package, names, error) ? g_steal_pointer (&self) : NULL;
}

void
td_xlsx_free (TdXlsx *self)
{
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->strings, td_strings_free);
  g_clear_pointer (&self->date_styles, g_array_unref);
  g_free (self);
}
