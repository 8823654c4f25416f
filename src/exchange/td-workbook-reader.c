/* td-workbook-reader.c: opening a workbook: its sheets' names, shared texts and styles (ISO/IEC 29500-1, 18.2).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-private.h"

#define MAX_SHEETS 256

static gboolean
is_true (const char *value)
{
  return g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
}

static void
add_sheet (TdWorkbook *self, TdPart *reader, GPtrArray *relations)
{
  const TdRelation *relation;
  const char *name;

  relation = td_relations_find_id (relations, td_part_get_attribute (reader, "id"));
  name = td_part_get_attribute (reader, "name");
  if (relation == NULL || name == NULL || self->names->len >= MAX_SHEETS || relation->type == NULL
      || !g_str_has_suffix (relation->type, "/worksheet"))
    return;
  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->parts, g_strdup (relation->part));
}

static gboolean
read_sheets (TdWorkbook *self, const char *part, GPtrArray *relations, GError **error)
{
  g_autoptr (TdPart) reader = td_part_open (self->package, part, error);
  g_autoptr (GError) failure = NULL;

  if (reader == NULL)
    return FALSE;
  while (td_part_next (reader, &failure))
    if (td_part_is_start (reader, "sheet"))
      add_sheet (self, reader, relations);
    else if (td_part_is_start (reader, "workbookPr"))
      self->counts_from_1904 = is_true (td_part_get_attribute (reader, "date1904"));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return self->names->len > 0 || td_part_refuse (error);
}

static gboolean
read_parts (TdWorkbook *self, GError **error)
{
  g_autoptr (GPtrArray) top = td_relations_read (self->package, "", error);
  g_autoptr (GPtrArray) relations = NULL;
  const TdRelation *book, *strings, *styles;

  if (top == NULL)
    return FALSE;
  book = td_relations_find_type (top, "officeDocument");
  if (book == NULL)
    return td_part_refuse (error);
  relations = td_relations_read (self->package, book->part, error);
  if (relations == NULL || !read_sheets (self, book->part, relations, error))
    return FALSE;
  strings = td_relations_find_type (relations, "sharedStrings");
  if (strings != NULL && (self->strings = td_strings_read (self->package, strings->part, error)) == NULL)
    return FALSE;
  styles = td_relations_find_type (relations, "styles");
  return styles == NULL || (self->date_styles = td_date_styles_read (self->package, styles->part, error)) != NULL;
}

static TdWorkbook *
open_package (TdPackage *package, GError **error)
{
  g_autoptr (TdWorkbook) self = NULL;

  if (package == NULL)
    return NULL;
  self = g_new0 (TdWorkbook, 1);
  g_atomic_ref_count_init (&self->references);
  self->package = package;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  return read_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_workbook_open:
 * @path: a file
 * @error: %TD_EXCHANGE_ERROR, or %G_FILE_ERROR where it cannot be read
 *
 * Returns: (transfer full): the workbook, its shared texts in memory
 */
TdWorkbook *
td_workbook_open (const char *path, GError **error)
{
  return open_package (td_package_open (path, error), error);
}

/**
 * td_workbook_open_bytes:
 * @bytes: what a file holds
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the workbook, its shared texts in memory
 */
TdWorkbook *
td_workbook_open_bytes (GBytes *bytes, GError **error)
{
  return open_package (td_package_open_bytes (bytes, error), error);
}

TdWorkbook *
td_workbook_ref (TdWorkbook *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
td_workbook_unref (TdWorkbook *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  td_package_free (self->package);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->strings, td_strings_free);
  g_clear_pointer (&self->date_styles, g_array_unref);
  g_free (self);
}

guint
td_workbook_get_n_sheets (TdWorkbook *self)
{
  return self->names->len;
}

const char *
td_workbook_get_sheet_name (TdWorkbook *self, guint sheet)
{
  return g_ptr_array_index (self->names, sheet);
}

/**
 * td_workbook_get_sheet_size:
 * @self: a workbook
 * @sheet: a sheet's place
 *
 * Returns: how many bytes there are to read, by what the file says; to show progress by
 */
guint64
td_workbook_get_sheet_size (TdWorkbook *self, guint sheet)
{
  return td_package_get_part_size (self->package, g_ptr_array_index (self->parts, sheet));
}
