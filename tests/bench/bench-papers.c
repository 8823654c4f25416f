/* bench-papers.c: sixteen decisions in one go beside an office suite that converts one letter, where one is installed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-paper-facts.h"
#include "td-renderer.h"
#include "td-template.h"
#include "td-vault.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define DAY   "2025-11-30"
#define BOUND (1.0 / 3)

static double
seconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_decisions (const char *folder, TdStore *store)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdEvaluation) evaluation = td_evaluate (store, DAY, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (evaluation->verdicts->len, ==, 16);
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    {
      g_autoptr (TdFacts) facts
        = td_paper_facts_new (td_store_get_plan (store), g_ptr_array_index (evaluation->verdicts, i), DAY);
      g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, &error);
      g_autofree char *path = g_strdup_printf ("%s/%u.pdf", folder, i);

      g_assert_no_error (error);
      g_assert_true (td_draft_save_pdf (draft, path, NULL, &error));
    }
  return seconds_since (start);
}

/* A letter of the same length, as text. */
static char *
write_letter (const char *folder)
{
  char *path = g_build_filename (folder, "letter.html", NULL);
  GString *html = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body>");

  for (guint i = 0; i < 25; i++)
    g_string_append (html, "<p>Căn cứ Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021; xét đề nghị của Trưởng Công "
                           "an huyện; Chủ tịch Ủy ban nhân dân huyện quyết định.</p>");
  g_string_append (html, "</body></html>");
  g_assert_true (g_file_set_contents (path, html->str, -1, NULL));
  g_string_free (html, TRUE);
  return path;
}

static double
time_office_suite (const char *folder, const char *program)
{
  g_autofree char *letter = write_letter (folder);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *arguments[] = { program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, letter, NULL };
  double seconds = 0;

  /* The first run makes its profile and doesn't count. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GSubprocess) process
        = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
      gint64 start = g_get_monotonic_time ();

      g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
      seconds = seconds_since (start);
    }
  return seconds;
}

static void
remove_folder (const char *folder)
{
  const char *arguments[] = { "rm", "-rf", folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.tham-dinh", NULL);
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (TdStore) store = NULL;
  double cold, warm, suite;

  td_vault_use_test_cost ();
  store = td_store_create (path, plan, "bench", "bench", NULL);
  cold = time_decisions (folder, store);
  warm = time_decisions (folder, store);
  g_print ("16 decisions, cold: %.0f ms, again: %.0f ms\n", cold * 1000, warm * 1000);
  suite = office != NULL ? time_office_suite (folder, office) : 0;
  remove_folder (folder);
  if (office == NULL)
    {
      g_print ("no office suite is installed to compare with\n");
      return 77;
    }
  g_print ("an office suite, one letter: %.0f ms; 16 decisions take %.2f of that (at most %.2f)\n", suite * 1000,
           cold / suite, BOUND);
  return cold / suite <= BOUND ? 0 : 1;
}
