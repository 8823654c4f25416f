/* test-import.c: what an import takes in: any order, both languages, updates, and the same again; and that nothing
 * changes where it says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export.h"
#include "td-rows.h"
#include "test-files.h"

#include <string.h>

/* All of a register, a row a line, its cells between bars. */
static char *
dump (Place *place, const char *name)
{
  const TdRegister *reg = td_register_find (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRows) rows = td_rows_open (place->store, reg, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (td_rows_next (rows, &error))
    for (guint i = 0; i < reg->n_fields; i++)
      {
        const char *value = td_rows_get (rows, i, &error);

        g_string_append_printf (text, "%s%s", value != NULL ? value : "", i + 1 < reg->n_fields ? "|" : "\n");
      }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_rows (Place *place, const char *name, const char *expected)
{
  g_autofree char *found = dump (place, name);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_counts (const TdImportReport *report, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < report->counts->len; i++)
    {
      const TdImportCount *count = &g_array_index (report->counts, TdImportCount, i);

      g_string_append_printf (found, "%s%s +%u ~%u =%u", i > 0 ? ", " : "", count->reg->name, (guint)count->added,
                              (guint)count->changed, (guint)count->same);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
write_district (Place *place)
{
  place_write (place, "in/persons.csv",
               "id,full_name,birth_date,sex,national_id\np1,Lê Văn Thử,01/02/1990,male,001\np2,Trần Thị Mẫu,,nữ,\n");
  place_write (place, "in/residences.csv",
               "person,from,to,unit\np1,2024-01-01,2024-06-01,16174\np1,2024-06-01,,16177\np2,2025-01-01,,16174\n");
  place_write (place, "in/cases.csv",
               "id,unit,kind,happened_on,severity,by_missed_person\n"
               "c1,16174,mua bán,5/3/2025,nghiêm trọng,không\n");
  place_write (place, "in/offenders.csv",
               "id,case,person,unit,liability\no1,c1,p1,16174,criminal\no2,c1,,,Xử lý hình sự\n");
}

static void
test_folder (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdImportReport) report = NULL;

  write_district (place);
  report = place_import (place, "in");
  g_assert_cmpuint (report->n_problems, ==, 0);
  g_assert_true (report->is_done);
  assert_counts (report, "persons +2 ~0 =0, residences +3 ~0 =0, cases +1 ~0 =0, offenders +2 ~0 =0");
  assert_rows (place, "persons", "p1|Lê Văn Thử|1990-02-01|male|001|||\np2|Trần Thị Mẫu||female||||\n");
  assert_rows (place, "residences", "p1|2024-01-01|16174|2024-06-01\np1|2024-06-01|16177|\np2|2025-01-01|16174|\n");
  assert_rows (place, "cases", "c1|16174|trafficking|2025-03-05|serious|no|\n");
  assert_rows (place, "offenders", "o1|c1|p1||16174|criminal||\no2|c1||||criminal||\n");
}

static void
test_again (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdImportReport) report = NULL;

  write_district (place);
  place_import_all (place, "in");
  report = place_import (place, "in");
  assert_counts (report, "persons +0 ~0 =2, residences +0 ~0 =3, cases +0 ~0 =1, offenders +0 ~0 =2");
  g_assert_cmpuint (report->n_notes, ==, 0);
  g_assert_true (report->is_done);
}

static void
test_update (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdImportReport) report = NULL;

  write_district (place);
  place_import_all (place, "in");
  /* A column that is absent stays; an empty cell is not known. */
  place_write (place, "persons.csv", "full_name;id;national_id\nLê Văn Mới;p1;\nPhạm Văn Ba;p3;003\n");
  report = place_import (place, "persons.csv");
  assert_counts (report, "persons +1 ~1 =0");
  assert_rows (place, "persons",
               "p1|Lê Văn Mới|1990-02-01|male||||\np2|Trần Thị Mẫu||female||||\np3|Phạm Văn Ba|||003|||\n");
}

/* Headings and the file's name in Vietnamese, decomposed as some systems write it, in any case, between spaces. */
static void
test_vietnamese (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *head = g_utf8_normalize ("\xEF\xBB\xBF ĐỐI TƯỢNG\tDiện\tTừ ngày\tĐến Ngày\n", -1, G_NORMALIZE_NFD);
  g_autofree char *word = g_utf8_normalize ("Người nghiện ma túy", -1, G_NORMALIZE_NFD);
  g_autofree char *text = g_strconcat (head, "p1\t", word, "\t1/2/2025\t\n", NULL);

  write_district (place);
  place_import_all (place, "in");
  place_write (place, "phân loại.csv", text);
  place_import_all (place, "phân loại.csv");
  assert_rows (place, "classifications", "p1|addict|2025-02-01|\n");
}

static void
test_workbook (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GBytes) zip
    = zip_sheet ("<row><c t='inlineStr'><is><t>Mã đối tượng</t></is></c><c t='inlineStr'><is><t>Họ và tên</t></is></c>"
                 "<c t='inlineStr'><is><t>Ngày sinh</t></is></c><c t='inlineStr'><is><t>Số căn cước</t></is></c></row>"
                 "<row><c t='inlineStr'><is><t>p1</t></is></c><c t='s'><v>0</v></c><c s='2'><v>32905</v></c>"
                 "<c><v>38095001234</v></c></row><row><c/><c s='1'/></row>");
  g_autofree char *path = place_path (place, "Sổ.XLSX");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (zip, NULL), (gssize)g_bytes_get_size (zip), &error);
  g_assert_no_error (error);
  place_import_all (place, "Sổ.XLSX");
  assert_rows (place, "persons", "p1|Nguyễn|1990-02-01||38095001234|||\n");
}

/* A parent, and a successor, may stand further down, or in the next file. */
static void
test_units (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = NULL;

  place_write (place, "units.csv",
               "code,name,kind,parent,valid_from,valid_to,successor\n"
               "b,Thôn Hai,thôn,a,,,\na,Xã Một,xã,NX,2020-01-01,2025-07-01,c\nc,Xã Ba,commune,,,,\n");
  place_import_all (place, "units.csv");
  path = dump (place, "units");
  g_assert_nonnull (strstr (path, "a|Xã Một|commune|NX|2020-01-01|2025-07-01|c|\nb|Thôn Hai|hamlet|a||||\n"));
}

static void
test_later_row_holds (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdImportReport) report = NULL;

  place_write (place, "persons.csv", "id,full_name\np1,Một\np2,Hai\np1,Ba\n");
  report = place_import (place, "persons.csv");
  g_assert_true (report->is_done);
  assert_counts (report, "persons +2 ~1 =0");
  assert_rows (place, "persons", "p1|Ba||||||\np2|Hai||||||\n");
  g_assert_cmpuint (report->n_notes, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (report->notes, 0), ==,
                   "persons.csv:4: has the key of an earlier row (persons.csv:2); this one holds");
}

static void
test_several_files_of_a_register (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *first = place_path (place, "a/persons.csv");
  g_autofree char *second = place_path (place, "b/Đối tượng.csv");
  const char *paths[] = { second, first, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = NULL;

  place_write (place, "a/persons.csv", "id,full_name\np1,Một\n");
  place_write (place, "b/Đối tượng.csv", "id,full_name\np1,Hai\n");
  report = td_import (place->store, paths, TODAY, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (report, "persons +1 ~1 =0");
  assert_rows (place, "persons", "p1|Một||||||\n");
}

static void
test_dry_run (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = NULL;

  write_district (place);
  paths[0] = path = place_path (place, "in");
  report = td_import (place->store, paths, TODAY, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (report, "persons +2 ~0 =0, residences +3 ~0 =0, cases +1 ~0 =0, offenders +2 ~0 =0");
  g_assert_false (report->is_done);
  assert_rows (place, "persons", "");
}

static void
test_cancelled (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };

  write_district (place);
  paths[0] = path = place_path (place, "in");
  g_cancellable_cancel (cancellable);
  g_assert_null (td_import (place->store, paths, TODAY, FALSE, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_rows (place, "persons", "");
}

static void
test_path_that_is_not_there (void)
{
  g_autoptr (Place) place = place_new ();
  const char *const names[] = { "persons.csv", "in", "book.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = place_path (place, names[i]);
      const char *paths[] = { path, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (td_import (place->store, paths, TODAY, FALSE, NULL, NULL, NULL, &error));
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

typedef struct
{
  guint calls;
  guint64 last;
} Seen;

static void
see (guint64 done, guint64 total, gpointer data)
{
  Seen *seen = data;

  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (done, >=, seen->last);
  seen->last = done;
  seen->calls++;
}

static void
test_progress (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdImportReport) report = NULL;
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  Seen seen = { 0, 0 };

  write_district (place);
  paths[0] = path = place_path (place, "in");
  report = td_import (place->store, paths, TODAY, FALSE, see, &seen, NULL, NULL);
  g_assert_cmpuint (seen.calls, >, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/folder", test_folder);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/vietnamese", test_vietnamese);
  g_test_add_func ("/import/workbook", test_workbook);
  g_test_add_func ("/import/units", test_units);
  g_test_add_func ("/import/later-row-holds", test_later_row_holds);
  g_test_add_func ("/import/several-files", test_several_files_of_a_register);
  g_test_add_func ("/import/dry-run", test_dry_run);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/no-such-path", test_path_that_is_not_there);
  g_test_add_func ("/import/progress", test_progress);
  return g_test_run ();
}
