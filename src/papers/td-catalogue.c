/* td-catalogue.c: which papers there are. A template is read when it is first asked for and stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-catalogue-private.h"

#include "td-paper-error.h"
#include "td-papers-resource.h"
#include "td-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PREFIX "/vn/thamdinh/papers/"
#define SUFFIX ".xml"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static gpointer
list_kinds (gpointer data)
{
  g_auto (GStrv) names = g_resource_enumerate_children (td_papers_get_resource (), PREFIX, 0, NULL);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], SUFFIX))
      g_ptr_array_add (kinds, g_strndup (names[i], strlen (names[i]) - strlen (SUFFIX)));
  g_ptr_array_sort (kinds, compare_names);
  g_ptr_array_add (kinds, NULL);
  return g_ptr_array_free (kinds, FALSE);
}

/**
 * td_template_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): the papers that can be made, by name
 */
const char *const *
td_template_kinds (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, list_kinds, NULL);
}

static TdNode *
read_template (const char *kind, GError **error)
{
  g_autofree char *path = g_strconcat (PREFIX, kind, SUFFIX, NULL);
  g_autoptr (GBytes) xml = g_resource_lookup_data (td_papers_get_resource (), path, 0, NULL);
  g_autoptr (GError) wrong = NULL;
  gsize length;

  if (xml == NULL)
    {
      g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_KIND, _ ("There is no paper of the kind “%s”"), kind);
      return NULL;
    }
  const char *text = g_bytes_get_data (xml, &length);
  TdNode *node = td_node_parse (text, (gssize)length, &wrong);

  if (node == NULL)
    g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_TEMPLATE, _ ("The template “%s” cannot be read: %s"), kind,
                 wrong->message);
  return node;
}

/**
 * td_catalogue_find:
 * @kind: a paper
 * @error: no such paper, or its template is broken
 *
 * Safe from any thread.
 *
 * Returns: (transfer none) (nullable): its template, which nobody changes
 */
const TdNode *
td_catalogue_find (const char *kind, GError **error)
{
  static GMutex mutex;
  static GHashTable *templates;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (templates == NULL)
    templates = g_hash_table_new (g_str_hash, g_str_equal);
  TdNode *node = g_hash_table_lookup (templates, kind);

  if (node == NULL)
    {
      node = read_template (kind, error);
      if (node != NULL)
        g_hash_table_insert (templates, g_strdup (kind), node);
    }
  return node;
}

/**
 * td_template_title:
 * @kind: a paper
 *
 * Returns: (transfer none) (nullable): its Vietnamese name; %NULL where there is no such paper
 */
const char *
td_template_title (const char *kind)
{
  const TdNode *node = td_catalogue_find (kind, NULL);

  return node != NULL ? td_node_attribute (node, "title") : NULL;
}
