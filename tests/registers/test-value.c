/* test-value.c: from cells to values: what is taken, what is refused and in which words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-value.h"

#include <string.h>

#define TODAY "2025-11-30"

static const TdField *
find (const char *reg, const char *field)
{
  const TdField *found = td_register_find_field (td_register_find (reg), field);

  g_assert_nonnull (found);
  return found;
}

static void
assert_value (const char *reg, const char *field, const char *cell, const char *expected)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (td_field_parse (find (reg, field), cell, TODAY, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static void
assert_refused (const char *reg, const char *field, const char *cell, TdValueError code)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (td_field_parse (find (reg, field), cell, TODAY, &value, &error));
  g_assert_error (error, TD_VALUE_ERROR, (int)code);
  g_assert_null (value);
}

static void
text_is_trimmed_at_both_ends_alone (void)
{
  assert_value ("persons", "ethnicity", "  Thái  đen \t", "Thái  đen");
  assert_value ("persons", "ethnicity", "\u00a0\u3000Thổ\u2003\u00a0", "Thổ");
  assert_value ("persons", "note", "dòng một\r\ndòng hai\r\n", "dòng một\ndòng hai");
}

static void
text_is_composed (void)
{
  assert_value ("persons", "full_name", "Lo\u031b\u0300ng Va\u0306n A\u0302\u0301t", "Lờng Văn Ất");
}

static void
an_empty_cell_is_not_known (void)
{
  assert_value ("persons", "ethnicity", "", NULL);
  assert_value ("persons", "birth_date", "  ", NULL);
  assert_value ("persons", "sex", "\u00a0", NULL);
  assert_value ("supports", "amount", "\t", NULL);
}

static void
an_empty_cell_that_is_needed_is_refused (void)
{
  assert_refused ("persons", "id", "", TD_VALUE_ERROR_MISSING);
  assert_refused ("persons", "full_name", " \u00a0 ", TD_VALUE_ERROR_MISSING);
  assert_refused ("residences", "from", "", TD_VALUE_ERROR_MISSING);
}

static void
control_characters_are_refused (void)
{
  static const char *const bad[] = { "a\001b", "a\033[31mb", "a\177b", "a\xc2\x85", "a\rb", "a\vb" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused ("persons", "note", bad[i], TD_VALUE_ERROR_ENCODING);
}

static void
bytes_that_are_not_utf8_are_refused (void)
{
  static const char *const bad[] = { "Nguy\xea\xfen", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused ("persons", "note", bad[i], TD_VALUE_ERROR_ENCODING);
}

static char *
repeat (const char *text, guint times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
a_cell_holds_4096_characters (void)
{
  g_autofree char *most = repeat ("ệ", 4096);
  g_autofree char *more = repeat ("ệ", 4097);

  assert_value ("persons", "note", most, most);
  assert_refused ("persons", "note", more, TD_VALUE_ERROR_TOO_LONG);
}

/* No letter is kept in another form than the one that composes it, whichever way it is found out. */
static void
every_letter_is_kept_composed (void)
{
  for (gunichar c = 0xa0; c < 0x2000; c++)
    {
      char letter[8] = { 0 };
      g_autofree char *text = NULL;
      g_autofree char *composed = NULL;

      if (!g_unichar_isalpha (c))
        continue;
      g_unichar_to_utf8 (c, letter);
      text = g_strdup_printf ("a%sb", letter);
      composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
      assert_value ("persons", "note", text, composed);
    }
}

/* A letter with two marks is three characters decomposed; a person counts one. */
static void
the_limit_counts_what_is_kept (void)
{
  g_autofree char *most = repeat ("ệ", 4096);
  g_autofree char *decomposed = g_utf8_normalize (most, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *spaced = g_strconcat ("  ", most, "  ", NULL);
  /* One character that no composed form has: it is kept as two. */
  g_autofree char *growing = repeat ("\u0958", 4096);

  assert_value ("persons", "note", decomposed, most);
  assert_value ("persons", "note", spaced, most);
  assert_refused ("persons", "note", growing, TD_VALUE_ERROR_TOO_LONG);
}

static void
words_are_taken_in_any_form (void)
{
  static const char *const forms[]
    = { "negative", "NEGATIVE", " Negative ", "âm tính", "ÂM TÍNH", "Âm tính", "A\u0302m ti\u0301nh" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_value ("tests", "result", forms[i], "negative");
  assert_value ("cases", "by_missed_person", "Có", "yes");
  assert_value ("cases", "by_missed_person", "KHÔNG", "no");
}

static void
another_word_is_refused_with_the_list (void)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (td_field_parse (find ("tests", "result"), "am tinh", TODAY, &value, &error));
  g_assert_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "negative (âm tính), positive (dương tính)"));
}

static void
dates_are_taken_in_both_forms (void)
{
  assert_value ("persons", "birth_date", "5/3/1990", "1990-03-05");
  assert_value ("persons", "birth_date", " 1990-03-05 ", "1990-03-05");
  assert_refused ("persons", "birth_date", "1990", TD_VALUE_ERROR_INVALID);
  assert_refused ("persons", "birth_date", "29/02/2025", TD_VALUE_ERROR_INVALID);
}

static void
a_day_to_come_is_refused (void)
{
  assert_value ("residences", "to", TODAY, TODAY);
  assert_value ("residences", "to", "30/11/2025", TODAY);
  assert_refused ("residences", "to", "2025-12-01", TD_VALUE_ERROR_FUTURE);
  assert_refused ("residences", "to", "01/01/2026", TD_VALUE_ERROR_FUTURE);
}

static void
amounts_are_whole_and_not_negative (void)
{
  static const char *const bad[] = { "-1",
                                     "+1",
                                     "1.5",
                                     "1,5",
                                     "5.000.000",
                                     "5 000",
                                     "0x10",
                                     "năm triệu",
                                     "1e6",
                                     "9223372036854775808",
                                     "99999999999999999999" };

  assert_value ("supports", "amount", "0", "0");
  assert_value ("supports", "amount", " 5000000 ", "5000000");
  assert_value ("supports", "amount", "007", "7");
  assert_value ("supports", "amount", "9223372036854775807", "9223372036854775807");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused ("supports", "amount", bad[i], TD_VALUE_ERROR_INVALID);
}

static void
assert_shown (const char *reg, const char *field, const char *value, const char *expected)
{
  g_autofree char *shown = td_field_show (find (reg, field), value);

  g_assert_cmpstr (shown, ==, expected);
}

static void
values_are_shown_as_people_read_them (void)
{
  assert_shown ("residences", "from", "2025-02-01", "01/02/2025");
  assert_shown ("tests", "result", "negative", "âm tính");
  assert_shown ("supports", "amount", "0", "0");
  assert_shown ("supports", "amount", "999", "999");
  assert_shown ("supports", "amount", "1000", "1.000");
  assert_shown ("supports", "amount", "5000000", "5.000.000");
  assert_shown ("supports", "amount", "1234567890", "1.234.567.890");
  assert_shown ("persons", "ethnicity", "Thái", "Thái");
  assert_shown ("persons", "ethnicity", NULL, "");
}

static gboolean
check_order (const char *reg_name, const char *start, const char *end, const TdField **field, GError **error)
{
  const TdRegister *reg = td_register_find (reg_name);
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);

  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].ends != NULL)
      {
        values[i] = end;
        values[td_register_field_index (reg, reg->fields[i].ends)] = start;
      }
  return td_row_check_order (reg, values, field, error);
}

static void
an_end_before_its_start_is_refused (void)
{
  const TdField *field = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (check_order ("hotspots", "2025-03-02", "2025-03-01", &field, &error));
  g_assert_error (error, TD_VALUE_ERROR, TD_VALUE_ERROR_ORDER);
  g_assert_cmpstr (field->name, ==, "cleared_on");
  g_assert_nonnull (strstr (error->message, "found_on"));
}

static void
an_end_on_or_after_its_start_is_taken (void)
{
  const TdField *field = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (check_order ("hotspots", "2025-03-01", "2025-03-01", &field, &error));
  g_assert_true (check_order ("hotspots", "2025-03-01", "2025-03-02", &field, &error));
  g_assert_true (check_order ("hotspots", "2025-03-01", NULL, &field, &error));
  g_assert_true (check_order ("households", NULL, "2025-03-01", &field, &error));
  g_assert_no_error (error);
}

static void
assert_not_quoted (const TdField *field, const char *cell, const char *canary)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  if (!td_field_parse (field, cell, TODAY, &value, &error))
    g_assert_null (strstr (error->message, canary));
}

static void
errors_never_quote_the_cell (void)
{
  g_autofree char *long_cell = repeat ("canary-71 ", 500);
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < all[i]->n_fields; j++)
      {
        assert_not_quoted (&all[i]->fields[j], "canary-71", "canary-71");
        assert_not_quoted (&all[i]->fields[j], "canary-71\001", "canary-71");
        assert_not_quoted (&all[i]->fields[j], "canary-71\xff", "canary-71");
        assert_not_quoted (&all[i]->fields[j], long_cell, "canary-71");
        assert_not_quoted (&all[i]->fields[j], "2071-01-01", "2071");
        assert_not_quoted (&all[i]->fields[j], "-7171", "7171");
      }
}

static void
an_error_of_order_quotes_no_day (void)
{
  const TdField *field = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (check_order ("residences", "1971-01-02", "1971-01-01", &field, &error));
  g_assert_null (strstr (error->message, "1971"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/trimmed", text_is_trimmed_at_both_ends_alone);
  g_test_add_func ("/value/composed", text_is_composed);
  g_test_add_func ("/value/composed/letters", every_letter_is_kept_composed);
  g_test_add_func ("/value/empty", an_empty_cell_is_not_known);
  g_test_add_func ("/value/missing", an_empty_cell_that_is_needed_is_refused);
  g_test_add_func ("/value/control-characters", control_characters_are_refused);
  g_test_add_func ("/value/not-utf8", bytes_that_are_not_utf8_are_refused);
  g_test_add_func ("/value/4096", a_cell_holds_4096_characters);
  g_test_add_func ("/value/4096-kept", the_limit_counts_what_is_kept);
  g_test_add_func ("/value/words", words_are_taken_in_any_form);
  g_test_add_func ("/value/other-words", another_word_is_refused_with_the_list);
  g_test_add_func ("/value/dates", dates_are_taken_in_both_forms);
  g_test_add_func ("/value/future", a_day_to_come_is_refused);
  g_test_add_func ("/value/amounts", amounts_are_whole_and_not_negative);
  g_test_add_func ("/value/shown", values_are_shown_as_people_read_them);
  g_test_add_func ("/value/end-before-start", an_end_before_its_start_is_refused);
  g_test_add_func ("/value/end-after-start", an_end_on_or_after_its_start_is_taken);
  g_test_add_func ("/value/not-quoted", errors_never_quote_the_cell);
  g_test_add_func ("/value/order-not-quoted", an_error_of_order_quotes_no_day);
  return g_test_run ();
}
