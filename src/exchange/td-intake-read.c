/* td-intake-read.c: intakes from foreign files and from text: every row of them, whatever it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-csv.h"
#include "td-intake.h"
#include "td-workbook-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text file of more is no list that a person typed. */
#define MAX_TEXT_BYTES (64 * 1024 * 1024)

static gboolean
add_record (TdIntake *intake, const TdRecord *record, GError **error)
{
  g_auto (GStrv) cells = NULL;
  guint n_cells = MIN (record->n_cells, TD_RECORD_MAX_CELLS);

  if (intake->rows->len == TD_INTAKE_MAX_ROWS)
    {
      g_set_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT,
                   _ ("“%s” has more than %d rows, too many to look at one by one; part it, or mend its headings and "
                      "import it as it is"),
                   intake->label, TD_INTAKE_MAX_ROWS);
      return FALSE;
    }
  cells = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    cells[i] = g_utf8_make_valid (record->cells[i], -1);
  td_intake_add_row (intake, record->line, (const char *const *)cells, n_cells);
  return TRUE;
}

static void
prefix (GError **error, const TdIntake *intake, guint line)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_prefix_error (error, "%s:%u: ", intake->label, line);
}

static gboolean
read_text (TdIntake *intake, const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, (gssize)strlen (text), NULL);
  g_autoptr (TdCsvReader) reader = td_csv_reader_new (stream);
  g_autoptr (GError) fault = NULL;
  const TdRecord *record;

  while ((record = td_csv_reader_next (reader, cancellable, &fault)) != NULL)
    if (!add_record (intake, record, error))
      return FALSE;
  if (fault == NULL)
    return TRUE;
  prefix (&fault, intake, td_csv_reader_get_line (reader));
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* A person looks at these rows, so one with an error in it is shown as it stands. */
static const TdRecord *
next_row (TdSheet *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  const TdRecord *record = td_sheet_next (sheet, cancellable, &fault);

  if (g_error_matches (fault, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_RECORD))
    return td_sheet_get_faulty (sheet);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return record;
}

static gboolean
read_sheet (TdIntake *intake, TdWorkbook *workbook, guint index, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdSheet) sheet = td_sheet_open (workbook, index, error);
  g_autoptr (GError) fault = NULL;
  const TdRecord *record;

  if (sheet == NULL)
    return FALSE;
  while ((record = next_row (sheet, cancellable, &fault)) != NULL)
    if (!add_record (intake, record, error))
      return FALSE;
  if (fault == NULL)
    return TRUE;
  prefix (&fault, intake, td_sheet_get_line (sheet));
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
take (GPtrArray *intakes, TdIntake *intake)
{
  if (intake->rows->len == 0)
    {
      td_intake_free (intake);
      return;
    }
  td_intake_guess (intake);
  g_ptr_array_add (intakes, intake);
}

static gboolean
add_sheets (GPtrArray *intakes, TdWorkbook *workbook, const char *file, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < td_workbook_get_n_sheets (workbook); i++)
    {
      const char *name = td_workbook_get_sheet_name (workbook, i);
      g_autofree char *label = g_strdup_printf ("%s/%s", file, name);
      g_autoptr (TdIntake) intake = td_intake_new (label, td_register_find (name));

      if (!read_sheet (intake, workbook, i, cancellable, error))
        return FALSE;
      take (intakes, g_steal_pointer (&intake));
    }
  return TRUE;
}

static char *
load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *bytes = NULL;
  gsize length;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MAX_TEXT_BYTES)
    {
      g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT,
                           _ ("is too large to look at row by row; mend its headings and import it as it is"));
      return NULL;
    }
  if (!g_file_load_contents (file, cancellable, &bytes, &length, NULL, error))
    return NULL;
  return td_writing_decode_bytes (bytes, length, error);
}

static gboolean
add_file (GPtrArray *intakes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *label = g_filename_display_basename (path);
  g_autofree char *name = g_strndup (label, strcspn (label, "."));
  g_autoptr (TdIntake) intake = NULL;
  g_autofree char *text = NULL;

  if (!td_path_has_suffix (path, td_text_suffixes))
    {
      g_autoptr (TdWorkbook) workbook = td_workbook_open (path, error);

      return workbook != NULL && add_sheets (intakes, workbook, label, cancellable, error);
    }
  text = load (path, cancellable, error);
  if (text == NULL)
    return FALSE;
  intake = td_intake_new (label, td_register_find (name));
  if (!read_text (intake, text, cancellable, error))
    return FALSE;
  take (intakes, g_steal_pointer (&intake));
  return TRUE;
}

static gboolean
add_folder (GPtrArray *intakes, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = td_folder_list (path, td_text_suffixes, error);

  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!add_file (intakes, g_ptr_array_index (files, i), cancellable, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_path (GPtrArray *intakes, const char *path, GCancellable *cancellable, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return add_folder (intakes, path, cancellable, error);
  return add_file (intakes, path, cancellable, error);
}

/**
 * td_intakes_read:
 * @paths: (array zero-terminated=1): text files, folders of them, and workbooks
 * @cancellable: (nullable): a cancellable
 * @error: a file that cannot be read, or is too large to be looked at
 *
 * Returns: (transfer full) (element-type TdIntake) (nullable): what stands in them: each text file and each sheet that
 *   is not empty, with a proposal of what it is
 */
GPtrArray *
td_intakes_read (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);

  for (; *paths != NULL; paths++)
    if (!add_path (intakes, *paths, cancellable, error))
      {
        g_autofree char *label = g_filename_display_basename (*paths);

        if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
          g_prefix_error (error, _ ("“%s” cannot be read: "), label);
        return NULL;
      }
  return g_steal_pointer (&intakes);
}

/**
 * td_intake_read_text:
 * @text: rows of cells, as a spreadsheet puts them into the clipboard; valid UTF-8
 * @label: how messages call it
 * @reg: (nullable): the register that they are for
 * @error: a quotation mark that is not closed; too many rows
 *
 * Returns: (transfer full) (nullable): the rows, with a proposal of what they are
 */
TdIntake *
td_intake_read_text (const char *text, const char *label, const TdRegister *reg, GError **error)
{
  g_autoptr (TdIntake) intake = td_intake_new (label, reg);

  if (!read_text (intake, text, NULL, error))
    return NULL;
  td_intake_guess (intake);
  return g_steal_pointer (&intake);
}
