/* td-undo.c: undoes and redoes in a thread what was done today, and says what that was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-undo.h"

#include "td-count.h"
#include "td-history.h"
#include "td-window.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget; /* only for the callback */
  gboolean is_redo;
} Wanted;

/* The store knows no clock: a day begins at midnight where the program runs. */
static char *
find_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (midnight != NULL ? midnight : now);

  return g_date_time_format_iso8601 (utc);
}

static gpointer
take_back (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *since = find_midnight ();

  return GPOINTER_TO_INT (data) ? td_history_redo (store, since, error) : td_history_undo (store, since, error);
}

static void
say_done (const Wanted *wanted, const TdHistoryStep *step)
{
  g_autofree char *count = td_count_show (step->n_rows);
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row", "%s rows", step->n_rows), count);
  const char *title = step->reg != NULL ? step->reg->title : NULL;
  g_autofree char *what = title != NULL ? g_strdup_printf ("%s · %s", title, rows) : g_strdup (rows);
  /* Translators: what was undone or done again: a register and how many rows. */
  g_autofree char *text = g_strdup_printf (wanted->is_redo ? _ ("Done again: %s") : _ ("Undone: %s"), what);

  td_window_offer (wanted->widget, text, wanted->is_redo ? _ ("Undo") : _ ("Redo"),
                   wanted->is_redo ? "win.undo" : "win.redo");
}

static void
on_taken_back (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autofree Wanted *wanted = data;
  g_autoptr (GtkWidget) widget = wanted->widget;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdHistoryStep) step = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    td_window_say (widget, error->message);
  else if (step == NULL)
    td_window_say (widget, wanted->is_redo ? _ ("Nothing to redo") : _ ("Nothing of today to undo"));
  else
    say_done (wanted, step);
  td_session_refresh (TD_SESSION (object));
}

/**
 * td_undo_run:
 * @widget: a widget of the window
 * @session: the open database
 * @is_redo: whether to make again what was undone last
 *
 * Takes back the latest change of today, and says at the window's foot what it was.
 */
void
td_undo_run (GtkWidget *widget, TdSession *session, gboolean is_redo)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->widget = g_object_ref (widget);
  wanted->is_redo = is_redo;
  td_session_stop_evaluating (session);
  td_session_run (session, take_back, GINT_TO_POINTER (is_redo), NULL, (GDestroyNotify)td_history_step_free, NULL,
                  on_taken_back, wanted);
}
