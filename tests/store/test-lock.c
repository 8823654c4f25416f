/* test-lock.c: one process to a database, and what is left when that process is killed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GSubprocess *process;
  GDataInputStream *answers;
} Helper;

static Helper
start (const char *task, const char *path, const char *argument)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "store-helper", NULL);
  const char *command[] = { program, task, path, argument, NULL };
  g_autoptr (GError) error = NULL;
  Helper helper;

  helper.process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  helper.answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (helper.process));
  return helper;
}

/* The helper's next line; NULL once it is gone. */
static char *
hear (Helper *helper)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (helper->answers, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

static void
assert_hears (Helper *helper, const char *expected)
{
  g_autofree char *line = hear (helper);

  g_assert_cmpstr (line, ==, expected);
}

static void
kill_helper (Helper *helper)
{
  g_subprocess_force_exit (helper->process);
  g_subprocess_wait (helper->process, NULL, NULL);
}

static void
finish (Helper *helper)
{
  g_subprocess_wait (helper->process, NULL, NULL);
  g_object_unref (helper->answers);
  g_object_unref (helper->process);
}

static void
assert_in_use (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_store_open (path, &error);

  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_IN_USE);
  g_assert_null (store);
}

static void
another_process_is_kept_out (Place *place, gconstpointer data)
{
  Helper helper;

  place_close (place);
  helper = start ("hold", place->path, NULL);
  assert_hears (&helper, "open");
  assert_in_use (place->path);
  kill_helper (&helper);
  finish (&helper);
}

static void
a_killed_process_lets_go (Place *place, gconstpointer data)
{
  Helper helper;

  place_close (place);
  helper = start ("hold", place->path, NULL);
  assert_hears (&helper, "open");
  kill_helper (&helper);
  place_open (place);
  finish (&helper);
}

static void
this_process_keeps_another_out (Place *place, gconstpointer data)
{
  Helper helper = start ("hold", place->path, NULL);
  g_autofree char *answer = hear (&helper);
  g_autofree char *expected = g_strdup_printf ("store %d: ", TD_STORE_ERROR_IN_USE);

  g_assert_true (g_str_has_prefix (answer, expected));
  finish (&helper);
}

/* SQLite's own locks are lost when a process opens and closes the file by another way; the lock beside it is not. */
static void
reading_the_file_does_not_let_go (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) content = place_read (place, "district.tham-dinh");
  Helper helper = start ("hold", place->path, NULL);
  g_autofree char *answer = hear (&helper);

  g_assert_true (g_str_has_prefix (answer, "store "));
  finish (&helper);
}

static void
another_name_of_the_file_is_in_use_too (Place *place, gconstpointer data)
{
  g_autofree char *link = place_file (place, "link.tham-dinh");
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;

  g_file_make_symbolic_link (file, place->path, NULL, &error);
  g_assert_no_error (error);
  assert_in_use (link);
}

static void
a_second_opening_in_this_process_is_refused (Place *place, gconstpointer data)
{
  assert_in_use (place->path);
}

static void
a_closed_database_can_be_opened_again (Place *place, gconstpointer data)
{
  place_open (place);
  place_open (place);
}

static void
a_worker_keeps_the_lock (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) worker = td_store_open_worker (place->store, &error);

  g_assert_no_error (error);
  place_close (place);
  assert_in_use (place->path);
}

/* Kills it after it said @wait more lines and some microseconds; answers the last number that it said. */
static int
hear_and_kill (Helper *helper, int wait)
{
  g_autofree char *line = NULL;
  g_autofree char *next = NULL;
  int last = -1;

  for (int i = 0; i <= wait; i++)
    {
      g_free (line);
      line = hear (helper);
      g_assert_nonnull (line);
      g_assert_cmpstr (line, >=, "0");
      g_assert_cmpstr (line, <, ":");
      last = atoi (line);
    }
  g_usleep ((gulong)g_test_rand_int_range (0, 4000));
  kill_helper (helper);
  while ((next = hear (helper)) != NULL)
    {
      last = atoi (next);
      g_clear_pointer (&next, g_free);
    }
  return last;
}

/* What is left by a process that died within a commit. */
static gboolean
has_hot_journal (Place *place)
{
  g_autofree char *journal = g_strconcat (place->path, "-journal", NULL);
  GStatBuf status;

  return g_stat (journal, &status) == 0 && status.st_size > 0;
}

static void
no_killing_loses_what_was_acknowledged (Place *place, gconstpointer data)
{
  int last = 0, n_hot = 0;

  place_close (place);
  for (int i = 0; i < (g_test_slow () ? 1000 : 60); i++)
    {
      g_autofree char *argument = g_strdup_printf ("%d", last);
      Helper helper = start ("write", place->path, argument);
      int heard = hear_and_kill (&helper, g_test_rand_int_range (0, 4));

      g_assert_cmpint (heard, >=, last);
      last = heard;
      n_hot += has_hot_journal (place);
      finish (&helper);
    }
  g_test_message ("%d changes, %d times killed within one", last, n_hot);
  g_assert_cmpint (last, >, 30);
  g_assert_cmpint (n_hot, >, 5);
  place_open (place);
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM residences"), >=, last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/lock/kept-out", another_process_is_kept_out);
  place_add_test ("/lock/keeps-out", this_process_keeps_another_out);
  place_add_test ("/lock/killed", a_killed_process_lets_go);
  place_add_test ("/lock/file-read", reading_the_file_does_not_let_go);
  place_add_test ("/lock/other-name", another_name_of_the_file_is_in_use_too);
  place_add_test ("/lock/same-process", a_second_opening_in_this_process_is_refused);
  place_add_test ("/lock/opened-again", a_closed_database_can_be_opened_again);
  place_add_test ("/lock/worker", a_worker_keeps_the_lock);
  place_add_test ("/lock/kill-loop", no_killing_loses_what_was_acknowledged);
  return g_test_run ();
}
