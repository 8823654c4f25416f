/* test-files.c: a folder that is gone after the test, a store in it, zips of given parts, and what a sheet holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-files.h"

#include "td-vault.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

Place *
place_new (void)
{
  Place *self = g_new0 (Place, 1);
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  td_vault_use_test_cost ();
  self->folder = g_dir_make_tmp ("exchange-XXXXXX", &error);
  g_assert_no_error (error);
  path = place_path (self, "district.tham-dinh");
  self->store = td_store_create (path, plan, "tester", "a long passphrase", &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
place_free (Place *self)
{
  g_clear_pointer (&self->store, td_store_unref);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self);
}

char *
place_path (Place *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
place_write (Place *self, const char *name, const char *text)
{
  g_autofree char *path = place_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
place_read (Place *self, const char *name)
{
  g_autofree char *path = place_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

TdImportReport *
place_import (Place *self, const char *name)
{
  g_autofree char *path = place_path (self, name);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  TdImportReport *report = td_import (self->store, paths, TODAY, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* Imports what must be without fault. */
void
place_import_all (Place *self, const char *name)
{
  g_autoptr (TdImportReport) report = place_import (self, name);

  if (report->n_problems > 0)
    g_error ("%s", (const char *)g_ptr_array_index (report->problems, 0));
  g_assert_true (report->is_done);
}

/* Imports what must be refused, with just these problems. */
void
place_assert_problems (Place *self, const char *name, const char *const *problems)
{
  g_autoptr (TdImportReport) report = place_import (self, name);
  g_autofree char *found = NULL;
  g_autofree char *expected = g_strjoinv ("\n", (char **)problems);

  g_ptr_array_add (report->problems, NULL);
  found = g_strjoinv ("\n", (char **)report->problems->pdata);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (report->n_problems, ==, g_strv_length ((char **)problems));
  g_assert_false (report->is_done);
}

typedef struct archive Archive;
typedef struct archive_entry Entry;

static la_ssize_t
take_bytes (Archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint)length);
  return (la_ssize_t)length;
}

static void
add_part (Archive *archive, const Part *part)
{
  Entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, part->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t)strlen (part->text));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, part->text, strlen (part->text)), ==, strlen (part->text));
  archive_entry_free (entry);
}

static GBytes *
write_zip (const Part *parts, guint n_parts, const char *options)
{
  GByteArray *bytes = g_byte_array_new ();
  Archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_set_options (archive, options), ==, ARCHIVE_OK);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, take_bytes, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_parts; i++)
    add_part (archive, &parts[i]);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
zip_parts (const Part *parts, guint n_parts)
{
  return write_zip (parts, n_parts, "zip:compression=deflate");
}

/* Without compression, which takes longer than reading a small workbook. */
GBytes *
zip_parts_stored (const Part *parts, guint n_parts)
{
  return write_zip (parts, n_parts, "zip:compression=store");
}

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN     "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"

static const char top_relations[] = "<Relationships><Relationship Id='r1' Type='" RELATION
                                    "/officeDocument' Target='xl/workbook.xml'/></Relationships>";

static const char book_relations[]
  = "<Relationships><Relationship Id='r1' Type='" RELATION "/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='" RELATION "/sharedStrings' Target='/xl/sharedStrings.xml'/>"
    "<Relationship Id='r3' Type='" RELATION "/styles' Target='styles.xml'/></Relationships>";

static const char strings[] = "<sst " MAIN "><si><t>Nguyễn</t></si>"
                              "<si><r><t xml:space='preserve'>hai </t></r><r><t>mảnh</t></r><rPh><t>x</t></rPh></si>"
                              "<si><t>a_x000A_b_x005F_x0041_</t></si><si/></sst>";

/* Styles 0: general, 1: a built-in date, 2: an own date, 3: a time, 4: a number with a word that holds a d; from 5 on
 * three more dates, then four more that are none. */
static const char styles[]
  = "<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='[$-42A]dd/mm/yyyy;@'/>"
    "<numFmt numFmtId='165' formatCode='h:mm:ss'/><numFmt numFmtId='166' formatCode='0 \"đồng, day\"[Red]'/>"
    "<numFmt numFmtId='167' formatCode='\"ngày\" dd \"tháng\" m'/><numFmt numFmtId='168' formatCode='mmmm'/>"
    "<numFmt numFmtId='169' formatCode='[$-1042A]d\\ mm\\/yyyy'/><numFmt numFmtId='170' formatCode='[dd]:mm'/>"
    "<numFmt numFmtId='171' formatCode='0.00E+00'/><numFmt numFmtId='172' formatCode='_d* #,##0\\ \\đ_-'/>"
    "<numFmt numFmtId='173' formatCode='\"d'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
    "numFmtId='166'/>"
    "<xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='169'/><xf numFmtId='170'/><xf numFmtId='171'/>"
    "<xf numFmtId='172'/><xf numFmtId='173'/></cellXfs>"
    "</styleSheet>";

/* A workbook of one sheet, persons, with @cells in its rows; other parts as spreadsheet programs write them. */
GBytes *
zip_sheet (const char *cells)
{
  g_autofree char *sheet = g_strdup_printf ("<worksheet " MAIN "><sheetData>%s</sheetData></worksheet>", cells);
  const Part parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "_rels/.rels", top_relations },
    { "xl/workbook.xml",
      "<workbook " MAIN " xmlns:r='" RELATION "'><sheets><sheet name='persons' sheetId='1' r:id='r1'/>"
      "</sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels", book_relations },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/sharedStrings.xml", strings },
    { "xl/styles.xml", styles },
  };

  return zip_parts (parts, G_N_ELEMENTS (parts));
}

/* The first sheet's rows as `line[cell|cell]`, faults as `line!`; NULL where the workbook is refused. */
char *
describe_sheet (TdWorkbook *workbook, GError **error)
{
  g_autoptr (TdSheet) sheet = workbook != NULL ? td_sheet_open (workbook, 0, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (sheet == NULL)
    return NULL;
  for (;;)
    {
      g_autoptr (GError) failure = NULL;
      const TdRecord *record = td_sheet_next (sheet, NULL, &failure);

      if (failure != NULL && failure->code == TD_EXCHANGE_ERROR_RECORD)
        {
          g_string_append_printf (text, "%u!", td_sheet_get_line (sheet));
          continue;
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (record == NULL)
        return g_string_free (g_steal_pointer (&text), FALSE);
      g_string_append_printf (text, "%u[", record->line);
      for (guint i = 0; i < MIN (record->n_cells, TD_RECORD_MAX_CELLS); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", record->cells[i]);
      g_string_append (text, "]");
    }
}

void
assert_workbook_refused (GBytes *zip, TdExchangeError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);
  g_autofree char *found = describe_sheet (workbook, &error);

  g_assert_null (found);
  g_assert_error (error, TD_EXCHANGE_ERROR, (int)code);
}
