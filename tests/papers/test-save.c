/* test-save.c: writes each paper to a file in the build directory, for eyes. What it asserts: that saving is whole or
 * not at all, and quick.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include <glib/gstdio.h>
#include <locale.h>

static void
test_save (void)
{
  static const char *const kinds[] = { "decision-recognise", "notice-refuse" };
  static const guint rows[] = { 2, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      {
        g_autofree char *name = g_strdup_printf ("%s-%u.pdf", kinds[i], rows[j]);
        g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);
        g_autoptr (TdDraft) draft = test_draft_new (kinds[i], rows[j]);
        g_autoptr (GError) error = NULL;

        td_draft_save_pdf (draft, path, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      }
}

static void
test_save_fails (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (td_draft_save_pdf (draft, "/nowhere/at/all.pdf", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_cancel (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "cancelled.pdf", NULL);
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_remove (path);
  g_assert_false (td_draft_save_pdf (draft, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A letter is a matter of milliseconds once the fonts are there; ten times the usual is a fault. */
static void
test_quick (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  g_autoptr (GBytes) first = td_draft_to_pdf (draft, NULL, NULL);
  gint64 start = g_get_monotonic_time ();
  const guint n = 20;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) pdf = td_draft_to_pdf (draft, NULL, NULL);

      g_assert_true (g_bytes_equal (first, pdf));
    }
  double milliseconds = (double)(g_get_monotonic_time () - start) / 1000 / n;

  g_test_minimized_result (milliseconds, "%.1f ms a letter", milliseconds);
  g_assert_cmpfloat (milliseconds, <, 100);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/save/whole", test_save);
  g_test_add_func ("/papers/save/fails", test_save_fails);
  g_test_add_func ("/papers/save/cancelled", test_cancel);
  g_test_add_func ("/papers/save/quick", test_quick);
  return g_test_run ();
}
