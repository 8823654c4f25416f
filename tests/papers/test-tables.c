/* test-tables.c: tables over many pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-pages-private.h"

#include <locale.h>
#include <string.h>

#define HEADING "Việc phải làm"
/* Points; a table's frame against the margins. */
#define BOTTOM (277 * 72 / 25.4)

static TdDraft *
table_draft (guint n_rows, guint n_before)
{
  TdDraft *draft = td_draft_new ("list");

  for (guint i = 0; i < n_before; i++)
    td_draft_add (draft, TD_BLOCK_PARAGRAPH, "Một đoạn văn ngắn.");
  TdBlock *table = td_draft_add (draft, TD_BLOCK_TABLE, NULL);

  td_block_add_column (table, "TT", 1, TD_ALIGN_CENTRE);
  td_block_add_column (table, HEADING, 8, TD_ALIGN_LEFT);
  for (guint i = 0; i < n_rows; i++)
    {
      GPtrArray *cells = td_block_add_row (table);

      g_ptr_array_add (cells, g_strdup_printf ("%u", i + 1));
      g_ptr_array_add (cells, g_strdup_printf ("Dòng-%u-hết", i + 1));
    }
  return draft;
}

static void
assert_frame (const TdPage *page)
{
  for (guint i = 0; i < page->rules->len; i++)
    {
      const TdRule *rule = &g_array_index (page->rules, TdRule, i);

      g_assert_cmpfloat (rule->y1, >=, 20 * 72 / 25.4 - 0.1);
      g_assert_cmpfloat (rule->y2, <=, BOTTOM + 0.1);
      g_assert_cmpfloat (rule->x1, >=, 30 * 72 / 25.4 - 0.1);
      g_assert_cmpfloat (rule->x2, <=, 195 * 72 / 25.4 + 0.1);
    }
}

/* Each row once and in order; the head on each page that has rows. */
static void
test_rows (gconstpointer data)
{
  guint n_rows = GPOINTER_TO_UINT (data);
  g_autoptr (TdDraft) draft = test_draft_new ("notice-refuse", n_rows);
  g_autoptr (TdPages) pages = td_layout (draft, NULL);
  PopplerDocument *document = test_render (draft);
  int n_pages = poppler_document_get_n_pages (document);
  g_autofree char *all = test_read_all (document);

  g_assert_cmpuint (test_count (all, "Vượt quá số"), ==, n_rows / 2);
  g_assert_cmpuint (test_count (all, "46 hộ chưa ký"), ==, n_rows / 2);
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, (guint)n_pages);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *text = test_read_page (document, i);
      guint n = test_count (text, "Tiêu chí 1.") + test_count (text, "Tiêu chí 9.");

      g_assert_cmpuint (test_count (text, HEADING), ==, n > 0 ? 1 : 0);
      assert_frame (td_pages_get (pages, (guint)i));
    }
  g_assert_cmpint (n_pages, ==, n_rows == 2 ? 2 : n_rows == 60 ? 6 : 48);
  g_object_unref (document);
}

/* Wherever the table begins on the page: its head never without a row, its last row never alone overleaf. */
static void
test_no_orphans (void)
{
  for (guint before = 0; before < 30; before++)
    {
      g_autoptr (TdDraft) draft = table_draft (45, before);
      PopplerDocument *document = test_render (draft);
      int n_pages = poppler_document_get_n_pages (document);
      guint sum = 0;

      for (int i = 0; i < n_pages; i++)
        {
          g_autofree char *text = test_read_page (document, i);
          guint rows = test_count (text, "Dòng-");

          g_assert_cmpuint (test_count (text, HEADING), ==, rows > 0 ? 1 : 0);
          if (i + 1 == n_pages)
            g_assert_cmpuint (rows, >=, 2);
          sum += rows;
        }
      g_assert_cmpuint (sum, ==, 45);
      g_object_unref (document);
    }
}

/* A cell that is higher than a page goes on overleaf; no word is lost, each page closes its frame. */
static void
test_long_cell (void)
{
  g_autoptr (TdDraft) draft = table_draft (3, 2);
  const TdBlock *table = g_ptr_array_index (draft->blocks, 2);
  GPtrArray *cells = g_ptr_array_index (table->rows, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = 2500;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "từ%u ", i);
  g_free (cells->pdata[1]);
  cells->pdata[1] = g_strdup (text->str);
  g_autoptr (TdPages) pages = td_layout (draft, NULL);
  PopplerDocument *document = test_render (draft);
  g_autofree char *all = test_read_all (document);
  const char *at = all;

  g_assert_cmpint (poppler_document_get_n_pages (document), >=, 3);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("từ%u ", i);

      at = strstr (at, word);
      if (at == NULL)
        g_error ("“%s” is lost or out of order", word);
    }
  for (guint i = 0; i < td_pages_get_n_pages (pages); i++)
    {
      const TdPage *page = td_pages_get (pages, i);
      double lowest_rule = 0;
      double lowest_text = 0;

      assert_frame (page);
      for (guint j = 0; j < page->rules->len; j++)
        {
          const TdRule *rule = &g_array_index (page->rules, TdRule, j);

          if (rule->y1 == rule->y2)
            lowest_rule = MAX (lowest_rule, rule->y1);
        }
      for (guint j = 0; j < page->placed->len; j++)
        lowest_text = MAX (lowest_text, g_array_index (page->placed, TdPlaced, j).y);
      g_assert_cmpfloat (lowest_rule, >, lowest_text);
    }
  g_object_unref (document);
}

/* Cells of all columns, long words and all, stay between their rules. */
static void
test_cells_inside (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("notice-refuse", 2);
  TdBlock *table = NULL;

  for (guint i = 0; table == NULL; i++)
    if (((TdBlock *)g_ptr_array_index (draft->blocks, i))->kind == TD_BLOCK_TABLE)
      table = g_ptr_array_index (draft->blocks, i);
  GPtrArray *cells = g_ptr_array_index (table->rows, 0);

  for (guint i = 0; i < cells->len; i++)
    {
      g_free (cells->pdata[i]);
      cells->pdata[i] = g_strdup ("KH-UBND/NĐ-CP/2025/ABCDEFGH-XYZ WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW");
    }
  g_autoptr (TdPages) pages = td_layout (draft, NULL);
  const TdPage *page = td_pages_get (pages, 0);

  for (guint i = 0; i < page->placed->len; i++)
    {
      const TdPlaced *placed = &g_array_index (page->placed, TdPlaced, i);
      guint crossed = 0;

      for (guint j = 0; j < page->rules->len; j++)
        {
          const TdRule *rule = &g_array_index (page->rules, TdRule, j);

          crossed += rule->x1 == rule->x2 && rule->y1 < placed->y && rule->y2 > placed->y && rule->x1 > placed->x + 0.2
                     && rule->x1 < placed->x + placed->text->width - 0.2;
        }
      g_assert_cmpuint (crossed, ==, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (TdDraft) draft = table_draft (0, 0);
  PopplerDocument *document = test_render (draft);
  g_autofree char *text = test_read_all (document);

  td_draft_add (draft, TD_BLOCK_TABLE, NULL);
  g_autoptr (TdPages) pages = td_layout (draft, NULL);

  g_assert_cmpuint (test_count (text, HEADING), ==, 1);
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 1);
  g_object_unref (document);
}

/* A line feed in a fact is a new line of its cell. */
static void
test_lines_in_cell (void)
{
  g_autoptr (TdDraft) draft = table_draft (1, 0);
  const TdBlock *table = g_ptr_array_index (draft->blocks, 0);
  GPtrArray *cells = g_ptr_array_index (table->rows, 0);

  g_free (cells->pdata[1]);
  cells->pdata[1] = g_strdup ("dòng một\ndòng hai");
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 0);

  assert_near (test_find_line (lines, "dòng hai")->x1, 30 + 165 / 9.0 + 1.3, 0.5);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/papers/tables/2", GUINT_TO_POINTER (2), test_rows);
  g_test_add_data_func ("/papers/tables/60", GUINT_TO_POINTER (60), test_rows);
  g_test_add_data_func ("/papers/tables/600", GUINT_TO_POINTER (600), test_rows);
  g_test_add_func ("/papers/tables/no-orphans", test_no_orphans);
  g_test_add_func ("/papers/tables/long-cell", test_long_cell);
  g_test_add_func ("/papers/tables/cells-inside", test_cells_inside);
  g_test_add_func ("/papers/tables/empty", test_empty);
  g_test_add_func ("/papers/tables/lines-in-cell", test_lines_in_cell);
  return g_test_run ();
}
