/* test-district.c: a district in a folder that is gone after the test, rows put into it, and what stands in the way of
 * a criterion as one line to compare with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-district.h"

#include "td-vault.h"

#include <glib/gstdio.h>

/* Before every day that the tests ask about. */
#define LONG_AGO "2023-01-01"

static void
set_up (District *self, gconstpointer data)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  td_vault_use_test_cost ();
  self->folder = g_dir_make_tmp ("criteria-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "district.tham-dinh", NULL);
  self->store = td_store_create (path, plan, "tester", "một câu dài chỉ để thử", &error);
  g_assert_no_error (error);
}

static void
tear_down (District *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_clear_pointer (&self->change, td_change_free);
  g_clear_pointer (&self->store, td_store_unref);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

void
district_add_test (const char *name, DistrictTest test)
{
  district_add_test_with_data (name, NULL, test);
}

void
district_add_test_with_data (const char *name, gconstpointer data, DistrictTest test)
{
  g_test_add (name, District, data, set_up, test, tear_down);
}

/* Takes columns and their values in pairs; a column that is not named is not known. */
void
put (District *self, const char *reg_name, ...)
{
  const TdRegister *reg = td_register_find (reg_name);
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list pairs;

  if (self->change == NULL)
    self->change = td_change_begin (self->store, "test", &error);
  g_assert_no_error (error);
  va_start (pairs, reg_name);
  while ((field = va_arg (pairs, const char *)) != NULL)
    values[td_register_field_index (reg, field)] = va_arg (pairs, const char *);
  va_end (pairs);
  td_change_put (self->change, reg, values, NULL, &error);
  g_assert_no_error (error);
}

void
put_resident (District *self, const char *id, const char *unit)
{
  put (self, "persons", "id", id, "full_name", "Người bịa", NULL);
  put (self, "residences", "person", id, "from", LONG_AGO, "unit", unit, NULL);
}

void
put_category (District *self, const char *id, const char *category, const char *from, const char *to)
{
  put (self, "classifications", "person", id, "category", category, "from", from != NULL ? from : LONG_AGO, "to", to,
       NULL);
}

/* An open record with a supervisor. */
void
put_record (District *self, const char *id)
{
  put (self, "management_records", "person", id, "number", "1", "opened_on", LONG_AGO, "supervisor", "Trưởng thôn",
       NULL);
}

void
put_test (District *self, const char *id, const char *day, const char *occasion, const char *result)
{
  put (self, "tests", "person", id, "sampled_on", day, "occasion", occasion, "result", result, NULL);
}

/* An addict in the community who wants nothing but a test. */
void
put_addict (District *self, const char *id, const char *unit)
{
  put_resident (self, id, unit);
  put_category (self, id, "addict", NULL, NULL);
  put_record (self, id);
  put (self, "treatments", "person", id, "form", "home_community", "from", LONG_AGO, NULL);
}

void
put_registration (District *self, const char *unit, const char *day)
{
  put (self, "registrations", "unit", unit, "registered_on", day, NULL);
}

void
put_review (District *self, const char *unit, const char *day)
{
  put (self, "reviews", "unit", unit, "reviewed_on", day, NULL);
}

/* Keeps what was put so far; @unit is NULL for the communes, towns and wards. */
TdEvaluation *
district_evaluate (District *self, const char *day, const char *unit)
{
  g_autoptr (GError) error = NULL;
  TdEvaluation *evaluation;

  if (self->change != NULL)
    td_change_commit (self->change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->change, td_change_free);
  evaluation = td_evaluate (self->store, day, unit, NULL, &error);
  g_assert_no_error (error);
  return evaluation;
}

const TdVerdict *
find_verdict (const TdEvaluation *evaluation, const char *unit)
{
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

      if (g_str_equal (verdict->code, unit))
        return verdict;
    }
  return NULL;
}

/* The state, then each shortcoming: "unmet addict-limit=10 addict-test:P1". */
char *
describe_finding (const TdFinding *finding)
{
  GString *line = g_string_new (td_state_to_string (finding->state));

  for (guint i = 0; i < finding->shortcomings->len; i++)
    {
      const TdShortcoming *shortcoming = g_ptr_array_index (finding->shortcomings, i);

      g_string_append_printf (line, " %s", shortcoming->requirement->id);
      if (shortcoming->subject != NULL)
        g_string_append_printf (line, ":%s", shortcoming->subject);
      if (shortcoming->count >= 0)
        g_string_append_printf (line, "=%" G_GINT64_FORMAT, shortcoming->count);
    }
  return g_string_free (line, FALSE);
}

/* What describe_finding() says of a criterion, 1 to 10, of a unit that is valid on the day. */
void
expect (District *self, const char *day, const char *unit, guint criterion, const char *finding)
{
  g_autoptr (TdEvaluation) evaluation = district_evaluate (self, day, unit);
  g_autofree char *found = describe_finding (&find_verdict (evaluation, unit)->findings[criterion - 1]);

  g_assert_cmpstr (found, ==, finding);
}
