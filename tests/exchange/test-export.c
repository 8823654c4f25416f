/* test-export.c: what is exported is what is imported, in both forms, and a failed export leaves no trace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export.h"
#include "td-headings.h"
#include "test-files.h"

#include <glib/gstdio.h>
#include <string.h>

static void
export_to (Place *place, const char *name, TdExportFormat format)
{
  g_autofree char *folder = place_path (place, name);
  g_autoptr (GError) error = NULL;

  td_export (place->store, folder, format, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* One row of every register, with all that a value may hold. */
static void
fill (Place *place)
{
  place_write (place, "in/units.csv",
               "code,name,kind,parent,valid_from\n16174-1,\"Thôn \"\"Một\"\"\",hamlet,16174,2020-01-01\n");
  place_write (place, "in/registrations.csv", "unit,registered_on\n16174,2024-10-20\n");
  place_write (place, "in/reviews.csv", "unit,reviewed_on,by\n16174,2025-10-20,\"Lê, Văn Thử\"\n");
  place_write (place, "in/households.csv", "id,unit,head_name\nh1,16174-1,=SUM(A1:A9)\n");
  place_write (place, "in/persons.csv",
               "id,full_name,birth_date,sex,national_id,note\np1,Lê Văn Thử,1899-12-30,male,001,\"một\nhai; _x000D_\"\n"
               "-p2,+Trần,1900-03-01,,0123456789012,\"'x,\"\"y\"\"\"\n");
  place_write (place, "in/residences.csv", "person,from,unit\np1,2024-01-01,16174\n");
  place_write (place, "in/classifications.csv", "person,category,from\np1,psychosis,2024-01-01\n");
  place_write (place, "in/management_records.csv", "person,number,opened_on\np1,01/HS,2024-01-01\n");
  place_write (place, "in/treatments.csv", "person,form,from\np1,substitution,2024-01-01\n");
  place_write (place, "in/detentions.csv", "person,kind,from,to\np1,custody,2024-01-01,2024-01-01\n");
  place_write (place, "in/tests.csv", "person,sampled_on,occasion,result\np1,2025-11-30,periodic,negative\n");
  place_write (place, "in/supports.csv",
               "person,kind,from,amount\np1,loan,2024-01-01,50000000\n"
               "p1,job,2024-01-01,9223372036854775807\np1,counselling,2024-01-01,0\n");
  place_write (place, "in/hotspots.csv", "id,unit,kind,found_on\nx1,16174,complex,2024-01-01\n");
  place_write (place, "in/cases.csv",
               "id,unit,kind,happened_on,severity,by_missed_person\nc1,16174,use,2024-01-01,serious,yes\n");
  place_write (place, "in/offenders.csv", "id,case,liability\no1,c1,criminal\n");
  place_write (place, "in/fugitives.csv", "id,full_name,unit,wanted_on\nf1,Tên,16174,2024-01-01\n");
  place_write (place, "in/models.csv", "id,unit,name,started_on,effective\nm1,16174,Tổ tự quản,2024-01-01,yes\n");
  place_import_all (place, "in");
}

static void
assert_same_files (Place *first, const char *first_folder, Place *second, const char *second_folder)
{
  guint n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  for (guint i = 0; i < n_registers; i++)
    {
      g_autofree char *first_name = g_strdup_printf ("%s/%s.csv", first_folder, registers[i]->name);
      g_autofree char *second_name = g_strdup_printf ("%s/%s.csv", second_folder, registers[i]->name);
      g_autofree char *first_text = place_read (first, first_name);
      g_autofree char *second_text = place_read (second, second_name);

      g_assert_cmpstr (first_text, ==, second_text);
      g_assert_nonnull (strchr (strchr (first_text, '\n') + 1, '\n'));
    }
}

static void
move_export (Place *from, Place *to, TdExportFormat format)
{
  g_autofree char *name = g_build_filename ("out", format == TD_EXPORT_XLSX ? TD_EXPORT_WORKBOOK : "", NULL);
  g_autofree char *path = place_path (from, name);
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImportReport) report = NULL;

  export_to (from, "out", format);
  report = td_import (to->store, paths, TODAY, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->is_done);
  g_assert_cmpuint (report->counts->len, ==, 17);
}

static void
test_there_and_back (gconstpointer format)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Place) copy = place_new ();

  fill (place);
  move_export (place, copy, (TdExportFormat)GPOINTER_TO_INT (format));
  export_to (place, "first", TD_EXPORT_CSV);
  export_to (copy, "second", TD_EXPORT_CSV);
  assert_same_files (place, "first", copy, "second");
}

/* The place's own export changes nothing in it. */
static void
test_onto_itself (gconstpointer format)
{
  g_autoptr (Place) place = place_new ();

  fill (place);
  export_to (place, "first", TD_EXPORT_CSV);
  move_export (place, place, (TdExportFormat)GPOINTER_TO_INT (format));
  export_to (place, "second", TD_EXPORT_CSV);
  assert_same_files (place, "first", place, "second");
}

static void
test_text (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *persons = NULL;
  g_autofree char *supports = NULL;

  fill (place);
  export_to (place, "out", TD_EXPORT_CSV);
  persons = place_read (place, "out/persons.csv");
  supports = place_read (place, "out/supports.csv");
  g_assert_cmpstr (persons, ==,
                   "\xEF\xBB\xBFid,full_name,birth_date,sex,national_id,ethnicity,address,note\r\n"
                   "'-p2,'+Trần,1900-03-01,,0123456789012,,,\"'x,\"\"y\"\"\"\r\n"
                   "p1,Lê Văn Thử,1899-12-30,male,001,,,\"một\nhai; _x000D_\"\r\n");
  g_assert_cmpstr (supports, ==,
                   "\xEF\xBB\xBFperson,kind,from,to,provider,amount\r\np1,counselling,2024-01-01,,,0\r\n"
                   "p1,job,2024-01-01,,,9223372036854775807\r\np1,loan,2024-01-01,,,50000000\r\n");
}

static void
export_masked (Place *place, const char *name, TdExportFormat format)
{
  g_autofree char *folder = place_path (place, name);
  g_autoptr (GError) error = NULL;

  td_export (place->store, folder, format, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_masked_text (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *persons = NULL;
  g_autofree char *households = NULL;

  fill (place);
  export_masked (place, "out", TD_EXPORT_CSV);
  persons = place_read (place, "out/persons.csv");
  households = place_read (place, "out/households.csv");
  g_assert_cmpstr (persons, ==,
                   "\xEF\xBB\xBFid,full_name (đã che),birth_date (đã che),sex,national_id (đã che),ethnicity\r\n"
                   "'-p2,T.,1900,,•••••••••012,\r\np1,L.V.T.,1899,male,•••••••••,\r\n");
  g_assert_nonnull (strstr (households, "head_name (đã che)"));
}

/* What was masked must not take the place of what is known, whichever way it is read. */
static void
test_masked_is_refused (gconstpointer format)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = NULL;
  g_autoptr (TdImportReport) report = NULL;
  guint n_told = 0;

  fill (place);
  export_to (place, "first", TD_EXPORT_CSV);
  export_masked (place, "out", (TdExportFormat)GPOINTER_TO_INT (format));
  path = g_build_filename ("out", GPOINTER_TO_INT (format) == TD_EXPORT_XLSX ? TD_EXPORT_WORKBOOK : "", NULL);
  report = place_import (place, path);
  g_assert_false (report->is_done);
  for (guint i = 0; i < report->problems->len; i++)
    n_told += strstr (g_ptr_array_index (report->problems, i), "is masked") != NULL;
  g_assert_cmpuint (n_told, ==, 6); /* three of people, one of households, offenders and fugitives each */
  export_to (place, "second", TD_EXPORT_CSV);
  assert_same_files (place, "first", place, "second");
}

/* Nor is it proposed where a foreign table is looked at. */
static void
test_masked_is_not_proposed (void)
{
  static const char *const headings[] = { "Mã đối tượng", "Họ và tên (đã che)", "Ngày sinh (đã che)", "Giới tính" };
  guint fields[G_N_ELEMENTS (headings)];

  g_assert_cmpuint (td_headings_match (td_register_find ("persons"), headings, G_N_ELEMENTS (headings), fields), ==, 2);
  g_assert_cmpuint (fields[1], ==, TD_NO_FIELD);
  g_assert_cmpuint (fields[2], ==, TD_NO_FIELD);
}

static guint
count_files (Place *place, const char *name)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_failure_leaves_all (gconstpointer format)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = place_path (place, "out");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  fill (place);
  place_write (place, "out/persons.csv", "what was there");
  g_cancellable_cancel (cancellable);
  g_assert_false (
    td_export (place->store, folder, (TdExportFormat)GPOINTER_TO_INT (format), FALSE, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (place, "out"), ==, 1);
  text = place_read (place, "out/persons.csv");
  g_assert_cmpstr (text, ==, "what was there");
}

static void
test_private (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = place_path (place, "out/deep/persons.csv");
  GStatBuf status;

  export_to (place, "out/deep", TD_EXPORT_CSV);
  g_assert_cmpuint (count_files (place, "out/deep"), ==, 17);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_bad_folder (void)
{
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = place_path (place, "file/out");
  g_autoptr (GError) error = NULL;

  place_write (place, "file", "");
  g_assert_false (td_export (place->store, path, TD_EXPORT_CSV, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_WRITE);
}

int
main (int argc, char *argv[])
{
  const gpointer csv = GINT_TO_POINTER (TD_EXPORT_CSV), xlsx = GINT_TO_POINTER (TD_EXPORT_XLSX);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/export/there-and-back/csv", csv, test_there_and_back);
  g_test_add_data_func ("/export/there-and-back/xlsx", xlsx, test_there_and_back);
  g_test_add_data_func ("/export/onto-itself/csv", csv, test_onto_itself);
  g_test_add_data_func ("/export/onto-itself/xlsx", xlsx, test_onto_itself);
  g_test_add_data_func ("/export/failure-leaves-all/csv", csv, test_failure_leaves_all);
  g_test_add_data_func ("/export/failure-leaves-all/xlsx", xlsx, test_failure_leaves_all);
  g_test_add_func ("/export/text", test_text);
  g_test_add_func ("/export/masked-text", test_masked_text);
  g_test_add_data_func ("/export/masked-is-refused/csv", csv, test_masked_is_refused);
  g_test_add_data_func ("/export/masked-is-refused/xlsx", xlsx, test_masked_is_refused);
  g_test_add_func ("/export/masked-is-not-proposed", test_masked_is_not_proposed);
  g_test_add_func ("/export/private", test_private);
  g_test_add_func ("/export/bad-folder", test_bad_folder);
  return g_test_run ();
}
