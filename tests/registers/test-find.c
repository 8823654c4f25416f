/* test-find.c: registers, columns and words found by whatever a person calls them, and rules that every description
 * keeps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register.h"
#include "td-value.h"

#include <string.h>

typedef void (*EachRegister) (const TdRegister *);
typedef void (*EachField) (const TdRegister *, const TdField *);

static void
for_each_register (EachRegister check)
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    check (all[i]);
}

static void
for_each_field (EachField check)
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < all[i]->n_fields; j++)
      {
        g_test_message ("%s.%s", all[i]->name, all[i]->fields[j].name);
        check (all[i], &all[i]->fields[j]);
      }
}

/* The ways in which the same word reaches the program: as it is, upper case, decomposed, with space around. */
static void
spell (const char *word, char *spelt[5])
{
  spelt[0] = g_strdup (word);
  spelt[1] = g_utf8_strup (word, -1);
  spelt[2] = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT);
  spelt[3] = g_utf8_normalize (spelt[1], -1, G_NORMALIZE_DEFAULT);
  spelt[4] = g_strdup_printf ("\t %s  ", word);
}

static void
assert_finds_field (const TdRegister *reg, const TdField *field, const char *heading)
{
  char *spelt[5];

  spell (heading, spelt);
  for (guint i = 0; i < G_N_ELEMENTS (spelt); i++)
    {
      g_assert_true (td_register_find_field (reg, spelt[i]) == field);
      g_free (spelt[i]);
    }
}

static void
check_headings (const TdRegister *reg, const TdField *field)
{
  assert_finds_field (reg, field, field->name);
  assert_finds_field (reg, field, field->label);
}

/* Each is found as itself, so no name or label stands twice in a register, whatever its case. */
static void
columns_are_found_by_name_and_label (void)
{
  for_each_field (check_headings);
}

static void
headings_may_have_any_space_around (void)
{
  const TdRegister *persons = td_register_find ("persons");
  const TdField *name = td_register_find_field (persons, "full_name");

  g_assert_nonnull (name);
  g_assert_true (td_register_find_field (persons, "\u00a0Họ và tên\u00a0") == name);
  g_assert_true (td_register_find_field (persons, "\u3000full_name\u2003") == name);
}

static void
other_headings_are_not_found (void)
{
  const TdRegister *persons = td_register_find ("persons");

  g_assert_null (td_register_find_field (persons, ""));
  g_assert_null (td_register_find_field (persons, "full name"));
  g_assert_null (td_register_find_field (persons, "Ho va ten"));
  g_assert_null (td_register_find_field (persons, "unit"));
  g_assert_null (td_register_find ("person"));
  g_assert_null (td_register_find (""));
}

static void
assert_finds_register (const TdRegister *reg, const char *called)
{
  char *spelt[5];

  spell (called, spelt);
  for (guint i = 0; i < G_N_ELEMENTS (spelt); i++)
    {
      g_assert_true (td_register_find (spelt[i]) == reg);
      g_free (spelt[i]);
    }
}

static void
check_register_is_found (const TdRegister *reg)
{
  assert_finds_register (reg, reg->name);
  assert_finds_register (reg, reg->title);
}

static void
registers_are_found_by_name_and_title (void)
{
  for_each_register (check_register_is_found);
}

static void
assert_finds_word (const TdField *field, const TdWord *word, const char *called)
{
  char *spelt[5];

  spell (called, spelt);
  for (guint i = 0; i < G_N_ELEMENTS (spelt); i++)
    {
      g_assert_true (td_field_find_word (field, spelt[i]) == word);
      g_free (spelt[i]);
    }
}

static void
check_words (const TdRegister *reg, const TdField *field)
{
  for (const TdWord *word = field->words; word != NULL && word->value != NULL; word++)
    {
      assert_finds_word (field, word, word->value);
      assert_finds_word (field, word, word->label);
    }
}

static void
words_are_found_by_value_and_label (void)
{
  for_each_field (check_words);
}

static void
check_name_is_plain (const TdRegister *reg, const TdField *field)
{
  for (const char *at = field->name; *at != '\0'; at++)
    g_assert_true (g_ascii_islower (*at) || *at == '_');
  g_assert_cmpuint (strlen (field->label), >, 0);
  g_assert_true (g_utf8_validate (field->label, -1, NULL));
}

static void
column_names_are_plain (void)
{
  for_each_field (check_name_is_plain);
}

static void
check_labels_are_composed (const TdRegister *reg, const TdField *field)
{
  g_autofree char *composed = g_utf8_normalize (field->label, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  g_assert_cmpstr (field->label, ==, composed);
  for (const TdWord *word = field->words; word != NULL && word->value != NULL; word++)
    {
      g_autofree char *label = g_utf8_normalize (word->label, -1, G_NORMALIZE_DEFAULT_COMPOSE);

      g_assert_cmpstr (word->label, ==, label);
    }
}

static void
labels_are_composed (void)
{
  for_each_field (check_labels_are_composed);
}

static guint
index_of (const TdRegister *reg)
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  for (guint i = 0; i < n; i++)
    if (all[i] == reg)
      return i;
  g_assert_not_reached ();
}

static guint
count_keys (const TdRegister *reg)
{
  guint keys = 0;

  for (guint i = 0; i < reg->n_fields; i++)
    keys += (reg->fields[i].flags & TD_FIELD_KEY) != 0;
  return keys;
}

static void
check_reference (const TdRegister *reg, const TdField *field)
{
  const TdRegister *target;

  if (field->refers_to == NULL)
    return;
  target = td_register_find (field->refers_to);
  g_assert_nonnull (target);
  g_assert_cmpstr (target->name, ==, field->refers_to);
  g_assert_cmpuint (index_of (target), <=, index_of (reg));
  g_assert_cmpuint (count_keys (target), ==, 1);
  g_assert_true (target->fields[0].flags & TD_FIELD_KEY);
}

static void
references_lead_to_a_register_before (void)
{
  for_each_field (check_reference);
}

static void
check_keys (const TdRegister *reg)
{
  gboolean was_key = TRUE;

  g_assert_cmpuint (count_keys (reg), >, 0);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      gboolean is_key = (reg->fields[i].flags & TD_FIELD_KEY) != 0;

      g_assert_true (was_key || !is_key);
      g_assert_true (!is_key || td_field_is_required (&reg->fields[i]));
      g_assert_true (!is_key || !(reg->fields[i].flags & TD_FIELD_SEALED));
      was_key = is_key;
    }
}

static void
keys_come_first_required_and_in_the_clear (void)
{
  for_each_register (check_keys);
}

static void
check_end (const TdRegister *reg, const TdField *field)
{
  if (field->ends == NULL)
    return;
  g_assert_cmpint (field->type, ==, TD_TYPE_DATE);
  g_assert_cmpint (reg->fields[td_register_field_index (reg, field->ends)].type, ==, TD_TYPE_DATE);
}

static void
periods_are_days (void)
{
  for_each_field (check_end);
}

static void
check_period_start (const TdRegister *reg)
{
  static const char *const with_periods[]
    = { "residences", "classifications", "treatments", "detentions", "supports", NULL };

  g_assert_cmpstr (td_register_period_start (reg), ==, g_strv_contains (with_periods, reg->name) ? "from" : NULL);
}

static void
periods_by_key_are_known (void)
{
  for_each_register (check_period_start);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/columns", columns_are_found_by_name_and_label);
  g_test_add_func ("/find/space-around", headings_may_have_any_space_around);
  g_test_add_func ("/find/others", other_headings_are_not_found);
  g_test_add_func ("/find/registers", registers_are_found_by_name_and_title);
  g_test_add_func ("/find/words", words_are_found_by_value_and_label);
  g_test_add_func ("/find/plain-names", column_names_are_plain);
  g_test_add_func ("/find/composed-labels", labels_are_composed);
  g_test_add_func ("/find/references", references_lead_to_a_register_before);
  g_test_add_func ("/find/keys", keys_come_first_required_and_in_the_clear);
  g_test_add_func ("/find/periods", periods_are_days);
  g_test_add_func ("/find/period-starts", periods_by_key_are_known);
  return g_test_run ();
}
