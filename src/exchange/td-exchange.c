/* td-exchange.c: the error domain of the exchange of files, and which files are looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-exchange.h"

#include <string.h>

G_DEFINE_QUARK (td - exchange - error - quark, td_exchange_error)

const char *const td_text_suffixes[] = { ".csv", ".tsv", ".txt", NULL };

/**
 * td_path_has_suffix:
 * @path: a path, or the name of a file
 * @suffixes: (array zero-terminated=1): `.csv`, …; in lower case
 *
 * Returns: whether it ends in one of them, in any case, behind a name
 */
gboolean
td_path_has_suffix (const char *path, const char *const *suffixes)
{
  gsize length = strlen (path);

  for (; *suffixes != NULL; suffixes++)
    {
      gsize n = strlen (*suffixes);

      if (length > n && g_ascii_strcasecmp (path + length - n, *suffixes) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * td_folder_list:
 * @path: a folder
 * @suffixes: (array zero-terminated=1): as td_path_has_suffix() takes them
 * @error: what failed
 *
 * Returns: (transfer full) (nullable) (element-type filename): the paths of the files in it that are called so, by
 * name; hidden ones are passed over
 */
GPtrArray *
td_folder_list (const char *path, const char *const *suffixes, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  GPtrArray *files;
  const char *name;

  if (folder == NULL)
    return NULL;
  files = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (*name != '.' && td_path_has_suffix (name, suffixes))
      g_ptr_array_add (files, g_build_filename (path, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}
