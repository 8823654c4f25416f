/* td-opening.c: a thread that opens a file, and makes the invented district first where it is asked for and not there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-opening.h"

#include "td-date.h"
#include "td-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static gboolean
make_sample (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (TdStore) store = NULL;

  g_mkdir_with_parents (folder, 0700);
  store = td_store_create (path, plan, g_get_user_name (), TD_SAMPLE_PASSPHRASE, error);
  if (store == NULL)
    return FALSE;
  if (td_sample_fill (store, error) && td_store_set_setting (store, "sample-passphrase", TD_SAMPLE_PASSPHRASE, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

static gboolean
is_missing_sample (const char *path)
{
  g_autofree char *sample = td_opening_sample_path ();

  return g_str_equal (path, sample) && !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
open_store (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  TdStore *store = NULL;

  if (!is_missing_sample (path) || make_sample (path, &error))
    store = td_store_open (path, &error);
  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, (GDestroyNotify)td_store_unref);
}

/**
 * td_opening_start:
 * @task: answers a TdStore, still locked
 * @path: a database; the invented district is made where it is asked for and not there
 */
void
td_opening_start (GTask *task, const char *path)
{
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_store);
}

/**
 * td_opening_headline:
 * @error: why a database cannot be opened; its own sentence says what to do
 *
 * Returns: its headline
 */
const char *
td_opening_headline (const GError *error)
{
  if (error->domain != TD_STORE_ERROR)
    return _ ("The Database Cannot Be Opened");
  switch (error->code)
    {
    case TD_STORE_ERROR_IN_USE:
      return _ ("The Database Is Open Elsewhere");
    case TD_STORE_ERROR_NOT_OURS:
      return _ ("Not a Database of This Program");
    case TD_STORE_ERROR_NEWER:
      return _ ("Made by a Newer Version");
    case TD_STORE_ERROR_DAMAGED:
    case TD_STORE_ERROR_TAMPERED:
      return _ ("The Database Is Damaged");
    default:
      return _ ("The Database Cannot Be Opened");
    }
}

/**
 * td_opening_may_pass:
 * @error: why a database cannot be opened
 *
 * Returns: whether the same file may well open at the next try
 */
gboolean
td_opening_may_pass (const GError *error)
{
  return !g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_OURS)
         && !g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NEWER)
         && !g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_DAMAGED);
}

/**
 * td_opening_sample_path:
 *
 * Returns: (transfer full): where the invented district is kept
 */
char *
td_opening_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tham-dinh", "sample.tham-dinh", NULL);
}

/**
 * td_opening_choose_day:
 * @store: a database
 *
 * Returns: (transfer full): the day to look at first: today, within the plan; of the invented district the one that it
 *   is made for
 */
char *
td_opening_choose_day (TdStore *store)
{
  g_autofree char *sample = td_store_get_setting (store, "sample-passphrase", NULL);
  const char *last_day = td_store_get_plan (store)->last_day;
  g_autofree char *today = td_date_today ();

  if (sample != NULL)
    return g_strdup (TD_SAMPLE_DAY);
  return g_strdup (strcmp (today, last_day) < 0 ? today : last_day);
}
