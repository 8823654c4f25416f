/* test-sheet-items.c: what is set on the lines of a sheet, what of it is news to the registers, and how it is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-collation.h"
#include "td-commitment-item.h"
#include "td-test-item.h"

static TdSheetLine
make_line (void)
{
  TdSheetLine line = { g_strdup ("P0001"), g_strdup ("Lê Văn Thử"), g_strdup ("thôn Đồng Tâm"), g_strdup ("") };

  return line;
}

static TdTestItem *
make_test (const char *kept_result, const char *kept_substances)
{
  TdTestLine *line = g_new0 (TdTestLine, 1);

  line->line = make_line ();
  line->kept_result = g_strdup (kept_result);
  line->kept_substances = g_strdup (kept_substances);
  return td_test_item_new (line);
}

static TdCommitmentItem *
make_household (const char *committed_on, gboolean is_there)
{
  TdCommitmentLine *line = g_new0 (TdCommitmentLine, 1);

  line->line = make_line ();
  line->committed_on = g_strdup (committed_on);
  line->is_there = is_there;
  return td_commitment_item_new (line, "2025-11-30");
}

static void
expect_description (gpointer item, const char *description)
{
  g_autofree char *found = td_sheet_item_describe (item);

  g_assert_cmpstr (found, ==, description);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_result (void)
{
  g_autoptr (TdTestItem) item = make_test (NULL, NULL);
  guint n_changes = 0;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (count), &n_changes);
  g_assert_false (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
  g_assert_false (td_test_item_is_news (item));
  expect_description (item, "Lê Văn Thử, thôn Đồng Tâm, not set");
  td_test_item_set_result (item, "negative");
  td_test_item_set_result (item, "negative");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
  g_assert_true (td_test_item_is_news (item));
  g_assert_false (td_test_item_is_positive (item));
  expect_description (item, "Lê Văn Thử, thôn Đồng Tâm, âm tính");
  td_test_item_set_result (item, NULL);
  g_assert_false (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
}

/* What the register has already is no news, unless something of it is another. */
static void
test_kept_result (void)
{
  g_autoptr (TdTestItem) item = make_test ("positive", "heroin");

  g_assert_false (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
  td_test_item_set_result (item, "positive");
  g_assert_false (td_test_item_is_news (item));
  td_test_item_set_substances (item, "ketamin");
  g_assert_true (td_test_item_is_news (item));
  td_test_item_set_result (item, "negative");
  g_assert_true (td_test_item_is_news (item));
}

static void
test_take_over (void)
{
  g_autoptr (TdTestItem) former = make_test (NULL, NULL);
  g_autoptr (TdTestItem) item = make_test ("negative", NULL);

  td_test_item_set_result (former, "positive");
  td_test_item_set_substances (former, "heroin");
  td_sheet_item_take_over (TD_SHEET_ITEM (item), TD_SHEET_ITEM (former));
  g_assert_true (td_test_item_is_positive (item));
  g_assert_cmpstr (td_test_item_get_substances (item), ==, "heroin");
}

static void
expect_told (TdCommitmentItem *item, const char *told)
{
  g_autofree char *found = td_commitment_item_tell (item);

  g_assert_cmpstr (found, ==, told);
}

static void
test_mark (void)
{
  g_autoptr (TdCommitmentItem) item = make_household (NULL, TRUE);

  expect_told (item, "");
  expect_description (item, "Lê Văn Thử, P0001, thôn Đồng Tâm, not marked");
  td_commitment_item_mark (item, TRUE);
  g_assert_true (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
  expect_description (item, "Lê Văn Thử, P0001, thôn Đồng Tâm, marked");
  td_commitment_item_mark (item, FALSE);
  g_assert_false (td_sheet_item_is_set (TD_SHEET_ITEM (item)));
}

/* On the day or before it stays; a later day gives way. */
static void
test_signed (void)
{
  g_autoptr (TdCommitmentItem) before = make_household ("2025-11-30", TRUE);
  g_autoptr (TdCommitmentItem) after = make_household ("2025-12-01", TRUE);

  td_commitment_item_mark (before, TRUE);
  g_assert_false (td_commitment_item_is_marked (before));
  expect_told (before, "Signed on 30/11/2025");
  expect_told (after, "Signed on 01/12/2025");
  td_commitment_item_mark (after, TRUE);
  g_assert_true (td_commitment_item_is_marked (after));
  expect_told (after, "Signed on 01/12/2025; will be changed");
}

/* Marked for a day, and the day was changed then. */
static void
test_wrong_mark (void)
{
  g_autoptr (TdCommitmentItem) former = make_household (NULL, TRUE);
  g_autoptr (TdCommitmentItem) item = make_household (NULL, FALSE);

  td_commitment_item_mark (item, TRUE);
  g_assert_false (td_commitment_item_is_marked (item));
  td_commitment_item_mark (former, TRUE);
  td_sheet_item_take_over (TD_SHEET_ITEM (item), TD_SHEET_ITEM (former));
  g_assert_true (td_commitment_item_is_wrong (item));
  expect_told (item, "Does not live there on this day");
  td_commitment_item_mark (item, FALSE);
  g_assert_false (td_commitment_item_is_wrong (item));
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text;
    gboolean matches;
  } cases[] = { { "van thu", TRUE }, { "Thử", TRUE }, { "p0001", TRUE }, { "dong tam", TRUE }, { "tam dong", FALSE } };
  g_autoptr (TdTestItem) item = make_test (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *search = td_search_key (cases[i].text);

      g_assert_true (td_sheet_item_matches (TD_SHEET_ITEM (item), search) == cases[i].matches);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-items/result", test_result);
  g_test_add_func ("/sheet-items/kept-result", test_kept_result);
  g_test_add_func ("/sheet-items/take-over", test_take_over);
  g_test_add_func ("/sheet-items/mark", test_mark);
  g_test_add_func ("/sheet-items/signed", test_signed);
  g_test_add_func ("/sheet-items/wrong-mark", test_wrong_mark);
  g_test_add_func ("/sheet-items/matches", test_matches);
  return g_test_run ();
}
