/* test-workbook.c: what the cells of a workbook become, and that written workbooks come back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-writer.h"
#include "test-files.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_reads (const char *cells, const char *expected)
{
  g_autoptr (GBytes) zip = zip_sheet (cells);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);
  g_autofree char *found = describe_sheet (workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (td_workbook_get_sheet_name (workbook, 0), ==, "persons");
  g_assert_cmpstr (found, ==, expected);
}

static void
test_texts (void)
{
  assert_reads ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>", "1[Nguyễn|hai mảnh]");
  assert_reads ("<row><c t='inlineStr'><is><t>a &lt; b</t></is></c><c t='s'><v>2</v></c></row>",
                "1[a < b|a\nb_x0041_]");
  assert_reads ("<row><c t='str'><f>A1&amp;\"x\"</f><v>result</v></c><c><f>1+1</f><v>2</v></c></row>", "1[result|2]");
}

static void
test_numbers (void)
{
  assert_reads ("<row><c><v>5000000</v></c><c><v>3.8095001234E10</v></c><c><v>0.1</v></c><c><v>-2.50</v></c></row>",
                "1[5000000|38095001234|0.1|-2.5]");
  assert_reads ("<row><c><v>9007199254740992</v></c><c t='b'><v>1</v></c><c t='b'><v>0</v></c></row>",
                "1[9007199254740992|yes|no]");
}

static void
test_dates (void)
{
  assert_reads ("<row><c s='1'><v>45991</v></c><c s='2'><v>45991.75</v></c><c s='0'><v>45991</v></c></row>",
                "1[2025-11-30|2025-11-30|45991]");
  assert_reads ("<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c></row>",
                "1[1900-01-01|1900-02-28|60|1900-03-01]");
  assert_reads (
    "<row><c s='3'><v>0.5</v></c><c s='4'><v>12</v></c><c s='1'><v>1E300</v></c><c s='99'><v>1</v></c></row>",
    "1[0.5|12|1e+300|1]");
  assert_reads ("<row><c s='5'><v>45991</v></c><c s='6'><v>45991</v></c><c s='7'><v>45991</v></c><c s='8'><v>1</v></c>"
                "<c s='9'><v>2</v></c><c s='10'><v>3</v></c><c s='11'><v>4</v></c></row>",
                "1[2025-11-30|2025-11-30|2025-11-30|1|2|3|4]");
  assert_reads ("<row><c t='d'><v>2025-11-30T00:00:00Z</v></c><c t='d'><v>2025-11-3ɫ00</v></c></row>",
                "1[2025-11-30|2025-11-3ɫ00]");
}

static void
test_gaps (void)
{
  assert_reads ("<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>2</v></c><c r='D2' s='1'/></row>"
                "<row r='3'/><row r='4'><c r='A4'/><c r='B4' t='s'><v>3</v></c></row>"
                "<row r='7'><c r='B7'><v>3</v></c></row><row r='8'><c r='E8'><v>4</v></c></row>",
                "2[1||2]7[|3|]8[||||4]");
}

static void
test_formula_error (void)
{
  assert_reads ("<row><c><v>1</v></c></row><row><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row><row><c><v>2</v></c></row>",
                "1[1]2!3[2]");
}

static void
test_1904 (void)
{
  static const char types[] = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  g_autofree char *top = g_strdup_printf (
    "<Relationships><Relationship Id='a' Type='%s/officeDocument' Target='/book.xml'/></Relationships>", types);
  g_autofree char *book = g_strdup_printf ("<Relationships><Relationship Id='b' Type='%s/worksheet' Target='s.xml'/>"
                                           "<Relationship Id='c' Type='%s/styles' Target='./st.xml'/></Relationships>",
                                           types, types);
  const Part parts[] = {
    { "_rels/.rels", top },
    { "book.xml", "<x:workbook xmlns:x='u' xmlns:q='v'><x:workbookPr date1904='1'/><x:sheets>"
                  "<x:sheet name='persons' q:id='b'/></x:sheets></x:workbook>" },
    { "_rels/book.xml.rels", book },
    { "S.xml", "<x:worksheet xmlns:x='u'><x:sheetData><x:row><x:c s='0'><x:v>44529</x:v></x:c></x:row></x:sheetData>"
               "</x:worksheet>" },
    { "st.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>" },
  };
  g_autoptr (GBytes) zip = zip_parts (parts, G_N_ELEMENTS (parts));
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);
  g_autofree char *found = describe_sheet (workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "1[2025-11-30]");
}

static void
write_sample (const char *path, const TdRegister *reg, const char *const *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbookWriter) writer = td_workbook_writer_new (path, &error);
  g_autofree TdExportColumn *columns = g_new0 (TdExportColumn, reg->n_fields);

  g_assert_no_error (error);
  for (guint i = 0; i < reg->n_fields; i++)
    td_export_column_init (&columns[i], &reg->fields[i], reg->fields[i].name, FALSE);
  g_assert_true (td_workbook_writer_start_sheet (writer, "a \"sheet\" & more", columns, reg->n_fields, &error));
  g_assert_true (td_workbook_writer_add_row (writer, values, &error));
  g_assert_true (td_workbook_writer_close (writer, &error));
  for (guint i = 0; i < reg->n_fields; i++)
    td_export_column_clear (&columns[i]);
}

static void
assert_written (const char *name, const char *const *values, const char *expected)
{
  g_autofree char *folder = g_dir_make_tmp ("workbook-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = NULL;
  g_autofree char *found = NULL;

  write_sample (path, td_register_find (name), values);
  workbook = td_workbook_open (path, &error);
  found = describe_sheet (workbook, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (strchr (found, ']') + 1, ==, expected);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_round_trip (void)
{
  static const char *const person[] = { "=1+1", "Nguyễn Văn \"A\" <&>", "1899-12-31",          "male", "038095001234",
                                        NULL,   "two\nlines",           "_x0041_ \xEF\xBF\xBE" };
  static const char *const early[] = { "p", "n", "1900-02-28", NULL, NULL, NULL, "\ta", NULL };
  static const char *const day[] = { "p", "n", "1900-03-01", NULL, "https://x.invalid", NULL, NULL, NULL };
  static const char *const support[] = { "p", "loan", "2025-11-30", "2024-02-29", NULL, "999999999999999" };
  static const char *const rich[] = { "p", "loan", "2025-11-30", NULL, NULL, "9223372036854775807" };

  assert_written ("persons", person,
                  "2[=1+1|Nguyễn Văn \"A\" <&>|1899-12-31|male|038095001234||two\nlines|_x0041_ \xEF\xBF\xBE]");
  assert_written ("persons", early, "2[p|n|1900-02-28||||\ta|]");
  assert_written ("persons", day, "2[p|n|1900-03-01||https://x.invalid|||]");
  assert_written ("supports", support, "2[p|loan|2025-11-30|2024-02-29||999999999999999]");
  assert_written ("supports", rich, "2[p|loan|2025-11-30|||9223372036854775807]");
}

static void
test_long_cell (void)
{
  g_autoptr (GString) cells = g_string_new ("<row><c t='inlineStr'><is><t>x");
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (TdWorkbook) workbook = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (cells, "ế");
  g_string_append (cells, "</t></is></c><c><v>1</v></c></row>");
  zip = zip_sheet (cells->str);
  workbook = td_workbook_open_bytes (zip, NULL);
  found = describe_sheet (workbook, NULL);
  g_assert_true (g_utf8_validate (found, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (found, -1), >, 20000);
  g_assert_true (g_str_has_suffix (found, "|1]"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/texts", test_texts);
  g_test_add_func ("/workbook/numbers", test_numbers);
  g_test_add_func ("/workbook/dates", test_dates);
  g_test_add_func ("/workbook/1904", test_1904);
  g_test_add_func ("/workbook/gaps", test_gaps);
  g_test_add_func ("/workbook/formula-error", test_formula_error);
  g_test_add_func ("/workbook/round-trip", test_round_trip);
  g_test_add_func ("/workbook/long-cell", test_long_cell);
  return g_test_run ();
}
