/* td-import-source.c: which file or sheet holds which register, and reading CSV and sheets alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-import-source.h"

#include "td-csv.h"
#include "td-import-report-private.h"
#include "td-workbook-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TdSource
{
  const TdRegister *reg;
  guint order; /* the register's place, then the place among the paths */
  char *label; /* how messages call it */
  char *path;  /* of a CSV file, or */
  TdWorkbook *workbook;
  guint sheet; /* of that workbook */
  guint64 size;
  TdCsvReader *csv;    /* one of the two */
  TdSheet *open_sheet; /* while it is open */
};

typedef struct
{
  GPtrArray *sources;
  TdImportReport *report;
  GCancellable *cancellable;
} Search;

static void
source_free (TdSource *self)
{
  td_source_close (self);
  g_clear_pointer (&self->workbook, td_workbook_unref);
  g_free (self->label);
  g_free (self->path);
  g_free (self);
}

static TdSource *
add_source (Search *search, const TdRegister *reg, const char *label, guint64 size)
{
  TdSource *self = g_new0 (TdSource, 1);
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  self->reg = reg;
  self->label = g_strdup (label);
  self->size = size;
  for (guint i = 0; i < n_registers; i++)
    if (registers[i] == reg)
      self->order = i * 65536 + MIN (search->sources->len, 65535);
  g_ptr_array_add (search->sources, self);
  return self;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const TdSource *first = *(TdSource *const *)a, *second = *(TdSource *const *)b;

  return (first->order > second->order) - (first->order < second->order);
}

static void
report_unknown (Search *search, const char *label)
{
  g_autoptr (GString) what = g_string_new (NULL);
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "", registers[i]->name);
  g_string_prepend (what, _ ("does not bear the name of a register; name it after one of: "));
  td_import_report_add_problem (search->report, label, 0, NULL, what->str);
}

static const TdRegister *
find_register (const char *name)
{
  return g_utf8_validate (name, -1, NULL) ? td_register_find (name) : NULL;
}

static gboolean
add_csv (Search *search, const char *path, GError **error)
{
  g_autofree char *label = g_filename_display_basename (path);
  g_autofree char *name = g_strndup (label, (gsize)(strrchr (label, '.') - label));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  const TdRegister *reg = find_register (name);

  if (reg == NULL)
    {
      report_unknown (search, label);
      return TRUE;
    }
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, search->cancellable, error);
  if (info == NULL)
    return FALSE;
  add_source (search, reg, label, (guint64)g_file_info_get_size (info))->path = g_strdup (path);
  return TRUE;
}

/* Spreadsheet programs leave sheets behind in which nothing stands: those of other names don't matter. */
static void
report_unless_empty (Search *search, TdWorkbook *workbook, guint sheet, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSheet) opened = td_sheet_open (workbook, sheet, &error);

  if (opened != NULL && td_sheet_next (opened, search->cancellable, &error) == NULL && error == NULL)
    return;
  report_unknown (search, label);
}

static void
add_sheets (Search *search, TdWorkbook *workbook, const char *file)
{
  for (guint i = 0; i < td_workbook_get_n_sheets (workbook); i++)
    {
      const char *name = td_workbook_get_sheet_name (workbook, i);
      g_autofree char *label = g_strdup_printf ("%s/%s", file, name);
      const TdRegister *reg = find_register (name);
      TdSource *source;

      if (reg == NULL)
        {
          report_unless_empty (search, workbook, i, label);
          continue;
        }
      source = add_source (search, reg, label, td_workbook_get_sheet_size (workbook, i));
      source->workbook = td_workbook_ref (workbook);
      source->sheet = i;
    }
}

static gboolean
add_workbook (Search *search, const char *path, GError **error)
{
  g_autofree char *label = g_filename_display_basename (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open (path, &failure);

  if (workbook != NULL)
    add_sheets (search, workbook, label);
  else if (failure->domain == TD_EXCHANGE_ERROR)
    td_import_report_add_problem (search->report, label, 0, NULL, failure->message);
  else
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_folder (Search *search, const char *path, GError **error)
{
  static const char *const suffixes[] = { ".csv", NULL };
  g_autoptr (GPtrArray) files = td_folder_list (path, suffixes, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!add_csv (search, g_ptr_array_index (files, i), error))
      return FALSE;
  if (files->len == 0)
    {
      g_autofree char *label = g_filename_display_basename (path);

      td_import_report_add_problem (search->report, label, 0, NULL,
                                    _ ("holds no CSV files; choose the folder that holds persons.csv and the others"));
    }
  return TRUE;
}

static gboolean
add_path (Search *search, const char *path, GError **error)
{
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    done = add_folder (search, path, error);
  else if (td_path_has_suffix (path, td_text_suffixes))
    done = add_csv (search, path, error);
  else
    done = add_workbook (search, path, error);
  if (!done)
    {
      g_autofree char *label = g_filename_display_basename (path);

      g_prefix_error (error, _ ("“%s” cannot be read: "), label);
    }
  return done;
}

/**
 * td_sources_find:
 * @paths: (array zero-terminated=1): CSV files, folders of them, workbooks
 * @report: takes a problem for each file or sheet that holds no register
 * @cancellable: (nullable): a cancellable
 * @error: a path that cannot be read
 *
 * Returns: (transfer full) (element-type TdSource): in the order of the registers, those of one register in the order
 *   of @paths
 */
GPtrArray *
td_sources_find (const char *const *paths, TdImportReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify)source_free);
  Search search = { sources, report, cancellable };

  for (; *paths != NULL; paths++)
    if (!add_path (&search, *paths, error))
      return NULL;
  g_ptr_array_sort (sources, compare_order);
  return g_steal_pointer (&sources);
}

const TdRegister *
td_source_get_register (const TdSource *self)
{
  return self->reg;
}

/**
 * td_source_get_label:
 * @self: a source
 *
 * Returns: (transfer none): how messages call it: the file's name, in a workbook with the sheet's behind it
 */
const char *
td_source_get_label (const TdSource *self)
{
  return self->label;
}

/**
 * td_source_get_size:
 * @self: a source
 *
 * Returns: how many bytes there are to read, to show progress by
 */
guint64
td_source_get_size (const TdSource *self)
{
  return self->size;
}

/**
 * td_source_open:
 * @self: a source
 * @error: what stands in the way: %TD_EXCHANGE_ERROR where the file is at fault
 *
 * Opens it before its head row.
 */
gboolean
td_source_open (TdSource *self, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  if (self->workbook != NULL)
    {
      self->open_sheet = td_sheet_open (self->workbook, self->sheet, error);
      return self->open_sheet != NULL;
    }
  file = g_file_new_for_path (self->path);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return FALSE;
  self->csv = td_csv_reader_new (G_INPUT_STREAM (stream));
  return TRUE;
}

/**
 * td_source_next:
 * @self: an open source
 * @cancellable: (nullable): a cancellable
 * @error: as td_csv_reader_next() and td_sheet_next() have it
 *
 * Returns: (transfer none) (nullable): the next row, until the next call; %NULL with @error unset at the end
 */
const TdRecord *
td_source_next (TdSource *self, GCancellable *cancellable, GError **error)
{
  if (self->open_sheet != NULL)
    return td_sheet_next (self->open_sheet, cancellable, error);
  return td_csv_reader_next (self->csv, cancellable, error);
}

/**
 * td_source_get_line:
 * @self: an open source
 *
 * Returns: the line that the last error speaks of
 */
guint
td_source_get_line (TdSource *self)
{
  return self->open_sheet != NULL ? td_sheet_get_line (self->open_sheet) : td_csv_reader_get_line (self->csv);
}

/**
 * td_source_get_position:
 * @self: an open source
 *
 * Returns: how many bytes of it are read
 */
guint64
td_source_get_position (TdSource *self)
{
  return self->open_sheet != NULL ? td_sheet_get_position (self->open_sheet) : td_csv_reader_get_position (self->csv);
}

/**
 * td_source_close:
 * @self: a source
 *
 * Lets go of the file; the source keeps its name and register.
 */
void
td_source_close (TdSource *self)
{
  g_clear_pointer (&self->csv, td_csv_reader_free);
  g_clear_pointer (&self->open_sheet, td_sheet_free);
}
