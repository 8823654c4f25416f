/* td-workbook-reader.c: opening a workbook of either kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-private.h"

static gboolean
read_parts (TdWorkbook *self, GError **error)
{
  if (td_package_has_part (self->package, TD_RELATIONS_TOP))
    self->xlsx = td_xlsx_read (self->package, self->names, error);
  else if (td_package_has_part (self->package, TD_ODS_CONTENT) || td_package_has_part (self->package, TD_ODS_MANIFEST))
    self->tables = td_ods_read (self->package, self->names, error);
  else
    return td_package_refuse_kind (error);
  return self->xlsx != NULL || self->tables != NULL;
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
  return read_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_workbook_open:
 * @path: a file
 * @error: %TD_EXCHANGE_ERROR, or %G_FILE_ERROR where it cannot be read
 *
 * Returns: (transfer full): the workbook; of XLSX its shared texts are in memory, of ODS all that stands in cells
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
 * Returns: (transfer full): the workbook; of XLSX its shared texts are in memory, of ODS all that stands in cells
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
  g_clear_pointer (&self->xlsx, td_xlsx_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
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
  if (self->xlsx != NULL)
    return td_package_get_part_size (self->package, g_ptr_array_index (self->xlsx->parts, sheet));
  return td_ods_table_get_size (g_ptr_array_index (self->tables, sheet));
}
