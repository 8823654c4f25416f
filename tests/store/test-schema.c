/* test-schema.c: the tables against the registers' descriptions: what a description says, its table holds to, whoever
 * writes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <string.h>

/* Asks the database one text about a register's table. */
#define ASK(place, reg, sql) ask (place, g_strdup_printf (sql, (reg)->name))

static char *
ask (Place *place, char *sql)
{
  g_autofree char *owned = sql;

  return place_text (place, owned);
}

static void
for_each_register (Place *place, void (*check) (Place *, const TdRegister *))
{
  guint n;
  const TdRegister *const *all = td_registers_all (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", all[i]->name);
      check (place, all[i]);
    }
}

static gboolean
has_hash (const TdField *field)
{
  return (field->flags & TD_FIELD_SEALED) && (field->flags & TD_FIELD_UNIQUE);
}

static const char *
kind_of (const TdField *field)
{
  if (field->flags & TD_FIELD_SEALED)
    return "BLOB";
  return field->type == TD_TYPE_AMOUNT ? "INTEGER" : "TEXT";
}

static void
check_columns (Place *place, const TdRegister *reg)
{
  g_autoptr (GString) expected = g_string_new ("row_id INTEGER");
  g_autofree char *found = ASK (place, reg,
                                "SELECT group_concat (name || ' ' || type || iif (\"notnull\", ' required', ''), ', ') "
                                "FROM (SELECT * FROM pragma_table_info ('%s') ORDER BY cid)");

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      g_string_append_printf (expected, ", %s %s%s", field->name, kind_of (field),
                              td_field_is_required (field) ? " required" : "");
      if (has_hash (field))
        g_string_append_printf (expected, ", %s_hash BLOB", field->name);
    }
  g_assert_cmpstr (found, ==, expected->str);
}

static void
columns_are_those_of_the_description (Place *place, gconstpointer data)
{
  for_each_register (place, check_columns);
}

static void
check_strict (Place *place, const TdRegister *reg)
{
  g_autofree char *strict = ASK (place, reg, "SELECT strict FROM pragma_table_list WHERE name = '%s'");
  g_autofree char *counted = ASK (place, reg,
                                  "SELECT sql LIKE '%%row_id INTEGER PRIMARY KEY AUTOINCREMENT%%' FROM sqlite_schema "
                                  "WHERE name = '%s'");

  g_assert_cmpstr (strict, ==, "1");
  g_assert_cmpstr (counted, ==, "1");
}

static void
tables_are_strict_and_reuse_no_row_id (Place *place, gconstpointer data)
{
  for_each_register (place, check_strict);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
check_references (Place *place, const TdRegister *reg)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *found = ASK (place, reg,
                                "SELECT group_concat (\"from\" || ' ' || \"table\" || ' ' || \"to\", ', ') "
                                "FROM (SELECT * FROM pragma_foreign_key_list ('%s') ORDER BY \"from\")");

  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].refers_to != NULL)
      g_ptr_array_add (expected, g_strdup_printf ("%s %s %s", reg->fields[i].name, reg->fields[i].refers_to,
                                                  td_register_find (reg->fields[i].refers_to)->fields[0].name));
  g_ptr_array_sort (expected, compare_texts);
  g_ptr_array_add (expected, NULL);
  list = g_strjoinv (", ", (char **)expected->pdata);
  g_assert_cmpstr (found != NULL ? found : "", ==, list);
}

static void
references_are_those_of_the_description (Place *place, gconstpointer data)
{
  for_each_register (place, check_references);
}

static void
check_unique (Place *place, const TdRegister *reg)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *found
    = ASK (place, reg,
           "SELECT group_concat (columns, '; ') FROM (SELECT (SELECT group_concat (name, ', ') "
           "  FROM (SELECT name FROM pragma_index_info (list.name) ORDER BY seqno)) AS columns "
           "FROM pragma_index_list ('%s') AS list WHERE \"unique\" AND NOT partial ORDER BY columns)");

  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_KEY)
      g_string_append_printf (expected, "%s%s", expected->len > 0 ? ", " : "", reg->fields[i].name);
  for (guint i = 0; i < reg->n_fields; i++)
    if (has_hash (&reg->fields[i]))
      g_string_append_printf (expected, "; %s_hash", reg->fields[i].name);
  g_assert_cmpstr (found, ==, expected->str);
}

static void
keys_and_unique_values_stand_once (Place *place, gconstpointer data)
{
  for_each_register (place, check_unique);
}

/* What SQLite answers where every row's @field is set to @value, which is undone again. */
static int
try_value (Place *place, const TdRegister *reg, const TdField *field, const char *value)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys=OFF; BEGIN; UPDATE %s SET \"%s\" = %s; ROLLBACK",
                                          reg->name, field->name, value);

  return place_try (place, sql);
}

static void
check_words (Place *place, const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      if (field->type != TD_TYPE_WORD)
        continue;
      g_assert_cmpint (try_value (place, reg, field, "'bogus'"), ==, SQLITE_CONSTRAINT_CHECK);
      g_assert_cmpint (try_value (place, reg, field, "''"), ==, SQLITE_CONSTRAINT_CHECK);
      for (const TdWord *word = field->words; word->value != NULL; word++)
        {
          g_autofree char *value = g_strdup_printf ("'%s'", word->value);

          g_assert_cmpint (try_value (place, reg, field, value), ==, SQLITE_OK);
        }
    }
}

static void
just_the_words_of_the_description_are_taken (Place *place, gconstpointer data)
{
  add_one_row_each (place->store);
  for_each_register (place, check_words);
}

static void
check_days (Place *place, const TdRegister *reg)
{
  static const char *const bad[]
    = { "'2025-02-30'", "'30/11/2025'", "'2025-1-1'", "'45991'", "''", "'2025-01-01 10:00'" };

  for (guint i = 0; i < reg->n_fields; i++)
    for (guint j = 0; j < G_N_ELEMENTS (bad); j++)
      if (reg->fields[i].type == TD_TYPE_DATE && !(reg->fields[i].flags & TD_FIELD_SEALED))
        g_assert_cmpint (try_value (place, reg, &reg->fields[i], bad[j]), ==, SQLITE_CONSTRAINT_CHECK);
}

static void
what_is_no_day_is_refused (Place *place, gconstpointer data)
{
  add_one_row_each (place->store);
  for_each_register (place, check_days);
}

static void
check_ends (Place *place, const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].ends != NULL)
      {
        g_assert_cmpint (try_value (place, reg, &reg->fields[i], "'2025-01-31'"), ==, SQLITE_OK);
        g_assert_cmpint (try_value (place, reg, &reg->fields[i], "'2025-01-30'"), ==, SQLITE_CONSTRAINT_CHECK);
      }
}

static void
an_end_before_its_start_is_refused (Place *place, gconstpointer data)
{
  add_one_row_each (place->store);
  /* The plan's own units have no start. */
  place_execute (place, "UPDATE units SET valid_from = '2025-01-31'");
  for_each_register (place, check_ends);
}

static void
check_other_kinds (Place *place, const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      if (field->flags & TD_FIELD_SEALED)
        g_assert_cmpint (try_value (place, reg, field, "'in the clear'"), ==, SQLITE_CONSTRAINT_DATATYPE);
      else if (field->type == TD_TYPE_AMOUNT)
        {
          g_assert_cmpint (try_value (place, reg, field, "'many'"), ==, SQLITE_CONSTRAINT_DATATYPE);
          g_assert_cmpint (try_value (place, reg, field, "-1"), ==, SQLITE_CONSTRAINT_CHECK);
        }
    }
}

static void
sealed_columns_take_no_text_and_amounts_no_words (Place *place, gconstpointer data)
{
  add_one_row_each (place->store);
  for_each_register (place, check_other_kinds);
}

static void
no_table_is_without_a_reason (Place *place, gconstpointer data)
{
  guint n;
  g_autofree char *others = place_text (place, "SELECT group_concat (name, ' ') FROM (SELECT name FROM "
                                               "pragma_table_list WHERE schema = 'main' AND type = 'table' AND name IN "
                                               "('audit', 'plan', 'settings', 'vault_grants', 'vault_keys', "
                                               "'vault_users') ORDER BY name)");

  td_registers_all (&n);
  g_assert_cmpstr (others, ==, "audit plan settings vault_grants vault_keys vault_users");
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' "
                                        "AND name NOT LIKE 'sqlite_%'"),
                   ==, n + 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/schema/columns", columns_are_those_of_the_description);
  place_add_test ("/schema/strict", tables_are_strict_and_reuse_no_row_id);
  place_add_test ("/schema/references", references_are_those_of_the_description);
  place_add_test ("/schema/unique", keys_and_unique_values_stand_once);
  place_add_test ("/schema/words", just_the_words_of_the_description_are_taken);
  place_add_test ("/schema/days", what_is_no_day_is_refused);
  place_add_test ("/schema/ends", an_end_before_its_start_is_refused);
  place_add_test ("/schema/kinds", sealed_columns_take_no_text_and_amounts_no_words);
  place_add_test ("/schema/tables", no_table_is_without_a_reason);
  return g_test_run ();
}
