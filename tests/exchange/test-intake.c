/* test-intake.c: foreign tables: which register they are for, what their headings mean, how they are written, and what
 * is made of their cells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-rows.h"
#include "test-files.h"

#include <string.h>

static TdIntake *
read_one (Place *place, const char *name)
{
  g_autofree char *path = place_path (place, name);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) intakes = td_intakes_read (paths, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (intakes->len, ==, 1);
  return g_ptr_array_steal_index (intakes, 0);
}

static void
tidy (Place *place, TdIntake *intake)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_intake_tidy (intake, place->store, NULL, &error));
  g_assert_no_error (error);
}

static TdImportReport *
import (Place *place, TdIntake *intake, gboolean dry_run)
{
  g_autoptr (GPtrArray) intakes = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  TdImportReport *report;

  g_ptr_array_add (intakes, intake);
  report = td_import_intakes (place->store, intakes, TODAY, dry_run, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static const char *
get (TdIntake *intake, guint row, const char *field)
{
  guint column = td_intake_find_column (intake, td_register_field_index (intake->reg, field));

  g_assert_cmpuint (column, !=, TD_NO_FIELD);
  return td_intake_get (intake, td_intake_get_start (intake) + row, column);
}

/* As it comes from a district's office: a title above, an empty column, a row that numbers the columns, and a foot. */
static const char foreign[] = "CÔNG AN HUYỆN;;;;;;\n"
                              "DANH SÁCH NGƯỜI NGHIỆN MA TÚY;;;;;;\n"
                              ";;;;;;\n"
                              "STT;Họ và tên;Ngày, tháng, năm sinh;Giới tính;;Số CCCD/CMND;Nơi ở hiện nay\n"
                              "(1);(2);(3);(4);;(5);(6)\n"
                              "1;LÊ VĂN THỬ;32874;Nam;;38090000123;Thôn Mẫu\n"
                              "2;TRẦN THỊ MẪU;5.3.92;NỮ;;038192000456;\n"
                              "3;Vi Văn Vi Du\xCC\xA3;31/02/1990;Nam;;;\n";

static void
test_foreign (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdIntake) intake = NULL;

  place_write (place, "ds.csv", foreign);
  intake = read_one (place, "ds.csv");
  g_assert_cmpstr (intake->reg->name, ==, "persons");
  g_assert_cmpuint (((TdIntakeRow *)g_ptr_array_index (intake->rows, intake->head))->line, ==, 4);
  g_assert_cmpuint (intake->fields[0], ==, TD_NO_FIELD);
  g_assert_false (td_intake_is_taken (intake, intake->head + 1));
  tidy (place, intake);
  g_assert_cmpstr (get (intake, 1, "full_name"), ==, "Lê Văn Thử");
  g_assert_cmpstr (get (intake, 1, "birth_date"), ==, "01/01/1990");
  g_assert_cmpstr (get (intake, 1, "national_id"), ==, "038090000123");
  g_assert_cmpstr (get (intake, 2, "birth_date"), ==, "05/03/1992");
  g_assert_cmpstr (get (intake, 2, "national_id"), ==, "038192000456");
  g_assert_cmpstr (get (intake, 1, "address"), ==, "Thôn Mẫu");
  g_assert_cmpstr (get (intake, 1, "id"), !=, "");
}

static void
test_mending (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdIntake) intake = NULL;
  g_autoptr (TdImportReport) bad = NULL, aside = NULL, good = NULL;
  const char *column, *what;
  guint line, row;

  place_write (place, "ds.csv", foreign);
  intake = read_one (place, "ds.csv");
  tidy (place, intake);
  bad = import (place, intake, TRUE);
  g_assert_cmpuint (bad->n_problems, ==, 1);
  g_assert_cmpstr (td_import_report_get_place (bad, 0, &line, &column, &what), ==, "ds.csv");
  g_assert_cmpuint (line, ==, 8);
  g_assert_cmpstr (column, ==, "birth_date");
  g_assert_cmpstr (what, ==, "is not a date; write it as 30/11/2025 or 2025-11-30");

  row = td_intake_get_start (intake) + 3;
  ((TdIntakeRow *)g_ptr_array_index (intake->rows, row))->is_aside = TRUE;
  aside = import (place, intake, TRUE);
  g_assert_cmpuint (aside->n_problems, ==, 0);
  g_assert_cmpuint (g_array_index (aside->counts, TdImportCount, 0).added, ==, 2);

  ((TdIntakeRow *)g_ptr_array_index (intake->rows, row))->is_aside = FALSE;
  td_intake_set (intake, row, td_intake_find_column (intake, 2), "28/02/1990");
  good = import (place, intake, FALSE);
  g_assert_true (good->is_done);
  g_assert_cmpuint (g_array_index (good->counts, TdImportCount, 0).added, ==, 3);
}

/* Keys for names: a unit's with its kind or without, a person's where one alone is called so. */
static void
test_names (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) intake = NULL;

  place_write (place, "persons.csv", "id,full_name\np1,Lê Văn Thử\np2,Vi Văn Hai\np3,Vi Văn Hai\n");
  place_import_all (place, "persons.csv");
  intake = td_intake_read_text ("Đối tượng\tNgày xét nghiệm\tDịp\tKQ\n"
                                "lê văn thử\t30/11/2025\tdinh ky\tam tinh\nVi Văn Hai\t30/11/2025\tđịnh kỳ\tâm tính\n",
                                "clipboard", td_register_find ("tests"), &error);
  g_assert_no_error (error);
  tidy (place, intake);
  g_assert_cmpstr (get (intake, 0, "person"), ==, "p1");
  g_assert_cmpstr (get (intake, 1, "person"), ==, "Vi Văn Hai");
  g_assert_cmpstr (get (intake, 0, "occasion"), ==, "định kỳ");
  g_assert_cmpstr (get (intake, 0, "result"), ==, "âm tính");
}

static void
test_own_keys (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) intake = NULL;

  place_write (place, "persons.csv", "id,full_name\nP0007,Lê Văn Thử\nP0041,Vi Văn Hai\n");
  place_import_all (place, "persons.csv");
  intake = td_intake_read_text ("Họ tên\tDân tộc\nVi Văn Ba\tThái\nVi Văn Tư\tThái\n", "x",
                                td_register_find ("persons"), &error);
  g_assert_no_error (error);
  tidy (place, intake);
  g_assert_cmpstr (get (intake, 0, "id"), ==, "P0042");
  g_assert_cmpstr (get (intake, 1, "id"), ==, "P0043");
}

static void
test_writings (void)
{
  static const struct
  {
    TdWriting writing;
    const char *text, *unicode;
  } texts[] = {
    { TD_WRITING_TCVN3, "NguyÔn V¨n Thö, trÇn thÞ mÉu, ®èi t\xC2\xAD\xC3\xAEng",
      "Nguyễn Văn Thử, trần thị mẫu, đối tượng" },
    { TD_WRITING_VNI, "Nguyeãn Vaên Thöû, traàn thò maãu, ñoái töôïng, Ñòa chæ",
      "Nguyễn Văn Thử, trần thị mẫu, đối tượng, Địa chỉ" },
    { TD_WRITING_UNICODE, "Nguyễn Văn Thử, trần thị mẫu, ĐỐI TƯỢNG", "Nguyễn Văn Thử, trần thị mẫu, ĐỐI TƯỢNG" },
    { TD_WRITING_UNICODE, "Hà Nội, ủy ban, Lò Thị Óng, Quách Văn Đôi", "Hà Nội, ủy ban, Lò Thị Óng, Quách Văn Đôi" },
    { TD_WRITING_UNICODE, "plain letters 12", "plain letters 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *converted = td_writing_convert (texts[i].writing, texts[i].text);

      g_assert_cmpstr (converted, ==, texts[i].unicode);
      g_assert_cmpint (td_writing_guess (&texts[i].text, 1), ==, texts[i].writing);
    }
}

/* A CSV file of an old program, and one that Excel saved as “Unicode text”. */
static void
test_bytes (void)
{
  static const char tcvn3[] = "Hä vµ tªn,D©n téc\nNguyÔn V¨n Thö,Th¸i\n";
  static const char utf8[] = "Họ và tên\tDân tộc\nNguyễn Văn Thử\tThái\n";
  g_autoptr (Place) place = place_new ();
  g_autofree char *latin = g_convert (tcvn3, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);
  gsize length;
  g_autofree char *utf16 = g_convert (utf8, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autofree char *path = place_path (place, "16.txt");
  g_autoptr (TdIntake) old = NULL, wide = NULL;

  place_write (place, "old.csv", latin);
  g_assert_true (g_file_set_contents (path, utf16, (gssize)length, NULL));
  old = read_one (place, "old.csv");
  wide = read_one (place, "16.txt");
  g_assert_cmpint (old->writing, ==, TD_WRITING_TCVN3);
  g_assert_cmpstr (get (old, 0, "full_name"), ==, "Nguyễn Văn Thử");
  g_assert_cmpstr (get (wide, 0, "ethnicity"), ==, "Thái");
  td_intake_set_writing (old, TD_WRITING_UNICODE);
  g_assert_cmpstr (td_intake_get (old, 1, 1), ==, "Th¸i");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *name, *text, *message;
  } files[] = {
    { "nul.csv", "\xFF\xFEx", "“nul.csv” cannot be read: is not a text; save it again as CSV with the encoding UTF-8" },
    { "open.csv", "a,b\n\"c,d\n",
      "“open.csv” cannot be read: open.csv:2: a quotation mark opens here and is not closed; close it" },
  };
  g_autoptr (Place) place = place_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = place_path (place, files[i].name);
      const char *paths[] = { path, NULL };
      g_autoptr (GError) error = NULL;

      place_write (place, files[i].name, files[i].text);
      g_assert_null (td_intakes_read (paths, NULL, &error));
      g_assert_cmpstr (error->message, ==, files[i].message);
    }
}

static void
test_missing_column (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) intake
    = td_intake_read_text ("Đối tượng\tKết quả\np1\tâm tính\n", "x", td_register_find ("tests"), &error);
  g_autoptr (TdImportReport) report = NULL;

  g_assert_no_error (error);
  report = import (place, intake, FALSE);
  g_assert_false (report->is_done);
  g_assert_cmpuint (report->n_problems, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (report->problems, 0), ==,
                   "x: sampled_on: this column is missing; every row needs it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/foreign", test_foreign);
  g_test_add_func ("/intake/mending", test_mending);
  g_test_add_func ("/intake/names", test_names);
  g_test_add_func ("/intake/own-keys", test_own_keys);
  g_test_add_func ("/intake/writings", test_writings);
  g_test_add_func ("/intake/bytes", test_bytes);
  g_test_add_func ("/intake/refusals", test_refusals);
  g_test_add_func ("/intake/missing-column", test_missing_column);
  return g_test_run ();
}
