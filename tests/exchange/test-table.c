/* test-table.c: one table as it stands, into a file: its columns, its rows, its words, masked and in full.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export-table.h"
#include "td-row-list.h"
#include "td-workbook-reader.h"
#include "test-files.h"

#include <string.h>

static void
fill (Place *place)
{
  place_write (place, "in/persons.csv",
               "id,full_name,birth_date,sex,national_id,address,note\n"
               "p1,Lê Văn Thử,1985-07-01,male,038085012123,Thôn 1,=1+1\np2,Trần Thị Hai,,female,,,\n");
  place_write (place, "in/residences.csv", "person,from,unit\np1,2024-01-01,16174\n");
  place_write (place, "in/supports.csv", "person,kind,from,amount\np1,loan,2024-01-01,50000000\n");
  place_import_all (place, "in");
}

/* All rows by the first field, falling. */
static TdTable *
make_table (Place *place, const char *name, const char *const *fields, gboolean masked)
{
  const TdRegister *reg = td_register_find (name);
  TdRowWish wish = { .reg = reg, .is_descending = TRUE, .day = TODAY };
  g_autoptr (GError) error = NULL;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *rows = td_row_list (place->store, &wish, NULL, &error);

  g_assert_no_error (error);
  for (; *fields != NULL; fields++)
    {
      guint index = td_register_field_index (reg, *fields);

      g_array_append_val (indices, index);
    }
  return td_table_new (reg, indices, rows, masked);
}

static void
export_table (Place *place, const TdTable *table, const char *name, TdExportFormat format)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (GError) error = NULL;

  td_export_table (place->store, table, path, format, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const char *const of_people[] = { "note", "full_name", "birth_date", "sex", "national_id", "address", NULL };

static void
test_full_csv (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdTable) table = NULL;
  g_autofree char *text = NULL;

  fill (place);
  table = make_table (place, "persons", of_people, FALSE);
  export_table (place, table, "out.csv", TD_EXPORT_CSV);
  text = place_read (place, "out.csv");
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFGhi chú,Họ và tên,Ngày sinh,Giới tính,Số căn cước,Địa chỉ\r\n"
                   ",Trần Thị Hai,,nữ,,\r\n'=1+1,Lê Văn Thử,01/07/1985,nam,038085012123,Thôn 1\r\n");
}

static void
test_masked_csv (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdTable) table = NULL;
  g_autofree char *text = NULL;

  fill (place);
  table = make_table (place, "persons", of_people, TRUE);
  export_table (place, table, "out.csv", TD_EXPORT_CSV);
  text = place_read (place, "out.csv");
  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFHọ và tên (đã che),Ngày sinh (đã che),Giới tính,Số căn cước (đã che)\r\n"
                   "T.T.H.,,nữ,\r\nL.V.T.,1985,nam,•••••••••123\r\n");
}

/* A reference shows a name, and it is masked with the others. */
static void
test_references (void)
{
  static const char *const fields[] = { "person", "unit", NULL };
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdTable) full = NULL;
  g_autoptr (TdTable) masked = NULL;
  g_autofree char *full_text = NULL;
  g_autofree char *masked_text = NULL;

  fill (place);
  full = make_table (place, "residences", fields, FALSE);
  masked = make_table (place, "residences", fields, TRUE);
  export_table (place, full, "full.csv", TD_EXPORT_CSV);
  export_table (place, masked, "masked.csv", TD_EXPORT_CSV);
  full_text = place_read (place, "full.csv");
  masked_text = place_read (place, "masked.csv");
  g_assert_nonnull (strstr (full_text, "\nLê Văn Thử · p1,thị trấn Yên Cát"));
  g_assert_nonnull (strstr (masked_text, "\nL.V.T. · p1,thị trấn Yên Cát"));
  g_assert_nonnull (strstr (masked_text, "Đối tượng (đã che),"));
}

static char *
read_workbook (Place *place, const char *name)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open (path, &error);
  g_autoptr (TdSheet) sheet = workbook != NULL ? td_sheet_open (workbook, 0, &error) : NULL;
  GString *text = g_string_new (NULL);
  const TdRecord *record;

  g_assert_no_error (error);
  g_string_append (text, td_workbook_get_sheet_name (workbook, 0));
  while ((record = td_sheet_next (sheet, NULL, &error)) != NULL)
    for (guint i = 0; i < record->n_cells; i++)
      g_string_append_printf (text, "%s%s", i == 0 ? "\n" : "|", record->cells[i]);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* Days and amounts are what they are, and everything a person's words. */
static void
test_workbook (void)
{
  static const char *const fields[] = { "kind", "from", "amount", "person", NULL };
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdTable) table = NULL;
  g_autofree char *text = NULL;

  fill (place);
  table = make_table (place, "supports", fields, FALSE);
  export_table (place, table, "out.xlsx", TD_EXPORT_XLSX);
  text = read_workbook (place, "out.xlsx");
  g_assert_cmpstr (text, ==,
                   "Tư vấn, hỗ trợ\nLoại hỗ trợ|Từ ngày|Số tiền (đồng)|Đối tượng\n"
                   "vay vốn|2024-01-01|50000000|Lê Văn Thử · p1");
}

static void
test_giving_up (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdTable) table = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = place_path (place, "out.xlsx");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  fill (place);
  place_write (place, "out.xlsx", "what was there");
  table = make_table (place, "persons", of_people, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_false (td_export_table (place->store, table, path, TD_EXPORT_XLSX, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = place_read (place, "out.xlsx");
  g_assert_cmpstr (text, ==, "what was there");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/full-csv", test_full_csv);
  g_test_add_func ("/table/masked-csv", test_masked_csv);
  g_test_add_func ("/table/references", test_references);
  g_test_add_func ("/table/workbook", test_workbook);
  g_test_add_func ("/table/giving-up", test_giving_up);
  return g_test_run ();
}
