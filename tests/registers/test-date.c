/* test-date.c: which texts are days, and counting days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-date.h"

static void
assert_parses (const char *text, const char *expected)
{
  g_autofree char *date = td_date_parse (text);

  g_assert_cmpstr (date, ==, expected);
}

static void
both_forms_give_the_kept_form (void)
{
  assert_parses ("2025-11-30", "2025-11-30");
  assert_parses ("30/11/2025", "2025-11-30");
}

static void
the_slashed_form_may_leave_out_zeros (void)
{
  assert_parses ("1/2/2025", "2025-02-01");
  assert_parses ("01/2/2025", "2025-02-01");
  assert_parses ("1/02/2025", "2025-02-01");
}

static void
leap_years_follow_the_calendar (void)
{
  assert_parses ("29/02/2024", "2024-02-29");
  assert_parses ("2000-02-29", "2000-02-29");
  assert_parses ("29/02/2025", NULL);
  assert_parses ("1900-02-29", NULL);
  assert_parses ("2100-02-29", NULL);
}

static void
what_is_no_day_is_refused (void)
{
  static const char *const bad[] = {
    "",           "30/11",      "2025",        "31/04/2025",       "00/01/2025",  "01/00/2025",
    "2025-13-01", "2025-00-10", "2025-01-32",  "30-11-2025",       "2025/11/30",  "30.11.2025",
    "30/11/25",   "2025-1-1",   "2025-11-3",   "2025-11-300",      "30/11/2025 ", " 30/11/2025",
    "+1/11/2025", "-1/11/2025", "30/11/2025x", "2025-11-30T00:00", "13/13/2025",  "012/1/2025",
    "11/30/2025", "45991",      "hôm nay",     "0000-01-01",       "1/1/99999",   "٣٠/١١/٢٠٢٥",
    "2025-",      "/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_parses (bad[i], NULL);
}

static void
assert_typed (const char *text, const char *expected)
{
  g_autofree char *date = td_date_parse_typed (text);

  g_assert_cmpstr (date, ==, expected);
}

static void
a_typed_date_may_be_short (void)
{
  static const char *const texts[] = {
    "5/2/25",   "05/02/25", "5-2-2025", "5-2-25",     "05-02-2025", "5.2.25",   "05.02.2025",
    "5/2/2025", "050225",   "05022025", "2025-02-05", " 5/2/25",    "5/2/25\n", "05/02/2025",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_typed (texts[i], "2025-02-05");
}

static void
a_typed_year_of_two_digits_is_near (void)
{
  assert_typed ("1/1/00", "2000-01-01");
  assert_typed ("31/12/49", "2049-12-31");
  assert_typed ("1/1/50", "1950-01-01");
  assert_typed ("311299", "1999-12-31");
  assert_typed ("29/2/24", "2024-02-29");
  assert_typed ("01010050", NULL);
}

static void
what_is_typed_must_be_a_day (void)
{
  static const char *const bad[] = {
    "",         "5",        "5/2",      "5/2/",      "5/2/2",    "5/2/202",   "5/2/20255", "5/2-25",   "5 2 25",
    "31/4/25",  "29/2/25",  "310425",   "5022025",   "45991",    "0502202",   "20251130",  "0/2/25",   "5/13/25",
    "5/2/25x",  "//25",     "5//25",    "05/022025", "005/2/25", "5/002/25",  "hôm nay",   "+5/2/25",  "5,2,25",
    "5-2-1799", "05023000", "2025-2-5", "25-02-05x", "٠٥٠٢٢٥",   "5/2/25/25", "5..2.25",   "5/ 2/ 25", "-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_typed (bad[i], NULL);
}

static void
years_out_of_reach_are_slips (void)
{
  assert_parses ("1799-12-31", NULL);
  assert_parses ("1800-01-01", "1800-01-01");
  assert_parses ("2999-12-31", "2999-12-31");
  assert_parses ("3000-01-01", NULL);
}

static void
only_the_kept_form_is_valid (void)
{
  g_assert_true (td_date_is_valid ("2025-11-30"));
  g_assert_false (td_date_is_valid ("30/11/2025"));
  g_assert_false (td_date_is_valid ("2025-02-29"));
  g_assert_false (td_date_is_valid (""));
  g_assert_false (td_date_is_valid (NULL));
}

static void
assert_added (const char *date, int days, const char *expected)
{
  g_autofree char *sum = td_date_add_days (date, days);

  g_assert_cmpstr (sum, ==, expected);
}

static void
days_are_added_over_months_and_years (void)
{
  assert_added ("2025-11-30", 0, "2025-11-30");
  assert_added ("2025-11-30", 1, "2025-12-01");
  assert_added ("2024-02-28", 1, "2024-02-29");
  assert_added ("2025-02-28", 1, "2025-03-01");
  assert_added ("2025-12-31", 365, "2026-12-31");
  assert_added ("2025-01-01", -1, "2024-12-31");
  assert_added ("2025-03-01", -366, "2024-02-29");
}

static void
days_between_count_in_both_directions (void)
{
  g_assert_cmpint (td_date_days_between ("2025-11-30", "2025-11-30"), ==, 0);
  g_assert_cmpint (td_date_days_between ("2025-10-31", "2025-11-30"), ==, 30);
  g_assert_cmpint (td_date_days_between ("2025-11-30", "2025-10-31"), ==, -30);
  g_assert_cmpint (td_date_days_between ("2024-01-01", "2025-01-01"), ==, 366);
}

static void
adding_the_days_between_leads_back (void)
{
  for (int days = -800; days <= 800; days += 7)
    {
      g_autofree char *date = td_date_add_days ("2024-02-29", days);

      g_assert_true (td_date_is_valid (date));
      g_assert_cmpint (td_date_days_between ("2024-02-29", date), ==, days);
    }
}

static void
a_day_is_shown_as_people_write_it (void)
{
  g_autofree char *shown = td_date_show ("2025-02-01");

  g_assert_cmpstr (shown, ==, "01/02/2025");
  assert_parses (shown, "2025-02-01");
}

static void
today_is_a_day_of_vietnam (void)
{
  g_autofree char *before = td_date_today ();
  g_autoptr (GDateTime) utc = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) here = g_date_time_add_hours (utc, 7);
  g_autofree char *expected = g_date_time_format (here, "%Y-%m-%d");
  g_autofree char *after = td_date_today ();

  g_assert_true (td_date_is_valid (before));
  g_assert_cmpstr (before, <=, expected);
  g_assert_cmpstr (expected, <=, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/both-forms", both_forms_give_the_kept_form);
  g_test_add_func ("/date/without-zeros", the_slashed_form_may_leave_out_zeros);
  g_test_add_func ("/date/leap-years", leap_years_follow_the_calendar);
  g_test_add_func ("/date/no-day", what_is_no_day_is_refused);
  g_test_add_func ("/date/typed-short", a_typed_date_may_be_short);
  g_test_add_func ("/date/typed-years", a_typed_year_of_two_digits_is_near);
  g_test_add_func ("/date/typed-no-day", what_is_typed_must_be_a_day);
  g_test_add_func ("/date/years", years_out_of_reach_are_slips);
  g_test_add_func ("/date/valid", only_the_kept_form_is_valid);
  g_test_add_func ("/date/add", days_are_added_over_months_and_years);
  g_test_add_func ("/date/between", days_between_count_in_both_directions);
  g_test_add_func ("/date/there-and-back", adding_the_days_between_leads_back);
  g_test_add_func ("/date/show", a_day_is_shown_as_people_write_it);
  g_test_add_func ("/date/today", today_is_a_day_of_vietnam);
  return g_test_run ();
}
