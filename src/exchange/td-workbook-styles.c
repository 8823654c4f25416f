/* td-workbook-styles.c: which styles of a workbook show a number as a day (ISO/IEC 29500-1, 18.8).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workbook-parts.h"

#include <string.h>

#define MAX_STYLES 65536

/* One or two m may be minutes. */
#define MONTH_NAME "mmm"

/* The built-in formats that show a day, in the tables of ISO/IEC 29500-1, 18.8.30, East Asian ones among them. */
static gboolean
is_built_in_date (guint format)
{
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36
         || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

/* Whether a format's code shows a day: what stands in quotation marks or brackets, or behind a sign that takes the next
 * character as it is, shows nothing of the value. */
static gboolean
shows_a_day (const char *code)
{
  for (; *code != '\0'; code++)
    if (*code == '"' || *code == '[')
      {
        code = strchr (code + 1, *code == '"' ? '"' : ']');
        if (code == NULL)
          return FALSE;
      }
    else if ((*code == '\\' || *code == '_' || *code == '*') && code[1] != '\0')
      code++;
    else if (strchr ("dDyY", *code) != NULL || g_ascii_strncasecmp (code, MONTH_NAME, strlen (MONTH_NAME)) == 0)
      return TRUE;
  return FALSE;
}

static guint
get_number (TdPart *part, const char *attribute)
{
  const char *text = td_part_get_attribute (part, attribute);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : 0;
}

/* Takes in one element of the styles: a format's code, or a style that names a format. */
static void
read_style (TdPart *reader, GHashTable *own_formats, gboolean *in_cell_styles, GArray *styles)
{
  if (td_part_is_start (reader, "numFmt"))
    {
      guint id = get_number (reader, "numFmtId");
      const char *code = td_part_get_attribute (reader, "formatCode");

      g_hash_table_replace (own_formats, GUINT_TO_POINTER (id), GINT_TO_POINTER (code != NULL && shows_a_day (code)));
    }
  else if (td_part_is_start (reader, "cellXfs"))
    *in_cell_styles = !td_part_is_empty (reader);
  else if (td_part_is_end (reader, "cellXfs"))
    *in_cell_styles = FALSE;
  else if (*in_cell_styles && td_part_is_start (reader, "xf") && styles->len < MAX_STYLES)
    {
      guint id = get_number (reader, "numFmtId");
      gpointer own;
      gboolean is_date = is_built_in_date (id);

      if (g_hash_table_lookup_extended (own_formats, GUINT_TO_POINTER (id), NULL, &own))
        is_date = GPOINTER_TO_INT (own);
      g_array_append_val (styles, is_date);
    }
}

/**
 * td_date_styles_read:
 * @package: a workbook
 * @part: the name of its part of styles
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (element-type gboolean): for each style of a cell, whether it shows a number as a day
 */
GArray *
td_date_styles_read (TdPackage *package, const char *part, GError **error)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GHashTable) own_formats = g_hash_table_new (NULL, NULL);
  g_autoptr (TdPart) reader = td_part_open (package, part, error);
  g_autoptr (GError) failure = NULL;
  gboolean in_cell_styles = FALSE;

  if (reader == NULL)
    return NULL;
  while (td_part_next (reader, &failure))
    read_style (reader, own_formats, &in_cell_styles, styles);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&styles);
}
