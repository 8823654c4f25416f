/* bench-startup.c: from the start of a program to the first frame of its window, ours beside an empty libadwaita
 * window, taken in turns: bench-startup EMPTY OURS [FILE]. Needs a display of its own; bench-startup.sh makes one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <gio/gio.h>
#include <poll.h>
#include <signal.h>

#define RUNS            9
#define BOUND           1.3
#define PATIENCE_MS     20000
#define SMALLEST_WINDOW 200

static gboolean
next_event (Display *display, XEvent *event)
{
  struct pollfd ready = { .fd = ConnectionNumber (display), .events = POLLIN };

  if (XPending (display) == 0 && poll (&ready, 1, PATIENCE_MS) <= 0)
    return FALSE;
  XNextEvent (display, event);
  return TRUE;
}

/* The first damage of the first large window that is mapped: its first frame. */
static gboolean
wait_for_frame (Display *display, int damage_event)
{
  Damage damage = None;
  XEvent event;

  while (next_event (display, &event))
    {
      XWindowAttributes attributes;

      if (event.type == damage_event + XDamageNotify)
        {
          XDamageDestroy (display, damage);
          return TRUE;
        }
      if (event.type == MapNotify && damage == None && XGetWindowAttributes (display, event.xmap.window, &attributes)
          && attributes.width > SMALLEST_WINDOW)
        damage = XDamageCreate (display, event.xmap.window, XDamageReportNonEmpty);
    }
  return FALSE;
}

static double
time_start (Display *display, int damage_event, const char *const *arguments)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  double milliseconds;

  g_assert_no_error (error);
  g_assert_true (wait_for_frame (display, damage_event));
  milliseconds = (double)(g_get_monotonic_time () - start) / 1000;
  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  XSync (display, True);
  return milliseconds;
}

static int
ignore_error (Display *display, XErrorEvent *event)
{
  /* A window of the program that has just ended. */
  return 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  const char *empty[] = { argv[1], NULL };
  double empty_times[RUNS], our_times[RUNS], ratio;
  int damage_event, damage_error;

  if (display == NULL || argc < 3 || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 77;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  for (guint i = 0; i < RUNS; i++)
    {
      empty_times[i] = time_start (display, damage_event, empty);
      our_times[i] = time_start (display, damage_event, (const char *const *)argv + 2);
    }
  XCloseDisplay (display);
  qsort (empty_times, RUNS, sizeof (double), compare);
  qsort (our_times, RUNS, sizeof (double), compare);
  ratio = our_times[RUNS / 2] / empty_times[RUNS / 2];
  g_print ("first frame, median of %d: an empty window %.0f ms, this program %.0f ms, ratio %.2f (at most %.2f)\n",
           RUNS, empty_times[RUNS / 2], our_times[RUNS / 2], ratio, BOUND);
  return ratio <= BOUND ? 0 : 1;
}
