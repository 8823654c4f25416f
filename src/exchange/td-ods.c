/* td-ods.c: the sheets of a workbook of OpenDocument: what is locked is refused, rows and cells that only carry a style
 * cost nothing, however often they are repeated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-ods.h"

/* The last row and column that a spreadsheet program has. */
#define MAX_ROW    1048576
#define MAX_COLUMN 16384

typedef struct
{
  TdPackage *package;
  TdPart *part;
  GString *value;
  TdOdsTable *table; /* the sheet at hand */
  guint64 line;      /* the last that is read of it */
  guint64 column;    /* the last that is read of the row */
} Reader;

/* How often a row or cell is repeated; a number beyond all sheets stays beyond them. */
static guint64
get_times (TdPart *part, const char *attribute)
{
  const char *text = td_part_get_attribute (part, attribute);
  guint64 times = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return CLAMP (times, 1, G_MAXINT32);
}

static gboolean
read_cell (Reader *self, GError **error)
{
  guint64 times = get_times (self->part, "number-columns-repeated");
  guint64 column = self->column + 1;
  gboolean fault;

  if (!td_ods_cell_read (self->part, self->value, &fault, error))
    return FALSE;
  self->column += times;
  if (self->value->len == 0 && !fault)
    return TRUE;
  if (self->column > MAX_COLUMN || self->line > MAX_ROW)
    return td_part_refuse (error);
  if (fault)
    td_ods_table_mark_fault (self->table);
  if (self->value->len > 0)
    td_ods_table_add_cell (self->table, (guint)column, (guint)times, self->value);
  return TRUE;
}

/* What a merged cell covers keeps its place; what may stand in it is not seen. */
static gboolean
read_covered (Reader *self, GError **error)
{
  self->column += get_times (self->part, "number-columns-repeated");
  return td_part_skip (self->part, error);
}

static gboolean
read_cells (Reader *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (failure == NULL && td_part_next (self->part, &failure) && !td_part_is_end (self->part, "table-row"))
    if (td_part_is_start (self->part, "table-cell"))
      read_cell (self, &failure);
    else if (td_part_is_start (self->part, "covered-table-cell"))
      read_covered (self, &failure);
    else
      td_part_skip (self->part, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is repeated counts as if it had been written out in the file. */
static gboolean
read_row (Reader *self, GError **error)
{
  guint64 times = get_times (self->part, "number-rows-repeated");
  guint64 line = self->line + 1;

  self->line += times;
  self->column = 0;
  if (td_part_is_empty (self->part))
    return TRUE;
  td_ods_table_start_row (self->table, (guint)MIN (line, G_MAXUINT));
  return read_cells (self, error)
         && td_package_count (self->package, 0, td_ods_table_end_row (self->table, (guint)times), error);
}

static gboolean
is_group (TdPart *part)
{
  return td_part_is_start (part, "table-rows") || td_part_is_start (part, "table-row-group")
         || td_part_is_start (part, "table-header-rows");
}

static gboolean
read_table (Reader *self, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->line = 0;
  if (td_part_is_empty (self->part))
    return TRUE;
  while (failure == NULL && td_part_next (self->part, &failure) && !td_part_is_end (self->part, "table"))
    if (td_part_is_start (self->part, "table-row"))
      read_row (self, &failure);
    else if (!is_group (self->part))
      td_part_skip (self->part, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Sheets stand right in the spreadsheet; tables elsewhere keep what other files held. */
static gboolean
read_tables (Reader *self, GPtrArray *names, GPtrArray *tables, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (td_part_is_empty (self->part))
    return TRUE;
  while (failure == NULL && td_part_next (self->part, &failure) && !td_part_is_end (self->part, "spreadsheet"))
    {
      const char *name;

      if (!td_part_is_start (self->part, "table"))
        {
          td_part_skip (self->part, &failure);
          continue;
        }
      if (names->len == TD_PACKAGE_MAX_SHEETS)
        {
          td_package_refuse_sheets (&failure);
          break;
        }
      name = td_part_get_attribute (self->part, "name");
      g_ptr_array_add (names, g_strdup (name != NULL ? name : ""));
      self->table = td_ods_table_new ();
      g_ptr_array_add (tables, self->table);
      read_table (self, &failure);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether the list of files says that some are encrypted; a file that has no such list is not. */
static gboolean
check_lock (TdPackage *package, GError **error)
{
  g_autoptr (TdPart) part = NULL;
  g_autoptr (GError) failure = NULL;

  if (!td_package_has_part (package, TD_ODS_MANIFEST))
    return TRUE;
  part = td_part_open (package, TD_ODS_MANIFEST, error);
  if (part == NULL)
    return FALSE;
  while (failure == NULL && td_part_next (part, &failure))
    if (td_part_is_start (part, "encryption-data"))
      td_package_refuse_locked (&failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_spreadsheet (TdPart *part, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (td_part_next (part, &failure))
    if (td_part_is_start (part, "spreadsheet"))
      return TRUE;
  if (failure == NULL)
    return td_package_refuse_kind (error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * td_ods_read:
 * @package: a workbook
 * @names: (element-type utf8): takes the names of its sheets
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (element-type TdOdsTable): the sheets, in the same order
 */
GPtrArray *
td_ods_read (TdPackage *package, GPtrArray *names, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify)td_ods_table_free);
  g_autoptr (TdPart) part = NULL;
  g_autoptr (GString) value = g_string_new (NULL);
  Reader reader;

  if (!check_lock (package, error))
    return NULL;
  part = td_part_open (package, TD_ODS_CONTENT, error);
  if (part == NULL || !find_spreadsheet (part, error))
    return NULL;
  reader = (Reader){ package, part, value };
  return read_tables (&reader, names, tables, error) ? g_steal_pointer (&tables) : NULL;
}
