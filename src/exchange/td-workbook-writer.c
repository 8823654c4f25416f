/* td-workbook-writer.c: the parts of a workbook. Rows go out as they come; what lists the sheets is written last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-writer.h"

#include "td-sheet-writer.h"
#include "td-zip.h"

#include <glib/gi18n-lib.h>

/* How much of a sheet is gathered before it goes out. */
#define BATCH (64 * 1024)

/* A sheet's name is no longer, in characters. */
#define MAX_NAME 31

#define XML_HEAD   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE     "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE    "http://schemas.openxmlformats.org/package/2006/relationships"
#define MAIN       "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml"

struct _TdWorkbookWriter
{
  TdZip *zip;
  GPtrArray *names; /* of the sheets */
  GString *xml;     /* of the sheet at hand, what has not gone out yet */
  const TdExportColumn *columns;
  guint n_columns;
  guint n_rows; /* of the sheet at hand, its head among them; 0 before the first sheet */
};

static const char relations[] = XML_HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n";

/* In the order of the styles in td-sheet-writer.h. */
static const char styles[] = XML_HEAD
  "<styleSheet xmlns=\"" MAIN "\">"
  "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
  "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
  "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
  "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
  "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
  "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
  "<border><left/><right/><top/><bottom style=\"thin\"/><diagonal/></border></borders>"
  "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
  "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
  "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\""
  " applyFont=\"1\" applyBorder=\"1\"/>"
  "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
  "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
  "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
  "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
  "</styleSheet>\n";

/**
 * td_workbook_writer_new:
 * @path: a file, which is replaced
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): a workbook without sheets
 */
TdWorkbookWriter *
td_workbook_writer_new (const char *path, GError **error)
{
  TdZip *zip = td_zip_new (path, error);
  TdWorkbookWriter *self;

  if (zip == NULL)
    return NULL;
  self = g_new0 (TdWorkbookWriter, 1);
  self->zip = zip;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->xml = g_string_sized_new (2 * BATCH);
  return self;
}

void
td_workbook_writer_free (TdWorkbookWriter *self)
{
  td_zip_free (self->zip);
  g_ptr_array_unref (self->names);
  g_string_free (self->xml, TRUE);
  g_free (self);
}

static gboolean
flush (TdWorkbookWriter *self, GError **error)
{
  gboolean written = td_zip_write (self->zip, self->xml->str, self->xml->len, error);

  g_string_truncate (self->xml, 0);
  return written;
}

static gboolean
end_sheet (TdWorkbookWriter *self, GError **error)
{
  if (self->n_rows == 0)
    return TRUE;
  td_sheet_write_end (self->xml, self->n_columns, self->n_rows);
  return flush (self, error);
}

/**
 * td_workbook_writer_start_sheet:
 * @self: a workbook
 * @name: a name that no other sheet has
 * @columns: (array length=n_columns): its columns, which must live as long as the sheet is written
 * @n_columns: how many, at least one
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Adds a sheet with the head row; the rows that follow are its own.
 */
gboolean
td_workbook_writer_start_sheet (TdWorkbookWriter *self, const char *name, const TdExportColumn *columns,
                                guint n_columns, GError **error)
{
  g_autofree char *part = NULL;

  if (!end_sheet (self, error))
    return FALSE;
  g_ptr_array_add (self->names, g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME)));
  part = g_strdup_printf ("xl/worksheets/sheet%u.xml", self->names->len);
  self->columns = columns;
  self->n_columns = n_columns;
  self->n_rows = 1;
  td_sheet_write_start (self->xml, columns, n_columns);
  return td_zip_start (self->zip, part, error);
}

/**
 * td_workbook_writer_add_row:
 * @self: a workbook with a sheet
 * @values: a row's values, one for each column, %NULL for what is not known
 * @error: %TD_EXCHANGE_ERROR_WRITE, or %TD_EXCHANGE_ERROR_LIMIT where the sheet is full
 */
gboolean
td_workbook_writer_add_row (TdWorkbookWriter *self, const char *const *values, GError **error)
{
  if (self->n_rows == TD_SHEET_MAX_ROWS)
    {
      g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT,
                           _ ("a register has more rows than a sheet can hold; export to CSV"));
      return FALSE;
    }
  td_sheet_write_row (self->xml, self->columns, self->n_columns, ++self->n_rows, values);
  return self->xml->len < BATCH || flush (self, error);
}

static gboolean
write_part (TdWorkbookWriter *self, const char *name, GError **error)
{
  return td_zip_start (self->zip, name, error) && flush (self, error);
}

static gboolean
write_sheet_list (TdWorkbookWriter *self, GError **error)
{
  g_string_append (self->xml, XML_HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets>");
  for (guint i = 0; i < self->names->len; i++)
    {
      g_string_append (self->xml, "<sheet name=\"");
      td_sheet_write_text (self->xml, g_ptr_array_index (self->names, i));
      g_string_append_printf (self->xml, "\" sheetId=\"%u\" r:id=\"rId%u\"/>", i + 1, i + 1);
    }
  g_string_append (self->xml, "</sheets></workbook>\n");
  return write_part (self, "xl/workbook.xml", error);
}

static gboolean
write_sheet_relations (TdWorkbookWriter *self, GError **error)
{
  g_string_append (self->xml, XML_HEAD "<Relationships xmlns=\"" PACKAGE "\">");
  for (guint i = 1; i <= self->names->len; i++)
    g_string_append_printf (
      self->xml, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet%u.xml\"/>", i, i);
  g_string_append_printf (
    self->xml, "<Relationship Id=\"rId%u\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>\n",
    self->names->len + 1);
  return write_part (self, "xl/_rels/workbook.xml.rels", error);
}

static gboolean
write_types (TdWorkbookWriter *self, GError **error)
{
  g_string_append (self->xml,
                   XML_HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            "<Default Extension=\"rels\""
                            " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEET_TYPE ".sheet.main+xml\"/>"
                            "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEET_TYPE ".styles+xml\"/>");
  for (guint i = 1; i <= self->names->len; i++)
    g_string_append_printf (self->xml,
                            "<Override PartName=\"/xl/worksheets/sheet%u.xml\""
                            " ContentType=\"" SHEET_TYPE ".worksheet+xml\"/>",
                            i);
  g_string_append (self->xml, "</Types>\n");
  return write_part (self, "[Content_Types].xml", error);
}

/**
 * td_workbook_writer_close:
 * @self: a workbook with a sheet
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Writes the file; nothing can be added after.
 */
gboolean
td_workbook_writer_close (TdWorkbookWriter *self, GError **error)
{
  if (!end_sheet (self, error))
    return FALSE;
  g_string_append (self->xml, styles);
  if (!write_part (self, "xl/styles.xml", error))
    return FALSE;
  g_string_append (self->xml, relations);
  return write_part (self, "_rels/.rels", error) && write_sheet_list (self, error)
         && write_sheet_relations (self, error) && write_types (self, error) && td_zip_close (self->zip, error);
}

/**
 * td_workbook_writer_get_n_bytes:
 * @self: a closed workbook
 *
 * Returns: what td_package_verify() must find in it
 */
guint64
td_workbook_writer_get_n_bytes (TdWorkbookWriter *self)
{
  return td_zip_get_n_bytes (self->zip);
}
