/* td-count.c: thousands parted by a point, whatever the locale: the papers and the registers do the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-count.h"

/**
 * td_count_show:
 * @count: how many
 *
 * Returns: (transfer full): `18.175`
 */
char *
td_count_show (guint64 count)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_string_printf (shown, "%" G_GUINT64_FORMAT, count);
  for (gssize at = (gssize)shown->len - 3; at > 0; at -= 3)
    g_string_insert_c (shown, at, '.');
  return g_string_free (g_steal_pointer (&shown), FALSE);
}
