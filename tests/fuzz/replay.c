/* replay.c: gives a target every file of a folder, where no libFuzzer does: what was found once stays mended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) names = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (names)) != NULL)
    g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) files = list_files (argv[argc - 1]);

  g_assert_cmpuint (files->len, >, 0);
  g_print ("1..%u\n", files->len);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (g_ptr_array_index (files, i), &bytes, &length, NULL));
      LLVMFuzzerTestOneInput ((const guint8 *)bytes, length);
      g_print ("ok %u - %s\n", i + 1, (const char *)g_ptr_array_index (files, i));
    }
  return 0;
}
