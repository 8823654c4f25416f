/* test-ods.c: what the cells of a workbook of OpenDocument become, and that hostile ones are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake.h"
#include "test-files.h"

#include <string.h>

/* The prefixes are of no matter to a reader, so they are short here. */
#define NAMES                                                                                                          \
  "xmlns='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                                                           \
  "xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                                                        \
  "xmlns:x='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"

/* Writes out the names of what there is most of: r for a row, c for a cell. */
static char *
write_out (const char *rows)
{
  static const char *const names[][2] = {
    { "<r>", "<table-row>" },  { "<r ", "<table-row " },    { "</r>", "</table-row>" },  { "<c>", "<table-cell>" },
    { "<c ", "<table-cell " }, { "</c>", "</table-cell>" }, { "<c/>", "<table-cell/>" }, { "<r/>", "<table-row/>" },
  };
  GString *text = g_string_new (rows);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_replace (text, names[i][0], names[i][1], 0);
  return g_string_free (text, FALSE);
}

/* A workbook with @body where its sheets stand. */
static GBytes *
zip_body (const char *body)
{
  g_autofree char *sheets = write_out (body);
  g_autofree char *content
    = g_strdup_printf ("<o:document-content " NAMES "><o:automatic-styles/><o:body><o:spreadsheet>%s</o:spreadsheet>"
                       "</o:body></o:document-content>",
                       sheets);
  const Part parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { "META-INF/manifest.xml", "<m:manifest xmlns:m='u'><m:file-entry/></m:manifest>" },
  };

  return zip_parts (parts, G_N_ELEMENTS (parts));
}

/* A workbook of one sheet, persons, with @rows. */
static GBytes *
zip_rows (const char *rows)
{
  g_autofree char *body
    = g_strdup_printf ("<table name='persons'><table-column number-columns-repeated='16384'/>%s</table>", rows);

  return zip_body (body);
}

static void
assert_describes (GBytes *zip, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);
  g_autofree char *found = describe_sheet (workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (td_workbook_get_sheet_name (workbook, 0), ==, "persons");
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_reads (const char *rows, const char *expected)
{
  g_autoptr (GBytes) zip = zip_rows (rows);

  assert_describes (zip, expected);
}

static void
assert_rows_refused (const char *rows, TdExchangeError code)
{
  g_autoptr (GBytes) zip = zip_rows (rows);

  assert_workbook_refused (zip, code);
}

static void
test_texts (void)
{
  assert_reads ("<r><c><p>Nguyễn <span>Văn</span> <a>A</a> &lt;&amp;&gt;</p></c></r>", "1[Nguyễn Văn A <&>]");
  assert_reads ("<r><c><p>một</p><p/><p>ba</p></c><c><p>a<line-break/>b</p></c></r>", "1[một\n\nba|a\nb]");
  assert_reads ("<r><c><p>a <s c='2'/>b<s/><tab/>c</p></c><c><p>\n  x \n  y\n</p></c></r>", "1[a   b \tc|x y ]");
  assert_reads ("<r><c><p><ruby><ruby-base>名</ruby-base><ruby-text>x</ruby-text></ruby></p></c></r>", "1[名]");
  assert_reads ("<r><c o:value-type='string'><p>038090000001</p></c><c><p>=1+1</p></c></r>", "1[038090000001|=1+1]");
  assert_reads ("<r><c o:string-value='a&#10;b' o:value-type='string'><p>c</p></c></r>", "1[a\nb]");
}

static void
test_asides (void)
{
  assert_reads ("<r><c><o:annotation><p>a note</p></o:annotation><p>cell<o:annotation><p>x</p></o:annotation></p>"
                "<frame><text-box><p>drawn</p></text-box></frame></c>"
                "<c><o:annotation><p>only a note</p></o:annotation></c></r>",
                "1[cell]");
}

static void
test_values (void)
{
  assert_reads ("<r><c o:value-type='float' o:value='38090000123'><p>3,8E+10</p></c>"
                "<c o:value-type='float' o:value='3.8090000123E+10'/>"
                "<c o:value-type='currency' o:value='5000000' o:currency='VND'><p>5.000.000 ₫</p></c>"
                "<c o:value-type='percentage' o:value='0.5'><p>50%</p></c>"
                "<c o:value-type='float' o:value='-2.50'><p>-2,5</p></c></r>",
                "1[38090000123|38090000123|5000000|0.5|-2.5]");
  assert_reads ("<r><c o:value-type='date' o:date-value='2025-11-30'><p>30/11/25</p></c>"
                "<c o:value-type='date' o:date-value='2025-11-30T08:30:00'><p>30 thg 11</p></c>"
                "<c o:value-type='boolean' o:boolean-value='true'><p>ĐÚNG</p></c>"
                "<c o:value-type='boolean' o:boolean-value='false'><p>SAI</p></c>"
                "<c o:value-type='time' o:time-value='PT08H00M00S'><p>08:00</p></c></r>",
                "1[2025-11-30|2025-11-30|yes|no|08:00]");
  assert_reads ("<r><c formula='of:=TRUE()' o:value-type='float' o:value='1'><p>TRUE</p></c>"
                "<c formula='of:=FALSE()' o:value-type='float' o:value='0'><p>FALSE</p></c></r>",
                "1[yes|no]");
  /* A day that is none is not cut within a letter. */
  assert_reads ("<r><c o:value-type='date' o:date-value='2025-11-3ɫ08:00'/></r>", "1[2025-11-3ɫ08:00]");
  /* Of two attributes of one name, that of the standard counts. */
  assert_reads ("<r><c x:value-type='string' o:value='7' o:value-type='float'/></r>", "1[7]");
}

static void
test_faults (void)
{
  assert_reads ("<r><c><p>#N/A</p></c></r>"
                "<r><c formula='of:=1/0' o:value-type='string' o:string-value='' x:value-type='error'>"
                "<p>#DIV/0!</p></c></r>"
                "<r><c formula='of:=1/0' o:value-type='string' o:string-value='#DIV/0!'/></r>"
                "<r><c formula='of:=1+1' o:value-type='float' o:value='2'/></r>",
                "1[#N/A]2!3!4[2]");
}

static void
test_gaps (void)
{
  assert_reads ("<r number-rows-repeated='2'><c number-columns-repeated='16384'/></r>"
                "<r><c number-columns-spanned='3'><p>a title</p></c>"
                "<covered-table-cell number-columns-repeated='2'><p>unseen</p></covered-table-cell>"
                "<c><p>b</p></c><c number-columns-repeated='16380'/></r>"
                "<r><c/><c><p>c</p></c></r><r><c number-columns-repeated='16384'/></r>"
                "<r number-rows-repeated='1048571'><c number-columns-repeated='16384'/></r>",
                "3[a title|||b]4[|c||]");
}

static void
test_repeated (void)
{
  assert_reads ("<r number-rows-repeated='3'><c number-columns-repeated='2' o:value-type='float' o:value='1'/>"
                "<c><p>x</p></c></r><r/><r><c><p>y</p></c></r>",
                "1[1|1|x]2[1|1|x]3[1|1|x]5[y||]");
}

static void
test_groups (void)
{
  assert_reads ("<shapes><frame><table><r><c><p>drawn</p></c></r></table></frame></shapes>"
                "<table-header-rows><r><c><p>head</p></c></r></table-header-rows>"
                "<table-row-group><table-rows><r><c><p>row</p></c></r></table-rows></table-row-group>",
                "1[head]2[row]");
}

static void
test_sheets (void)
{
  g_autoptr (GBytes) zip
    = zip_body ("<tracked-changes><c><p>was</p></c></tracked-changes>"
                "<table name='persons'><r><c><p>a</p></c></r></table><table name='empty'/>"
                "<table name='units'><r><c><p>b</p></c></r></table>"
                "<named-expressions/><dde-links><dde-link><table name='elsewhere'/></dde-link></dde-links>");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);
  g_autoptr (TdSheet) empty = NULL, units = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (td_workbook_get_n_sheets (workbook), ==, 3);
  g_assert_cmpuint (td_workbook_get_sheet_size (workbook, 0), >, 0);
  empty = td_sheet_open (workbook, 1, &error);
  g_assert_null (td_sheet_next (empty, NULL, &error));
  g_assert_no_error (error);
  units = td_sheet_open (workbook, 2, &error);
  g_assert_cmpstr (td_workbook_get_sheet_name (workbook, 2), ==, "units");
  g_assert_cmpstr (td_sheet_next (units, NULL, &error)->cells[0], ==, "b");
  g_assert_null (td_sheet_next (units, NULL, &error));
  g_assert_null (td_sheet_next (units, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (td_sheet_get_position (units), ==, td_workbook_get_sheet_size (workbook, 2));
}

/* A foreign table, with a title over its columns; a formula's error is shown where it stands. */
static void
test_intake (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GBytes) zip
    = zip_rows ("<r><c number-columns-spanned='2'><p>DANH SÁCH</p></c><covered-table-cell/></r>"
                "<r><c><p>Họ và tên</p></c><c><p>Ngày sinh</p></c></r>"
                "<r><c><p>Vi Bịa</p></c><c o:value-type='date' o:date-value='1990-02-28'/></r>"
                "<r><c><p>Lò Bịa</p></c><c formula='of:=A1' x:value-type='error'><p>#N/A</p></c></r>");
  g_autofree char *path = place_path (place, "foreign.ods");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) intakes = NULL;
  TdIntake *intake;

  g_file_set_contents (path, g_bytes_get_data (zip, NULL), (gssize)g_bytes_get_size (zip), NULL);
  intakes = td_intakes_read ((const char *[]){ path, NULL }, NULL, &error);
  g_assert_no_error (error);
  intake = g_ptr_array_index (intakes, 0);
  g_assert_cmpuint (td_intake_get_start (intake), ==, 2);
  g_assert_cmpstr (intake->reg->name, ==, "persons");
  g_assert_cmpstr (td_intake_get (intake, 2, 1), ==, "1990-02-28");
  g_assert_cmpstr (td_intake_get (intake, 3, 1), ==, "#N/A");
}

/* Rows and cells that only carry a style cost nothing, filled ones as much as if they stood in the file. */
static void
test_bombs (void)
{
  gint64 start = g_get_monotonic_time ();

  assert_rows_refused ("<r number-rows-repeated='1048576'><c><p>ten bytes.</p></c></r>", TD_EXCHANGE_ERROR_LIMIT);
  assert_rows_refused ("<r number-rows-repeated='99999'><c number-columns-repeated='16384' o:value-type='float' "
                       "o:value='1'/></r>",
                       TD_EXCHANGE_ERROR_LIMIT);
  assert_rows_refused ("<r number-rows-repeated='2000000'><c x:value-type='error'/></r>", TD_EXCHANGE_ERROR_FORMAT);
  assert_rows_refused ("<r number-rows-repeated='18446744073709551615'><c><p>x</p></c></r>", TD_EXCHANGE_ERROR_FORMAT);
  assert_rows_refused ("<r><c number-columns-repeated='16384'/><c><p>x</p></c></r>", TD_EXCHANGE_ERROR_FORMAT);
  assert_rows_refused ("<r><c number-columns-repeated='1000000'><p>x</p></c></r>", TD_EXCHANGE_ERROR_FORMAT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
assert_cuts (const char *cell)
{
  g_autofree char *rows = g_strdup_printf ("<r><c><p>%s</p></c><c><p>y</p></c></r>", cell);
  g_autoptr (GBytes) zip = zip_rows (rows);
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, NULL);
  g_autofree char *found = describe_sheet (workbook, NULL);

  g_assert_true (g_utf8_validate (found, -1, NULL));
  g_assert_cmpuint (strlen (found), >, TD_RECORD_MAX_CELL_BYTES - 4);
  g_assert_cmpuint (strlen (found), <, TD_RECORD_MAX_CELL_BYTES + 9);
  g_assert_true (g_str_has_suffix (found, "|y]"));
}

static void
test_long_texts (void)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 40000; i++)
    g_string_append (words, "ế");
  assert_cuts (words->str);
  assert_cuts ("x<s c='18446744073709551615'/>");
}

static void
assert_refused_with (const Part *parts, guint n_parts, const char *words)
{
  g_autoptr (GBytes) zip = zip_parts (parts, n_parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (zip, &error);

  g_assert_null (workbook);
  g_assert_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_other_documents (void)
{
  const Part locked[] = {
    { "META-INF/manifest.xml", "<m:manifest xmlns:m='u'><m:file-entry m:full-path='content.xml'><m:encryption-data/>"
                               "</m:file-entry></m:manifest>" },
    { "content.xml", "\x01\x02\x03" },
  };
  const Part wholly_locked[] = {
    { "META-INF/manifest.xml", "<m:manifest xmlns:m='u'><m:file-entry m:full-path='encrypted-package'>"
                               "<m:encryption-data/></m:file-entry></m:manifest>" },
    { "encrypted-package", "\x01\x02\x03" },
  };
  const Part letter[] = { { "content.xml", "<o:document-content xmlns:o='u'><o:body><o:text/></o:body>"
                                           "</o:document-content>" } };
  const Part broken[] = { { "content.xml", "<o:document-content xmlns:o='u'><o:body>" } };
  const Part typed[] = { { "content.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>" } };

  assert_refused_with (locked, G_N_ELEMENTS (locked), "password");
  assert_refused_with (wholly_locked, G_N_ELEMENTS (wholly_locked), "password");
  assert_refused_with (letter, G_N_ELEMENTS (letter), "not a workbook");
  assert_refused_with (broken, G_N_ELEMENTS (broken), "damaged");
  assert_refused_with (typed, G_N_ELEMENTS (typed), "damaged");
}

/* No byte of a workbook, changed, brings the reader down. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) zip = zip_rows ("<r><c><p>a</p></c><c o:value-type='date' o:date-value='2025-11-30'/></r>");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (zip, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TdWorkbook) workbook = NULL;
      g_autofree char *found = NULL;

      copy[i] ^= 0x41;
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      workbook = td_workbook_open_bytes (damaged, NULL);
      found = describe_sheet (workbook, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods/texts", test_texts);
  g_test_add_func ("/ods/asides", test_asides);
  g_test_add_func ("/ods/values", test_values);
  g_test_add_func ("/ods/faults", test_faults);
  g_test_add_func ("/ods/gaps", test_gaps);
  g_test_add_func ("/ods/repeated", test_repeated);
  g_test_add_func ("/ods/groups", test_groups);
  g_test_add_func ("/ods/sheets", test_sheets);
  g_test_add_func ("/ods/intake", test_intake);
  g_test_add_func ("/ods/hostile/bombs", test_bombs);
  g_test_add_func ("/ods/hostile/long-texts", test_long_texts);
  g_test_add_func ("/ods/hostile/other-documents", test_other_documents);
  g_test_add_func ("/ods/hostile/damaged", test_damaged);
  return g_test_run ();
}
