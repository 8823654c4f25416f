/* td-draft.c: a paper that can still be edited, and the two lines of its head that follow rules of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-draft.h"

#include <string.h>

#define NBSP "\302\240"
/* Wide enough to write a number or a day by hand. */
#define SLOT NBSP NBSP NBSP NBSP NBSP NBSP

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * td_draft_new:
 * @kind: the template's kind
 *
 * Returns: (transfer full): a draft with an empty head and no block
 */
TdDraft *
td_draft_new (const char *kind)
{
  TdDraft *self = g_new0 (TdDraft, 1);

  self->kind = g_strdup (kind);
  self->head.issuer = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)td_block_free);
  return self;
}

void
td_draft_free (TdDraft *self)
{
  g_free (self->kind);
  g_free (self->keywords);
  g_free (self->made_at);
  g_free (self->head.superior);
  g_ptr_array_unref (self->head.issuer);
  g_free (self->head.number);
  g_free (self->head.code);
  g_free (self->head.place);
  g_free (self->head.day);
  g_free (self->head.month);
  g_free (self->head.year);
  g_free (self->head.about);
  g_free (self->head.urgency);
  g_free (self->head.circulation);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * td_draft_add:
 * @self: a draft
 * @kind: what to add at its end
 * @text: (nullable): its markup
 *
 * Returns: (transfer none): the new block
 */
TdBlock *
td_draft_add (TdDraft *self, TdBlockKind kind, const char *text)
{
  TdBlock *block = td_block_new (kind, text);

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* A number of one digit stands with a zero before it (Decree 30/2020, articles 9 and 15). */
static char *
pad (const char *text)
{
  if (is_blank (text))
    return g_strdup (SLOT);
  return g_strdup_printf ("%s%s", strlen (text) == 1 && g_ascii_isdigit (*text) ? "0" : "", text);
}

/**
 * td_draft_number_line:
 * @self: a draft
 *
 * Returns: (transfer full): markup of "Số: 09/QĐ-UBND", with a blank slot where there is no number yet
 */
char *
td_draft_number_line (const TdDraft *self)
{
  g_autofree char *number = pad (self->head.number);

  return g_strdup_printf ("Số: %s/%s", number, self->head.code != NULL ? self->head.code : "");
}

/**
 * td_draft_date_line:
 * @self: a draft
 *
 * Of the months only January and February have a zero before them.
 *
 * Returns: (transfer full): markup of "Như Xuân, ngày 05 tháng 3 năm 2025", with a blank slot where there is no day yet
 */
char *
td_draft_date_line (const TdDraft *self)
{
  g_autofree char *day = pad (self->head.day);
  const char *month = self->head.month != NULL ? self->head.month : "";
  g_autofree char *padded = NULL;

  if (*month == '0')
    month++;
  padded = is_blank (month) || strcmp (month, "1") == 0 || strcmp (month, "2") == 0 ? pad (month) : g_strdup (month);
  return g_strdup_printf ("%s, ngày" NBSP "%s tháng" NBSP "%s năm" NBSP "%s",
                          self->head.place != NULL ? self->head.place : "", day, padded,
                          self->head.year != NULL ? self->head.year : "");
}
