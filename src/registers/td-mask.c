/* td-mask.c: how a sealed field is masked follows from its description: of a name the initials stay, of a day the year,
 * of a number that no two people share its end; any other text is left out, for nobody knows what it tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-mask.h"

#include "td-value.h"

#include <string.h>

/* Stands behind the heading of a masked column, so that no import takes its values for the real ones. */
#define MARK "(đã che)"

/* What stays of a number, and what stands before it whatever its length. */
#define LAST_DIGITS 3
#define DOTS        "•••••••••"

/**
 * td_mask_name:
 * @name: a person's full name
 *
 * Returns: (transfer full): its initials: `N.V.A.`
 */
char *
td_mask_name (const char *name)
{
  GString *initials = g_string_new (NULL);
  gboolean is_start = TRUE;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      if (is_start && g_unichar_isalnum (c))
        {
          g_string_append_unichar (initials, g_unichar_toupper (c));
          g_string_append_c (initials, '.');
          is_start = FALSE;
        }
      else if (g_unichar_isspace (c))
        is_start = TRUE;
    }
  return g_string_free (initials, FALSE);
}

static char *
mask_number (const char *number)
{
  glong length = g_utf8_strlen (number, -1);
  const char *end = g_utf8_offset_to_pointer (number, MAX (length - LAST_DIGITS, 0));

  /* A number that is no longer than its end would stand there whole. */
  return g_strconcat (DOTS, length > 2 * LAST_DIGITS ? end : "", NULL);
}

/**
 * td_field_is_masked:
 * @self: a field
 *
 * Returns: whether it holds personal data, which masking changes or leaves out
 */
gboolean
td_field_is_masked (const TdField *self)
{
  return (self->flags & TD_FIELD_SEALED) != 0;
}

/**
 * td_field_is_left_out:
 * @self: a field
 *
 * Returns: whether masking leaves nothing of it
 */
gboolean
td_field_is_left_out (const TdField *self)
{
  return td_field_is_masked (self) && !(self->flags & (TD_FIELD_PERSON | TD_FIELD_UNIQUE))
         && self->type != TD_TYPE_DATE;
}

/**
 * td_field_mask:
 * @self: a field
 * @value: (nullable): a value as it is kept
 *
 * Returns: (transfer full) (nullable): what of it others may see: `N.V.A.`, `1985`, `•••••••••123`; %NULL for nothing,
 * and the value itself where it is not personal data
 */
char *
td_field_mask (const TdField *self, const char *value)
{
  if (value == NULL || td_field_is_left_out (self))
    return NULL;
  if (!td_field_is_masked (self))
    return g_strdup (value);
  if (self->flags & TD_FIELD_PERSON)
    return td_mask_name (value);
  return self->type == TD_TYPE_DATE ? g_strndup (value, strcspn (value, "-")) : mask_number (value);
}

/**
 * td_mask_heading:
 * @heading: a column's heading
 *
 * Returns: (transfer full): what stands above it where it is masked
 */
char *
td_mask_heading (const char *heading)
{
  return g_strconcat (heading, " " MARK, NULL);
}

/**
 * td_mask_is_heading:
 * @heading: a column's heading, valid UTF-8
 *
 * Returns: whether the column is masked, so that its values are not the real ones
 */
gboolean
td_mask_is_heading (const char *heading)
{
  g_autofree char *folded = td_fold (heading);
  g_autofree char *mark = td_fold (MARK);

  return g_str_has_suffix (folded, mark);
}
