/* test-answers.c: what is answered for foreign tables: remembered by headings, told row by row, written to a file where
 * it is set aside, and several tables at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-rows.h"
#include "test-files.h"

#include <string.h>

static TdIntake *
read_text (const char *text, const char *label, const char *reg)
{
  g_autoptr (GError) error = NULL;
  TdIntake *intake = td_intake_read_text (text, label, reg != NULL ? td_register_find (reg) : NULL, &error);

  g_assert_no_error (error);
  return intake;
}

static TdImportReport *
import (Place *place, GPtrArray *intakes, gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  TdImportReport *report = td_import_intakes (place->store, intakes, TODAY, dry_run, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
recall (Place *place, TdIntake *intake)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_intake_recall (intake, place->store, &error));
  g_assert_no_error (error);
}

/* Headings that say nothing to the program, as a person once explained them. */
static void
test_memory (void)
{
  static const char table[] = "CỘT A\tCỘT B\tCỘT C\nVi Văn Ba\tx\tThái\n";
  g_autoptr (Place) place = place_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdIntake) first = read_text (table, "x", "persons");
  g_autoptr (TdIntake) second = read_text ("DANH SÁCH\t\t\ncột a\tcột b\tcột c\nVi Văn Tư\ty\tMường\n", "y", NULL);
  g_autoptr (TdIntake) other = read_text ("cột a\tcột c\tcột b\n", "z", NULL);

  recall (place, first);
  g_assert_false (first->is_answered);
  td_intake_set_head (first, 0);
  td_intake_set_field (first, 0, td_register_field_index (first->reg, "full_name"));
  td_intake_set_field (first, 2, td_register_field_index (first->reg, "ethnicity"));
  g_assert_false (td_intake_is_clear (first));
  td_intake_add_column (first, 0); /* as tidying does for new keys */
  g_assert_true (td_intake_remember (first, place->store, &error));
  g_assert_no_error (error);

  recall (place, second);
  g_assert_cmpstr (second->reg->name, ==, "persons");
  g_assert_cmpuint (second->head, ==, 1);
  g_assert_cmpuint (second->fields[1], ==, TD_NO_FIELD);
  g_assert_cmpuint (second->fields[2], ==, td_register_field_index (second->reg, "ethnicity"));
  g_assert_true (td_intake_is_clear (second));

  recall (place, other);
  g_assert_false (other->is_answered);
}

static void
test_clear (void)
{
  g_autoptr (TdIntake) whole = read_text ("Họ và tên\tDân tộc\nVi Văn Ba\tThái\n", "x", "persons");
  g_autoptr (TdIntake) odd = read_text ("Họ và tên\tcột lạ\nVi Văn Ba\tThái\n", "x", "persons");
  g_autoptr (TdIntake) lacking = read_text ("Giới tính\tDân tộc\nnam\tThái\n", "x", "persons");
  g_autofree char *missing = td_intake_list_missing (lacking);

  g_assert_true (td_intake_is_clear (whole));
  g_assert_false (td_intake_is_clear (odd));
  g_assert_false (td_intake_is_clear (lacking));
  g_assert_cmpstr (missing, ==, "Họ và tên");
}

static TdOutcome
get_outcome (const TdImportReport *report, const char *file, guint line)
{
  for (guint i = 0; i < report->outcomes->len; i++)
    {
      const TdImportOutcome *told = &g_array_index (report->outcomes, TdImportOutcome, i);

      if (told->line == line && g_str_equal (told->file, file))
        return told->outcome;
    }
  return TD_OUTCOME_FAILED;
}

static void
test_outcomes (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);
  g_autoptr (TdImportReport) report = NULL;

  place_write (place, "persons.csv", "id,full_name,sex\nP1,Lê Văn Thử,male\nP2,Vi Văn Hai,male\n");
  place_import_all (place, "persons.csv");
  g_ptr_array_add (intakes, read_text ("id\tfull_name\tsex\nP1\tLê Văn Thử\tmale\nP2\tVi Thị Hai\tfemale\n"
                                       "P3\tVi Văn Ba\tmale\nP4\tVi Văn Tư\tneither\n",
                                       "x", "persons"));
  report = import (place, intakes, TRUE);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_cmpint (get_outcome (report, "x", 2), ==, TD_OUTCOME_SAME);
  g_assert_cmpint (get_outcome (report, "x", 3), ==, TD_OUTCOME_CHANGED);
  g_assert_cmpint (get_outcome (report, "x", 4), ==, TD_OUTCOME_ADDED);
  g_assert_cmpint (get_outcome (report, "x", 5), ==, TD_OUTCOME_FAILED);
}

/* A workbook of several lists enters whole or not at all, whatever the order of its sheets. */
static void
test_several (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (GPtrArray) intakes = g_ptr_array_new_with_free_func ((GDestroyNotify)td_intake_free);
  g_autoptr (TdImportReport) bad = NULL, good = NULL;

  g_ptr_array_add (intakes, read_text ("Đối tượng\tNgày lấy mẫu\tDịp\tKQ\nP1\t28/11/2025\tđịnh kỳ\tâm tính\n"
                                       "P7\t28/11/2025\tđịnh kỳ\tâm tính\n",
                                       "tests", NULL));
  g_ptr_array_add (intakes, read_text ("Mã đối tượng\tHọ và tên\nP1\tVi Văn Ba\n", "persons", NULL));
  bad = import (place, intakes, FALSE);
  g_assert_false (bad->is_done);
  g_assert_cmpuint (bad->n_problems, ==, 1);
  ((TdIntakeRow *)g_ptr_array_index (((TdIntake *)g_ptr_array_index (intakes, 0))->rows, 2))->is_aside = TRUE;
  good = import (place, intakes, FALSE);
  g_assert_true (good->is_done);
  g_assert_cmpuint (good->counts->len, ==, 2);

  td_intakes_sort (intakes);
  g_assert_cmpstr (((TdIntake *)g_ptr_array_index (intakes, 0))->reg->name, ==, "persons");
}

static void
test_aside (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (TdIntake) intake
    = read_text ("DANH SÁCH\t\nHọ và tên\tDân tộc\nVi Văn Ba\tThái\nVi, Tư\t=1+1\n", "x", "persons");
  g_autofree char *path = place_path (place, "aside.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ((TdIntakeRow *)g_ptr_array_index (intake->rows, 3))->is_aside = TRUE;
  td_intake_set (intake, 3, 0, "Vi, Văn Tư");
  g_assert_true (td_intake_write_aside (intake, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Họ và tên,Dân tộc"));
  g_assert_nonnull (strstr (text, "\"Vi, Văn Tư\",'=1+1"));
  g_assert_null (strstr (text, "Vi Văn Ba"));
}

static void
test_aside_refused (void)
{
  g_autoptr (TdIntake) intake = read_text ("Họ và tên\tDân tộc\nVi Văn Ba\tThái\n", "x", "persons");
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/aside.csv");
  g_autoptr (GError) error = NULL;

  g_assert_false (td_intake_write_aside (intake, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/memory", test_memory);
  g_test_add_func ("/answers/clear", test_clear);
  g_test_add_func ("/answers/outcomes", test_outcomes);
  g_test_add_func ("/answers/several", test_several);
  g_test_add_func ("/answers/aside", test_aside);
  g_test_add_func ("/answers/aside-refused", test_aside_refused);
  return g_test_run ();
}
