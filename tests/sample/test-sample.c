/* test-sample.c: a new database in a folder of its own, gone with the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-sample.h"

#include "td-sample.h"
#include "td-vault.h"

#include <glib/gstdio.h>

Sample *
sample_new_empty (void)
{
  Sample *self = g_new0 (Sample, 1);
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;

  td_vault_use_test_cost ();
  self->folder = g_dir_make_tmp ("sample-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sample.tham-dinh", NULL);
  self->store = td_store_create (self->path, plan, "tester", TD_SAMPLE_PASSPHRASE, &error);
  g_assert_no_error (error);
  return self;
}

Sample *
sample_new (void)
{
  Sample *self = sample_new_empty ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gboolean filled = td_sample_fill (self->store, &error);

  g_assert_no_error (error);
  g_assert_true (filled);
  g_test_message ("filled in %.1f s", (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  return self;
}

void
sample_free (Sample *self)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  td_store_unref (self->store);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}
