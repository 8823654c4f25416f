/* td-table-paper.c: says in words what a table holds, and hands its cells to a listing. What a masked table was
 * searched for may be the very name that it masks, and is not said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-table-paper.h"

#include "td-date.h"
#include "td-paper-facts.h"

/* Before and after what was looked for. */
#define QUOTED " có “%s”"

#define MARK   "LƯU HÀNH NỘI BỘ"
#define MASKED "Đã che dữ liệu cá nhân: họ tên viết tắt, ngày sinh chỉ ghi năm, số giấy tờ chỉ ghi ba số cuối."

static const TdPlanUnit *
find_unit (const TdPlan *plan, const char *code)
{
  for (guint i = 0; code != NULL && i < plan->units->len; i++)
    {
      const TdPlanUnit *unit = g_ptr_array_index (plan->units, i);

      if (g_str_equal (unit->code, code))
        return unit;
    }
  return td_plan_get_district (plan);
}

static char *
describe_place (const TdRowWish *wish, const TdPlan *plan)
{
  const TdPlanUnit *unit = find_unit (plan, wish->unit);
  g_autofree char *title = td_unit_title (unit->kind, unit->name);
  g_autofree char *day = td_date_show (wish->day);

  if (wish->unit == NULL)
    return g_strdup_printf ("Địa bàn: %s.", title);
  return g_strdup_printf ("Địa bàn: %s, vào ngày %s.", title, day);
}

static void
add_filter (GString *text, const char *what, const char *looked_for, gboolean is_secret)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", what);
  if (!is_secret)
    g_string_append_printf (text, QUOTED, looked_for);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Answers NULL where nothing was filtered. */
static char *
describe_filters (const TdTable *table, const TdRowWish *wish)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_set (wish->text))
    add_filter (text, "mọi cột", wish->text, table->masked);
  for (guint i = 0; wish->filters != NULL && i < wish->reg->n_fields; i++)
    if (is_set (wish->filters[i]))
      {
        const TdField *field = &wish->reg->fields[i];

        add_filter (text, field->label, wish->filters[i], table->masked && td_table_is_personal (field));
      }
  return text->len > 0 ? g_strdup_printf ("Lọc theo: %s.", text->str) : NULL;
}

static char *
describe_order (const TdTable *table, const TdRowWish *wish)
{
  return g_strdup_printf ("%u dòng, xếp theo %s%s.", table->rows->len, wish->reg->fields[wish->sort].label,
                          wish->is_descending ? ", từ cuối lên" : "");
}

static gboolean
has_masked (const TdTable *table)
{
  for (guint i = 0; i < table->fields->len; i++)
    if (td_table_is_masked (table, i))
      return TRUE;
  return FALSE;
}

/* Whether it shows personal data in the clear. */
static gboolean
has_personal (const TdTable *table)
{
  for (guint i = 0; i < table->fields->len; i++)
    if (!table->masked && td_table_is_personal (td_table_get_field (table, i)))
      return TRUE;
  return FALSE;
}

/**
 * td_table_describe:
 * @table: a table
 * @wish: what its rows were found by
 * @plan: the plan of the district
 *
 * Returns: (transfer full): lines in Vietnamese: of which place, what was filtered, how many rows in which order, and
 *   that they are masked where they are
 */
char **
td_table_describe (const TdTable *table, const TdRowWish *wish, const TdPlan *plan)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *place = describe_place (wish, plan);
  g_autofree char *filters = describe_filters (table, wish);
  g_autofree char *order = describe_order (table, wish);

  g_strv_builder_add (lines, place);
  if (filters != NULL)
    g_strv_builder_add (lines, filters);
  g_strv_builder_add (lines, order);
  if (has_masked (table))
    g_strv_builder_add (lines, MASKED);
  return g_strv_builder_end (lines);
}

static const char *
read_cell (guint row, guint column, gpointer data, GError **error)
{
  return td_table_reader_go_to (data, row, error) ? td_table_reader_show (data, column, error) : NULL;
}

static TdAlign
choose_align (const TdTable *table, guint column)
{
  const TdField *field = td_table_get_field (table, column);

  if (field->type == TD_TYPE_DATE)
    return TD_ALIGN_CENTRE;
  return field->type == TD_TYPE_AMOUNT ? TD_ALIGN_RIGHT : TD_ALIGN_LEFT;
}

static TdListingColumn *
make_columns (const TdTable *table)
{
  TdListingColumn *columns = g_new0 (TdListingColumn, table->fields->len);

  for (guint i = 0; i < table->fields->len; i++)
    {
      columns[i].heading = td_table_get_label (table, i);
      columns[i].align = choose_align (table, i);
    }
  return columns;
}

/**
 * td_table_to_pdf:
 * @table: a table of at least one column
 * @store: an unlocked store
 * @wish: what its rows were found by
 * @now: when it is printed
 * @progress: (nullable): told how far it is
 * @progress_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: %TD_STORE_ERROR, %TD_PAPER_ERROR, cancelled
 *
 * Safe from any thread that the store is of.
 *
 * Returns: (transfer full) (nullable): the table on pages, with its title, what was filtered, who printed it and when
 */
GBytes *
td_table_to_pdf (const TdTable *table, TdStore *store, const TdRowWish *wish, GDateTime *now,
                 TdListingProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdTableReader) reader = td_table_reader_new (table, store, error);
  g_autofree char *title = g_utf8_strup (table->reg->title, -1);
  g_autofree char *time = g_date_time_format (now, "%H:%M ngày %d/%m/%Y");
  g_autofree char *foot = g_strdup_printf ("In lúc %s · Người in: %s", time, td_store_get_user (store));
  g_auto (GStrv) notes = td_table_describe (table, wish, td_store_get_plan (store));
  g_autofree TdListingColumn *columns = make_columns (table);
  TdListing listing = { .title = title,
                        .notes = (const char *const *)notes,
                        .mark = has_personal (table) ? MARK : NULL,
                        .foot = foot,
                        .columns = columns,
                        .n_columns = table->fields->len,
                        .n_rows = table->rows->len,
                        .cell = read_cell,
                        .data = reader };

  return reader != NULL ? td_listing_to_pdf (&listing, progress, progress_data, cancellable, error) : NULL;
}
