/* test-refusals.c: every kind of bad row, each named with its line, its column and what would be right, and that one of
 * them keeps the database as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export.h"
#include "test-files.h"

#include <string.h>

#define PROBLEMS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_cells (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *long_text = g_strnfill (TD_CELL_MAX + 1, 'x');
  g_autofree char *text = g_strconcat ("id,full_name,birth_date,sex,note\n"
                                       "p1,,31/02/1990,male,\n"
                                       ",Tên,2025-12-01,x,\n"
                                       "p3,\xFF,,,a\x01\n"
                                       "p4,Tên,,,",
                                       long_text, "\np5,Tên,30/11/2025,Nữ,\n", NULL);

  place_write (place, "persons.csv", text);
  place_assert_problems (
    place, "persons.csv",
    PROBLEMS ("persons.csv:2: full_name: is empty; every row needs it",
              "persons.csv:2: birth_date: is not a date; write it as 30/11/2025 or 2025-11-30",
              "persons.csv:3: id: is empty; every row needs it",
              "persons.csv:3: birth_date: lies in the future; write a day up to today, 30/11/2025",
              "persons.csv:3: sex: is not one of its words; write one of: male (nam), female (nữ)",
              "persons.csv:4: full_name: is not valid UTF-8; save the file again with the encoding UTF-8",
              "persons.csv:4: note: holds a control character; type it again",
              "persons.csv:5: note: is longer than 4096 characters; shorten it"));
}

static void
test_amount (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "in/persons.csv", "id,full_name\np1,Tên\n");
  place_write (place, "in/supports.csv", "person,kind,from,amount\np1,loan,2025-01-01,5 triệu\n");
  place_assert_problems (
    place, "in",
    PROBLEMS ("supports.csv:2: amount: is not a whole number of đồng; write digits alone, such as 5000000"));
}

static void
test_heads (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "in/registrations.csv", "unit,registered_on,Đơn vị,colour,\n16174,2025-01-01,16174,red,\n");
  place_write (place, "in/persons.csv", "sex\nnam\n");
  place_write (place, "in/residences.csv", "");
  place_write (place, "in/colours.csv", "id\n1\n");
  place_assert_problems (
    place, "in",
    PROBLEMS ("colours.csv: does not bear the name of a register; name it after one of: units, registrations, reviews, "
              "households, persons, residences, classifications, management_records, treatments, detentions, tests, "
              "supports, hotspots, cases, offenders, fugitives, models",
              "registrations.csv:1: unit: this column stands here twice; keep one of them",
              "registrations.csv:1: “colour” is not a column of this register; write one of: unit (Đơn vị), "
              "registered_on (Ngày đăng ký)",
              "registrations.csv:1: a column has no heading; write one of: unit (Đơn vị), registered_on (Ngày đăng ký)",
              "persons.csv:1: id: this column is missing; every row needs it",
              "persons.csv:1: full_name: this column is missing; every row needs it",
              "residences.csv:1: is empty; write the columns' names into its first row"));
}

static void
test_ragged (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "persons.csv", "id,full_name,sex\np1,Tên\np2,Tên,nam,\np3,Tên,nam\n");
  place_assert_problems (
    place, "persons.csv",
    PROBLEMS ("persons.csv:2: has 2 cells under 3 headings; leave a cell empty rather than out, and "
              "put a cell that holds the separator between quotation marks",
              "persons.csv:3: has 4 cells under 3 headings; leave a cell empty rather than out, and "
              "put a cell that holds the separator between quotation marks"));
}

static void
test_quotes (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "persons.csv", "id,full_name\np1,\"Tên\" khác\np2,Tên \"khác\"\np3,\np4,\"Tên\np5,Tên\n");
  place_assert_problems (
    place, "persons.csv",
    PROBLEMS (
      "persons.csv:2: text stands behind a closing quotation mark; double each quotation mark that belongs to the "
      "text",
      "persons.csv:3: a quotation mark stands within a cell that does not start with one; put the whole cell "
      "between quotation marks and double those that belong to its text",
      "persons.csv:4: full_name: is empty; every row needs it",
      "persons.csv:5: a quotation mark opens here and is not closed; close it"));
}

static void
test_references (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "in/persons.csv", "id,full_name\np1,Tên\np2,\n");
  /* p2 is a bad row: that a row refers to it is not to be blamed on that row. */
  place_write (place, "in/residences.csv",
               "person,from,unit\np1,2025-01-01,X1\np9,2025-01-01,16174\np2,2025-01-01,16174\n");
  place_write (place, "in/offenders.csv", "id,case,person,unit,liability\no1,c9,p8,X2,criminal\n");
  place_assert_problems (
    place, "in",
    PROBLEMS ("persons.csv:3: full_name: is empty; every row needs it",
              "residences.csv:2: unit: no row of “units” has this key; add that row or correct the key",
              "residences.csv:3: person: no row of “persons” has this key; add that row or correct the key",
              "offenders.csv:2: case: no row of “cases” has this key; add that row or correct the key",
              "offenders.csv:2: person: no row of “persons” has this key; add that row or correct the key",
              "offenders.csv:2: unit: no row of “units” has this key; add that row or correct the key"));
}

static void
test_references_into_an_unread_file (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "in/persons.csv", "id,name\np1,Tên\n");
  place_write (place, "in/reviews.csv", "unit,reviewed_on\nX,2025-01-01\n");
  place_write (place, "in/residences.csv", "person,from,unit\np1,2025-01-01,16174\n");
  place_assert_problems (
    place, "in",
    PROBLEMS (
      "reviews.csv:2: unit: no row of “units” has this key; add that row or correct the key",
      "persons.csv:1: “name” is not a column of this register; write one of: id (Mã đối tượng), full_name (Họ và "
      "tên), birth_date (Ngày sinh), sex (Giới tính), national_id (Số căn cước), ethnicity (Dân tộc), address "
      "(Địa chỉ), note (Ghi chú)",
      "persons.csv:1: full_name: this column is missing; every row needs it"));
}

static void
test_units (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "units.csv",
               "code,name,kind,parent,successor\na,A,xã,b,\nb,B,xã,c,\nc,C,xã,a,\nd,D,xã,d,\n"
               "e,E,xã,zz,\nf,F,xã,,yy\ng,G,xã,h,\nh,,xã,,\n");
  place_assert_problems (
    place, "units.csv",
    PROBLEMS ("units.csv:2: parent: the units above this one lead back to it; correct the parent of one of them",
              "units.csv:5: parent: the units above this one lead back to it; correct the parent of one of them",
              "units.csv:6: parent: no row of “units” has this key; add that row or correct the key",
              "units.csv:7: successor: no row of “units” has this key; add that row or correct the key",
              "units.csv:9: name: is empty; every row needs it"));
}

static void
test_order (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "households.csv",
               "id,unit,registered_on,left_on\nh1,16174,2025-02-01,2025-01-01\n"
               "h2,16174,2025-02-01,2025-02-01\nh3,16174,,2025-01-01\n");
  place_assert_problems (
    place, "households.csv",
    PROBLEMS ("households.csv:2: left_on: lies before registered_on; the end comes on or after the start"));
}

/* An end that comes before the start that the database holds. */
static void
test_order_with_what_stays (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "households.csv", "id,unit,registered_on\nh1,16174,2025-02-01\n");
  place_import_all (place, "households.csv");
  place_write (place, "households.csv", "id,unit,left_on\nh1,16174,2025-01-01\n");
  place_assert_problems (
    place, "households.csv",
    PROBLEMS ("households.csv:2: left_on: lies before registered_on; the end comes on or after the start"));
}

static void
test_overlaps (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "old/persons.csv", "id,full_name\np1,Một\np2,Hai\np3,Ba\n");
  place_write (place, "old/residences.csv", "person,from,to,unit\np3,2024-01-01,,16174\n");
  place_import_all (place, "old");
  place_write (place, "in/residences.csv",
               "person,from,to,unit\n"
               "p1,2024-06-01,,16177\n"
               "p1,2024-01-01,2024-06-02,16174\n"
               "p2,2024-01-01,2024-06-01,16174\n"
               "p2,2024-06-01,,16177\n"
               "p3,2024-05-01,,16177\n");
  place_write (place, "in/classifications.csv",
               "person,category,from,to\n"
               "p1,addict,2024-01-01,\np1,user,2024-01-01,\np1,user,2024-02-01,\n");
  place_assert_problems (
    place, "in",
    PROBLEMS (
      "residences.csv:2: from: the period overlaps with that of residences.csv:3; end the earlier one on the day "
      "on which the later one starts, or before",
      "residences.csv:6: from: the period overlaps with one that the database holds; end the earlier one on the "
      "day on which the later one starts, or before",
      "classifications.csv:4: from: the period overlaps with that of classifications.csv:3; end the earlier one "
      "on the day on which the later one starts, or before"));
}

static void
test_duplicates (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "persons.csv", "id,full_name,national_id\np1,Một,001\n");
  place_import_all (place, "persons.csv");
  place_write (place, "persons.csv", "id,full_name,national_id\np2,Hai,001\np3,Ba,003\np4,Bốn,003\np5,Năm,\np6,Sáu,\n");
  place_assert_problems (
    place, "persons.csv",
    PROBLEMS ("persons.csv:2: national_id: stands in another row too; correct it here or there, for "
              "no two rows may hold the same",
              "persons.csv:4: national_id: stands in another row too; correct it here or there, for "
              "no two rows may hold the same"));
}

/* What stands once when all is read is no duplicate, though a row on the way meets it. */
static void
test_exchanged (void)
{
  g_autoptr (Place) place = place_new ();

  place_write (place, "persons.csv", "id,full_name,national_id\np1,Một,001\np2,Hai,002\np3,Ba,003\n");
  place_import_all (place, "persons.csv");
  place_write (place, "persons.csv", "id,full_name,national_id\np1,Một,002\np2,Hai,001\np4,Bốn,003\np3,Ba,\n");
  place_import_all (place, "persons.csv");
  place_write (place, "persons.csv",
               "id,full_name,national_id\np1,Một,001\np2,Hai,003\np5,Năm,001\np5,Năm,\np1,Một,002\n");
  place_assert_problems (
    place, "persons.csv",
    PROBLEMS ("persons.csv:3: national_id: stands in another row too; correct it here or there, for "
              "no two rows may hold the same"));
}

static void
test_workbooks (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GBytes) zip
    = zip_sheet ("<row><c t='inlineStr'><is><t>id</t></is></c><c t='inlineStr'><is><t>full_name</t></is></c></row>"
                 "<row r='3'><c t='inlineStr'><is><t>p1</t></is></c></row>"
                 "<row r='5'><c t='inlineStr'><is><t>p2</t></is></c><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>"
                 "<row r='6'><c t='e'><v>#N/A</v></c></row>");
  g_autofree char *path = place_path (place, "book.xlsx");

  g_file_set_contents (path, g_bytes_get_data (zip, NULL), (gssize)g_bytes_get_size (zip), NULL);
  place_assert_problems (
    place, "book.xlsx",
    PROBLEMS (
      "book.xlsx/persons:3: full_name: is empty; every row needs it",
      "book.xlsx/persons:5: has 3 cells under 2 headings; leave a cell empty rather than out, and put a cell that "
      "holds the separator between quotation marks",
      "book.xlsx/persons:6: a formula in this row has no result; mend it, or type the value in its place"));
  place_write (place, "old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  place_assert_problems (
    place, "old.xls",
    PROBLEMS ("old.xls: is a workbook of the old kind (.xls); open it in a spreadsheet program and "
              "save it as .xlsx or .ods, without a password"));
  place_write (place, "empty/notes.txt", "");
  place_assert_problems (
    place, "empty", PROBLEMS ("empty: holds no CSV files; choose the folder that holds persons.csv and the others"));
}

static char *
export_persons (Place *place)
{
  g_autofree char *folder = place_path (place, "out");
  g_autoptr (GError) error = NULL;

  td_export (place->store, folder, TD_EXPORT_CSV, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return place_read (place, "out/persons.csv");
}

static void
test_nothing_changes (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  place_write (place, "persons.csv", "id,full_name,national_id\np1,Một,001\n");
  place_import_all (place, "persons.csv");
  before = export_persons (place);
  place_write (place, "persons.csv", "id,full_name,national_id\np1,Khác,002\np2,Hai,003\np3,,\n");
  place_assert_problems (place, "persons.csv", PROBLEMS ("persons.csv:4: full_name: is empty; every row needs it"));
  after = export_persons (place);
  g_assert_cmpstr (before, ==, after);
  /* The store takes the next import as if nothing had been. */
  place_write (place, "persons.csv", "id,full_name,national_id\np2,Hai,003\n");
  place_import_all (place, "persons.csv");
}

/* A file of bad rows only does not fill the memory with messages. */
static void
test_many (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GString) text = g_string_new ("id,full_name\n");
  g_autoptr (TdImportReport) report = NULL;

  for (guint i = 0; i < 2 * TD_IMPORT_MAX_MESSAGES; i++)
    g_string_append (text, "p,\n");
  place_write (place, "persons.csv", text->str);
  report = place_import (place, "persons.csv");
  g_assert_cmpuint (report->n_problems, ==, 2 * TD_IMPORT_MAX_MESSAGES);
  g_assert_cmpuint (report->problems->len, ==, TD_IMPORT_MAX_MESSAGES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refusals/cells", test_cells);
  g_test_add_func ("/refusals/amount", test_amount);
  g_test_add_func ("/refusals/heads", test_heads);
  g_test_add_func ("/refusals/ragged", test_ragged);
  g_test_add_func ("/refusals/quotes", test_quotes);
  g_test_add_func ("/refusals/references", test_references);
  g_test_add_func ("/refusals/references-into-an-unread-file", test_references_into_an_unread_file);
  g_test_add_func ("/refusals/units", test_units);
  g_test_add_func ("/refusals/order", test_order);
  g_test_add_func ("/refusals/order-with-what-stays", test_order_with_what_stays);
  g_test_add_func ("/refusals/overlaps", test_overlaps);
  g_test_add_func ("/refusals/duplicates", test_duplicates);
  g_test_add_func ("/refusals/exchanged", test_exchanged);
  g_test_add_func ("/refusals/workbooks", test_workbooks);
  g_test_add_func ("/refusals/nothing-changes", test_nothing_changes);
  g_test_add_func ("/refusals/many", test_many);
  return g_test_run ();
}
