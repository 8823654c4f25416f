/* bench-table.c: a table of 300,000 rows with names that are sealed, drawn by the processor: how long the main thread
 * works at most before it listens again while the table is shown, scrolled and jumped about in, and how much memory
 * that takes. Counted is the thread's own time, so that what else runs does not matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-household.h"

#include "td-date.h"
#include "td-process.h"
#include "td-row-columns.h"
#include "td-row-list.h"
#include "td-row-model.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#define N_ROWS      300000
#define FRAME       16.0 /* ms */
#define STEPS       300
#define STEP_PIXELS 130 /* a turn of the wheel */
#define MOST_MEMORY 32  /* MiB more after all of it than when the rows were first in sight */

typedef struct
{
  TdSession *session;
  GtkWidget *window;
  GtkWidget *view;
  TdRowModel *model;
  GArray *rows;
  GtkAdjustment *adjustment;
  guint step;
} Bench;

static double listening_since;
static GArray *stretches; /* of double: ms of work between two waits for an event */

static double
thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

static int
poll_and_count (GPollFD *descriptors, guint n, int timeout)
{
  double stretch = thread_time () - listening_since;
  int answer;

  g_array_append_val (stretches, stretch);
  answer = g_poll (descriptors, n, timeout);
  listening_since = thread_time ();
  return answer;
}

static void
iterate (gint64 milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (500);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

/* What was counted since the last report; whether none was too long. */
static gboolean
report (const char *what)
{
  double longest, most;

  g_array_sort (stretches, compare_doubles);
  longest = g_array_index (stretches, double, stretches->len - 1);
  most = g_array_index (stretches, double, stretches->len * 99 / 100);
  g_print ("%s: at most %.1f ms without listening (at most %.0f), 99 in 100 below %.1f ms\n", what, longest, FRAME,
           most);
  g_array_set_size (stretches, 0);
  return longest <= FRAME;
}

static double
memory (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    pages = g_ascii_strtoull (strchr (text, ' '), NULL, 10);
  return (double)pages * 4096 / (1024 * 1024);
}

static void
build (Bench *bench)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkMultiSelection *selection;

  bench->model = td_row_model_new (bench->session);
  selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (bench->model)));
  bench->view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  td_row_columns_show (GTK_COLUMN_VIEW (bench->view), td_register_find ("households"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bench->view);
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1366, 768);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  gtk_window_present (GTK_WINDOW (bench->window));
  bench->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  iterate (1000);
}

static gboolean
scroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;

  gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_value (bench->adjustment) + STEP_PIXELS);
  return ++bench->step < STEPS;
}

/* As one who drags the bar to and fro, far further than what is held at once. */
static gboolean
jump (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  double place = (bench->step * 7919 % STEPS) / (double)STEPS;

  gtk_adjustment_set_value (bench->adjustment, place * gtk_adjustment_get_upper (bench->adjustment));
  return ++bench->step < STEPS;
}

static void
move (Bench *bench, GtkTickCallback how)
{
  bench->step = 0;
  gtk_widget_add_tick_callback (bench->view, how, bench, NULL);
  while (bench->step < STEPS)
    iterate (10);
  iterate (500);
}

static gboolean
measure (Bench *bench)
{
  gboolean holds;
  double before;

  g_array_set_size (stretches, 0);
  td_row_model_show (bench->model, td_register_find ("households"), bench->rows);
  iterate (1000);
  holds = report ("shown");
  before = memory ();
  move (bench, scroll);
  holds &= report ("scrolled");
  move (bench, jump);
  holds &= report ("jumped about");
  g_print ("memory: %.0f MiB more afterwards (at most %d)\n", memory () - before, MOST_MEMORY);
  return holds && memory () - before <= MOST_MEMORY;
}

static GArray *
list_rows (TdStore *store)
{
  TdRowWish wish = { .reg = td_register_find ("households") };
  g_autoptr (GError) error = NULL;
  GArray *rows = td_row_list (store, &wish, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, N_ROWS);
  return rows;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tham-dinh-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.db", NULL);
  g_autofree char *today = td_date_today ();
  TdStore *store;
  Bench bench = { 0 };
  gboolean holds;

  td_process_start ();
  adw_init ();
  stretches = g_array_new (FALSE, FALSE, sizeof (double));
  store = bench_households_new (path, N_ROWS);
  bench.session = td_session_new (store, today);
  bench.rows = list_rows (store);
  listening_since = thread_time ();
  g_main_context_set_poll_func (NULL, poll_and_count);
  build (&bench);
  holds = measure (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  td_session_close (bench.session);
  iterate (200);
  bench_households_remove (path);
  g_rmdir (folder);
  return holds ? 0 : 1;
}
