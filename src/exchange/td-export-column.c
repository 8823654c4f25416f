/* td-export-column.c: how a field's column is headed, and how wide it best is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-export-column.h"

#include "td-mask.h"

/* Wide enough for what fields of a kind hold, in characters. */
#define WIDTH_DAY    12
#define WIDTH_AMOUNT 16
#define WIDTH_KEY    16
#define WIDTH_NAME   26
#define WIDTH_TEXT   24

static guint
choose_width (const TdField *field)
{
  if (field->type == TD_TYPE_DATE)
    return WIDTH_DAY;
  if (field->type == TD_TYPE_AMOUNT)
    return WIDTH_AMOUNT;
  if (field->flags & TD_FIELD_PERSON)
    return WIDTH_NAME;
  return field->flags & (TD_FIELD_KEY | TD_FIELD_UNIQUE) && field->refers_to == NULL ? WIDTH_KEY : WIDTH_TEXT;
}

/**
 * td_export_column_init:
 * @self: a column, to be cleared with td_export_column_clear()
 * @field: what stands in it
 * @heading: what stands above it
 * @masked: whether its values are masked; then its heading says so, and they are text
 */
void
td_export_column_init (TdExportColumn *self, const TdField *field, const char *heading, gboolean masked)
{
  self->heading = masked ? td_mask_heading (heading) : g_strdup (heading);
  self->type = masked ? TD_TYPE_TEXT : field->type;
  /* The button of the filter stands beside the heading. */
  self->width = MAX (choose_width (field), (guint)g_utf8_strlen (self->heading, -1) + 4);
}

void
td_export_column_clear (TdExportColumn *self)
{
  g_free (self->heading);
}
