/* td-table-layout.c: the layout stands in the settings by the register's name, its fields by theirs; a field that came
 * with a later version stands at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table-layout.h"

#include "td-row-columns.h"

#define KEY         "tables"
#define COLUMN_TYPE "(sib)"
#define LAYOUT_TYPE "(a" COLUMN_TYPE "sb)"

static void
place_column (GtkColumnView *view, const TdRegister *reg, guint position, const char *name, int width,
              gboolean is_visible)
{
  const TdField *field = td_register_find_field (reg, name);
  GtkColumnViewColumn *column = field != NULL ? td_row_columns_find (view, (guint)(field - reg->fields)) : NULL;

  if (column == NULL)
    return;
  g_object_ref (column);
  gtk_column_view_remove_column (view, column);
  gtk_column_view_insert_column (view, position, column);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_visible (column, is_visible);
  g_object_unref (column);
}

static void
sort (GtkColumnView *view, guint field, gboolean is_descending)
{
  gtk_column_view_sort_by_column (view, td_row_columns_find (view, field),
                                  is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* By people's names where there are any, else by the first column. */
static guint
choose_sort (const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_PERSON)
      return i;
  return 0;
}

static GVariant *
find_layout (GSettings *settings, const TdRegister *reg)
{
  g_autoptr (GVariant) tables = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;

  return tables != NULL ? g_variant_lookup_value (tables, reg->name, G_VARIANT_TYPE (LAYOUT_TYPE)) : NULL;
}

/**
 * td_table_layout_restore:
 * @view: a table with the columns of @reg
 * @reg: a register
 * @settings: (nullable): where layouts are kept
 *
 * Lays the table out as it was left; one that was never changed is sorted by name.
 */
void
td_table_layout_restore (GtkColumnView *view, const TdRegister *reg, GSettings *settings)
{
  g_autoptr (GVariant) layout = find_layout (settings, reg);
  g_autoptr (GVariantIter) columns = NULL;
  const char *name, *sorted;
  int width;
  gboolean is_visible, is_descending;
  guint position = 0;

  if (layout == NULL)
    {
      sort (view, choose_sort (reg), FALSE);
      return;
    }
  g_variant_get (layout, "(a" COLUMN_TYPE "&sb)", &columns, &sorted, &is_descending);
  while (g_variant_iter_next (columns, "(&sib)", &name, &width, &is_visible))
    place_column (view, reg, position++, name, width, is_visible);
  if (td_register_find_field (reg, sorted) != NULL)
    sort (view, (guint)(td_register_find_field (reg, sorted) - reg->fields), is_descending);
}

static GVariant *
describe (GtkColumnView *view, const TdRegister *reg)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GVariantBuilder builder;
  guint field = 0;
  gboolean is_descending = FALSE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" COLUMN_TYPE));
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_variant_builder_add (&builder, COLUMN_TYPE, reg->fields[td_row_column_get_field (column)].name,
                             gtk_column_view_column_get_fixed_width (column),
                             gtk_column_view_column_get_visible (column));
    }
  td_row_columns_get_sort (view, &field, &is_descending);
  return g_variant_new (LAYOUT_TYPE, &builder, reg->fields[field].name, is_descending);
}

/**
 * td_table_layout_keep:
 * @view: a table with the columns of @reg
 * @reg: a register
 * @settings: (nullable): where layouts are kept
 */
void
td_table_layout_keep (GtkColumnView *view, const TdRegister *reg, GSettings *settings)
{
  g_autoptr (GVariant) tables = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (tables);

  if (settings == NULL)
    return;
  g_variant_dict_insert_value (&dict, reg->name, describe (view, reg));
  g_settings_set_value (settings, KEY, g_variant_dict_end (&dict));
}
