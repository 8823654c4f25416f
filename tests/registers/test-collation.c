/* test-collation.c: Vietnamese order, people by given name, and search to which marks do not matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-collation.h"

/* In their order. */
static void
assert_order (char *(*make_key) (const char *), const char *const *names, guint n_names)
{
  for (guint i = 1; i < n_names; i++)
    {
      g_autofree char *before = make_key (names[i - 1]);
      g_autofree char *after = make_key (names[i]);

      g_assert_cmpstr (before, <, after);
    }
}

static void
letters_come_in_the_order_of_the_alphabet (void)
{
  static const char *const words[] = { "an", "ăn", "ân", "bà", "da", "đa", "em", "êm", "o", "ô", "ơ", "u", "ư" };

  assert_order (td_collation_key, words, G_N_ELEMENTS (words));
}

static void
tones_decide_only_between_equal_letters (void)
{
  static const char *const words[] = { "ma", "mà", "mả", "mã", "má", "mạ", "mai" };

  assert_order (td_collation_key, words, G_N_ELEMENTS (words));
}

static void
people_come_by_given_name (void)
{
  static const char *const names[]
    = { "Vi Văn An", "Lê Thị Bình", "Vi Thị Bình", "Hà Văn Đức", "Lương Văn Hùng", "Bùi Thị Yến" };

  assert_order (td_collation_name_key, names, G_N_ELEMENTS (names));
}

static void
a_name_of_one_word_is_its_own_given_name (void)
{
  static const char *const names[] = { "An", "Vi Văn Ba", "Cúc" };

  assert_order (td_collation_name_key, names, G_N_ELEMENTS (names));
}

static void
assert_search_key (const char *text, const char *expected)
{
  g_autofree char *key = td_search_key (text);

  g_assert_cmpstr (key, ==, expected);
}

static void
search_knows_no_marks_and_no_case (void)
{
  assert_search_key ("Đặng Thị Ướt", "dang thi uot");
  assert_search_key ("Nguye\xCC\x82\xCC\x83n", "nguyen");
  assert_search_key ("  Yên \t Cát ", "yen cat");
  assert_search_key ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/letters-come-in-the-order-of-the-alphabet", letters_come_in_the_order_of_the_alphabet);
  g_test_add_func ("/collation/tones-decide-only-between-equal-letters", tones_decide_only_between_equal_letters);
  g_test_add_func ("/collation/people-come-by-given-name", people_come_by_given_name);
  g_test_add_func ("/collation/a-name-of-one-word-is-its-own-given-name", a_name_of_one_word_is_its_own_given_name);
  g_test_add_func ("/collation/search-knows-no-marks-and-no-case", search_knows_no_marks_and_no_case);
  return g_test_run ();
}
