/* test-sheets.c: whom a sheet of tests and a sheet of commitments name on a day, and that what is kept of one is one
 * change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

#include "td-commitment-list.h"
#include "td-history.h"
#include "td-test-list.h"

#include <string.h>

#define DAY    "2025-11-30"
#define HAMLET "16183-01"

static void
commit (District *d)
{
  g_autoptr (GError) error = NULL;

  td_change_commit (d->change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&d->change, td_change_free);
}

static void
put_hamlet (District *d)
{
  put (d, "units", "code", HAMLET, "name", "Một", "kind", "hamlet", "parent", COMMUNE, NULL);
}

static void
put_person (District *d, const char *id, const char *unit, const char *category)
{
  put_resident (d, id, unit);
  put_category (d, id, category, NULL, NULL);
}

static GPtrArray *
read_tests (District *d, const TdSheetWish *wish)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;

  if (d->change != NULL)
    commit (d);
  lines = td_test_list_read (d->store, wish, NULL, &error);
  g_assert_no_error (error);
  return lines;
}

static GPtrArray *
read_households (District *d, const TdSheetWish *wish)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lines;

  if (d->change != NULL)
    commit (d);
  lines = td_commitment_list_read (d->store, wish, NULL, &error);
  g_assert_no_error (error);
  return lines;
}

/* The keys of the lines, in their order. */
static char *
list_keys (const GPtrArray *lines)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", ((TdSheetLine *)g_ptr_array_index (lines, i))->key);
  return g_string_free (keys, FALSE);
}

static void
expect_tests (District *d, const char *unit, gboolean only_lacking, const char *keys)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, unit, "periodic", only_lacking);
  g_autoptr (GPtrArray) lines = read_tests (d, wish);
  g_autofree char *found = list_keys (lines);

  g_assert_cmpstr (found, ==, keys);
}

static void
expect_households (District *d, const char *unit, gboolean only_lacking, const char *keys)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, unit, NULL, only_lacking);
  g_autoptr (GPtrArray) lines = read_households (d, wish);
  g_autofree char *found = list_keys (lines);

  g_assert_cmpstr (found, ==, keys);
}

/* Those of the categories that a criterion tests, once each: not who is in a centre, but for the suspected. */
static void
test_whom (District *d, gconstpointer data)
{
  static const char *const categories[] = { "addict", "user", "psychosis", "suspected", "post_rehab", "released" };

  put_hamlet (d);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autofree char *away = g_strconcat ("away-", categories[i], NULL);

      put_person (d, categories[i], COMMUNE, categories[i]);
      put_person (d, away, COMMUNE, categories[i]);
      put (d, "treatments", "person", away, "form", "compulsory_centre", "from", "2025-01-01", NULL);
    }
  put_category (d, "user", "suspected", NULL, NULL);
  put_person (d, "hamlet", HAMLET, "user");
  put_person (d, "elsewhere", OTHER, "user");
  put_person (d, "moved", COMMUNE, "user");
  put (d, "residences", "person", "moved", "from", "2023-01-01", "unit", COMMUNE, "to", DAY, NULL);
  expect_tests (d, COMMUNE, FALSE, "hamlet addict away-suspected post_rehab psychosis suspected user");
  expect_tests (d, HAMLET, FALSE, "hamlet");
  expect_tests (d, NULL, FALSE, "");
}

/* As the criteria have it: too long ago, positive, or before the suspicion. */
static void
test_lacking (District *d, gconstpointer data)
{
  put_person (d, "never", COMMUNE, "addict");
  put_person (d, "clean", COMMUNE, "addict");
  put_test (d, "clean", "2025-11-01", "periodic", "negative");
  put_person (d, "old", COMMUNE, "user");
  put_test (d, "old", "2025-09-01", "periodic", "negative");
  put_person (d, "positive", COMMUNE, "user");
  put_test (d, "positive", "2025-11-29", "periodic", "positive");
  put_person (d, "suspect", COMMUNE, "suspected");
  put_test (d, "suspect", "2022-12-31", "suspicion", "negative");
  put_person (d, "seen", COMMUNE, "suspected");
  put_test (d, "seen", "2023-06-01", "suspicion", "positive");
  put_person (d, "rehab", COMMUNE, "post_rehab");
  put_test (d, "rehab", "2025-11-01", "unannounced", "negative");
  expect_tests (d, COMMUNE, TRUE, "never old positive suspect");
}

static const TdTestLine *
find_line (const GPtrArray *lines, const char *key)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((TdSheetLine *)g_ptr_array_index (lines, i))->key, key))
      return g_ptr_array_index (lines, i);
  g_assert_not_reached ();
}

static void
test_line (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, COMMUNE, "periodic", FALSE);
  g_autoptr (GPtrArray) lines = NULL;
  const TdTestLine *line;

  put_hamlet (d);
  put (d, "persons", "id", "P1", "full_name", "Lê Văn Thử", "birth_date", "1990-05-02", NULL);
  put (d, "residences", "person", "P1", "from", "2023-01-01", "unit", HAMLET, NULL);
  put_category (d, "P1", "suspected", NULL, NULL);
  put_category (d, "P1", "user", NULL, NULL);
  put_test (d, "P1", DAY, "unannounced", "negative");
  put (d, "tests", "person", "P1", "sampled_on", DAY, "occasion", "periodic", "result", "positive", "substances",
       "heroin", NULL);
  put_test (d, "P1", "2025-12-01", "periodic", "negative");
  put_person (d, "P2", COMMUNE, "addict");
  lines = read_tests (d, wish);
  line = find_line (lines, "P1");
  g_assert_cmpstr (line->line.name, ==, "Lê Văn Thử");
  g_assert_cmpstr (line->line.place, ==, "thôn Một");
  g_assert_cmpstr (line->born, ==, "1990-05-02");
  g_assert_cmpstr (line->category, ==, "user");
  g_assert_cmpstr (line->tested_on, ==, DAY);
  g_assert_cmpstr (line->tested_result, ==, "positive");
  g_assert_cmpstr (line->kept_result, ==, "positive");
  g_assert_cmpstr (line->kept_substances, ==, "heroin");
  line = find_line (lines, "P2");
  g_assert_null (line->born);
  g_assert_null (line->tested_on);
  g_assert_null (line->kept_result);
}

/* Whoever is added by name is listed wherever they are, and nobody twice. */
static void
test_more (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, COMMUNE, "periodic", FALSE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *keys = NULL;

  put_person (d, "here", COMMUNE, "addict");
  put_person (d, "there", OTHER, "released");
  put (d, "persons", "id", "nowhere", "full_name", "Người bịa", NULL);
  td_sheet_wish_add (wish, "here");
  td_sheet_wish_add (wish, "there");
  td_sheet_wish_add (wish, "nowhere");
  td_sheet_wish_add (wish, "unknown");
  lines = read_tests (d, wish);
  keys = list_keys (lines);
  g_assert_cmpstr (keys, ==, "nowhere there here");
  g_assert_null (find_line (lines, "nowhere")->line.place);
}

/* Before any unit is chosen. */
static void
test_more_alone (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, NULL, "periodic", TRUE);
  g_autoptr (GPtrArray) lines = NULL;

  put_person (d, "P1", COMMUNE, "addict");
  td_sheet_wish_add (wish, "P1");
  lines = read_tests (d, wish);
  g_assert_cmpuint (lines->len, ==, 1);
}

static void
test_order (District *d, gconstpointer data)
{
  static const char *const names[][2] = { { "1", "Lê Văn Đức" }, { "2", "Vi Thị Ánh" }, { "3", "Hà Văn Dũng" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      put (d, "persons", "id", names[i][0], "full_name", names[i][1], NULL);
      put (d, "residences", "person", names[i][0], "from", "2023-01-01", "unit", COMMUNE, NULL);
      put_category (d, names[i][0], "addict", NULL, NULL);
    }
  expect_tests (d, COMMUNE, FALSE, "2 3 1");
}

static void
test_unknown_unit (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, "nowhere", "periodic", TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (td_test_list_read (d->store, wish, NULL, &error));
  g_assert_error (error, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_NO_UNIT);
}

static void
undo (District *d, guint64 n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdHistoryStep) step = td_history_undo (d->store, "2000-01-01T00:00:00Z", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (step->n_rows, ==, n_rows);
}

static char *
describe_kept (District *d, const char *person)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, COMMUNE, "periodic", FALSE);
  g_autoptr (GPtrArray) lines = read_tests (d, wish);
  const TdTestLine *line = find_line (lines, person);

  return g_strdup_printf ("%s %s", line->kept_result != NULL ? line->kept_result : "-",
                          line->kept_substances != NULL ? line->kept_substances : "-");
}

static void
expect_kept (District *d, const char *person, const char *kept)
{
  g_autofree char *found = describe_kept (d, person);

  g_assert_cmpstr (found, ==, kept);
}

static void
test_keep_tests (District *d, gconstpointer data)
{
  g_autoptr (GPtrArray) found = td_test_found_new ();
  g_autoptr (GError) error = NULL;

  put_person (d, "P1", COMMUNE, "addict");
  put_person (d, "P2", COMMUNE, "addict");
  put (d, "tests", "person", "P2", "sampled_on", DAY, "occasion", "periodic", "result", "positive", "substances",
       "heroin", NULL);
  commit (d);
  td_test_found_add (found, "P1", "positive", " he\xCC\x82\xCC\x81 "); /* as some keyboards type it */
  td_test_found_add (found, "P2", "negative", NULL);
  g_assert_true (td_test_list_keep (d->store, DAY, "periodic", found, &error));
  g_assert_no_error (error);
  expect_kept (d, "P1", "positive hế");
  expect_kept (d, "P2", "negative -");
  undo (d, 2);
  expect_kept (d, "P1", "- -");
  expect_kept (d, "P2", "positive heroin");
}

static void
test_keep_all_or_nothing (District *d, gconstpointer data)
{
  g_autoptr (GPtrArray) found = td_test_found_new ();
  g_autoptr (GError) error = NULL;

  put_person (d, "P1", COMMUNE, "addict");
  commit (d);
  td_test_found_add (found, "P1", "negative", NULL);
  td_test_found_add (found, "nobody", "negative", NULL);
  g_assert_false (td_test_list_keep (d->store, DAY, "periodic", found, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_REFERENCE);
  expect_kept (d, "P1", "- -");
}

/* Two in the commune itself, the others in the hamlet; one came on the day, one left on it. */
static void
put_households (District *d)
{
  put_hamlet (d);
  put (d, "households", "id", "H1", "unit", HAMLET, "head_name", "Vi Văn Bốn", NULL);
  put (d, "households", "id", "H2", "unit", HAMLET, "head_name", "Vi Văn Ba", "committed_on", DAY, NULL);
  put (d, "households", "id", "H3", "unit", HAMLET, "committed_on", "2025-12-01", NULL);
  put (d, "households", "id", "H4", "unit", HAMLET, "registered_on", "2025-01-01", "left_on", DAY, NULL);
  put (d, "households", "id", "H5", "unit", COMMUNE, "head_name", "Lê Văn Năm", "registered_on", DAY, NULL);
  put (d, "households", "id", "H6", "unit", COMMUNE, "head_name", "Lê Văn Sáu", "registered_on", "2025-12-01", NULL);
  put (d, "households", "id", "H7", "unit", OTHER, "head_name", "Lê Văn Bảy", NULL);
}

static void
test_households (District *d, gconstpointer data)
{
  put_households (d);
  expect_households (d, HAMLET, FALSE, "H3 H2 H1");
  expect_households (d, HAMLET, TRUE, "H3 H1");
  expect_households (d, COMMUNE, FALSE, "H3 H2 H1 H5");
  expect_households (d, NULL, FALSE, "");
}

/* One that was marked stays on the sheet when its day or unit changes, and tells that it is not there then. */
static void
test_more_households (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, OTHER, NULL, TRUE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *keys = NULL;

  put_households (d);
  td_sheet_wish_add (wish, "H1");
  td_sheet_wish_add (wish, "H4");
  lines = read_households (d, wish);
  keys = list_keys (lines);
  g_assert_cmpstr (keys, ==, "H4 H1 H7");
  g_assert_false (((TdCommitmentLine *)g_ptr_array_index (lines, 0))->is_there);
  g_assert_true (((TdCommitmentLine *)g_ptr_array_index (lines, 1))->is_there);
}

static void
test_keep_commitments (District *d, gconstpointer data)
{
  g_autoptr (GPtrArray) households = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  put_households (d);
  commit (d);
  g_ptr_array_add (households, (gpointer) "H1");
  g_ptr_array_add (households, (gpointer) "H3");
  g_assert_true (td_commitment_list_keep (d->store, DAY, households, &error));
  g_assert_no_error (error);
  expect_households (d, HAMLET, TRUE, "");
  expect_households (d, HAMLET, FALSE, "H3 H2 H1");
  undo (d, 2);
  expect_households (d, HAMLET, TRUE, "H3 H1");
  g_ptr_array_add (households, (gpointer) "nobody");
  g_assert_false (td_commitment_list_keep (d->store, DAY, households, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_ROW);
  expect_households (d, HAMLET, TRUE, "H3 H1");
}

static void
test_given_up (District *d, gconstpointer data)
{
  g_autoptr (TdSheetWish) wish = td_sheet_wish_new (DAY, HAMLET, NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put_households (d);
  commit (d);
  g_cancellable_cancel (cancellable);
  g_assert_null (td_commitment_list_read (d->store, wish, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  district_add_test ("/sheets/whom", test_whom);
  district_add_test ("/sheets/lacking", test_lacking);
  district_add_test ("/sheets/line", test_line);
  district_add_test ("/sheets/more", test_more);
  district_add_test ("/sheets/more-alone", test_more_alone);
  district_add_test ("/sheets/order", test_order);
  district_add_test ("/sheets/unknown-unit", test_unknown_unit);
  district_add_test ("/sheets/keep-tests", test_keep_tests);
  district_add_test ("/sheets/keep-all-or-nothing", test_keep_all_or_nothing);
  district_add_test ("/sheets/households", test_households);
  district_add_test ("/sheets/more-households", test_more_households);
  district_add_test ("/sheets/keep-commitments", test_keep_commitments);
  district_add_test ("/sheets/given-up", test_given_up);
  return g_test_run ();
}
