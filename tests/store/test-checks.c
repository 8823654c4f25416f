/* test-checks.c: what is checked over a whole change: overlapping periods, references, units below themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <string.h>

static void
set_people (Place *place)
{
  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", NULL);
  add_row (place->store, "persons", "id", "P2", "full_name", "Vi Thị Mẫu", NULL);
}

static TdChange *
begin (Place *place)
{
  g_autoptr (GError) error = NULL;
  TdChange *change = td_change_begin (place->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static void
put_residence (TdChange *change, const char *person, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  put_row (change, "residences", &error, "person", person, "from", from, "to", to, "unit", "16174", NULL);
  g_assert_no_error (error);
}

static void
assert_commits (TdChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_change_commit (change, &error));
  g_assert_no_error (error);
  td_change_free (change);
}

/* Refused, with nothing of it kept. */
static void
assert_is_refused (Place *place, TdChange *change, TdStoreError code, const char *says)
{
  g_autofree char *before = place_text (place, "SELECT group_concat (seq) FROM audit");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (td_change_commit (change, &error));
  g_assert_error (error, TD_STORE_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, says));
  td_change_free (change);
  after = place_text (place, "SELECT group_concat (seq) FROM audit");
  g_assert_cmpstr (after, ==, before);
}

typedef struct
{
  const char *from, *to;
} Period;

static gboolean
overlap (Place *place, Period first, Period second)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GArray) overlaps = NULL;
  g_autoptr (GError) error = NULL;

  put_residence (change, "P1", first.from, first.to);
  put_residence (change, "P1", second.from, second.to);
  td_change_find_overlaps (change, td_register_find ("residences"), &overlaps, &error);
  g_assert_no_error (error);
  return overlaps->len > 0;
}

static void
assert_overlap (Place *place, Period first, Period second, gboolean expected)
{
  g_assert_cmpint (overlap (place, first, second), ==, expected);
  g_assert_cmpint (overlap (place, second, first), ==, expected);
}

/* The end day is the first on which a period no longer holds. */
static void
periods_overlap_that_share_a_day (Place *place, gconstpointer data)
{
  const Period march = { "2025-03-01", "2025-03-31" };

  set_people (place);
  assert_overlap (place, march, (Period){ "2025-03-31", "2025-04-10" }, FALSE);
  assert_overlap (place, march, (Period){ "2025-03-30", "2025-04-10" }, TRUE);
  assert_overlap (place, march, (Period){ "2025-03-31", NULL }, FALSE);
  assert_overlap (place, march, (Period){ "2025-03-30", NULL }, TRUE);
  assert_overlap (place, march, (Period){ "2025-02-01", NULL }, TRUE);
  assert_overlap (place, march, (Period){ "2025-02-01", "2025-03-01" }, FALSE);
  assert_overlap (place, march, (Period){ "2025-02-01", "2025-03-02" }, TRUE);
  assert_overlap (place, march, (Period){ "2025-03-10", "2025-03-11" }, TRUE);
  assert_overlap (place, (Period){ "2025-01-01", NULL }, (Period){ "2025-02-01", NULL }, TRUE);
}

static void
a_period_of_no_day_overlaps_with_none (Place *place, gconstpointer data)
{
  const Period none = { "2025-03-10", "2025-03-10" };

  set_people (place);
  assert_overlap (place, none, (Period){ "2025-03-01", "2025-03-31" }, FALSE);
  assert_overlap (place, none, (Period){ "2025-03-01", NULL }, FALSE);
}

static void
an_overlap_is_not_committed (Place *place, gconstpointer data)
{
  TdChange *change;

  set_people (place);
  change = begin (place);
  put_residence (change, "P1", "2025-01-01", NULL);
  put_residence (change, "P1", "2025-02-01", NULL);
  assert_is_refused (place, change, TD_STORE_ERROR_OVERLAP, "Cư trú");
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM residences"), ==, 0);
}

static void
an_overlap_with_what_was_there_is_not_committed (Place *place, gconstpointer data)
{
  TdChange *change;

  set_people (place);
  add_row (place->store, "residences", "person", "P1", "from", "2025-01-01", "unit", "16174", NULL);
  change = begin (place);
  put_residence (change, "P1", "2024-01-01", NULL);
  assert_is_refused (place, change, TD_STORE_ERROR_OVERLAP, "Cư trú");
}

static void
a_period_that_touches_what_was_there_is_committed (Place *place, gconstpointer data)
{
  TdChange *change;

  set_people (place);
  add_row (place->store, "residences", "person", "P1", "from", "2025-03-01", "to", "2025-03-31", "unit", "16174", NULL);
  change = begin (place);
  put_residence (change, "P1", "2025-02-01", "2025-03-01");
  put_residence (change, "P1", "2025-03-31", NULL);
  assert_commits (change);
}

static void
an_overlap_that_the_change_mends_is_none (Place *place, gconstpointer data)
{
  TdChange *change;

  set_people (place);
  add_row (place->store, "residences", "person", "P1", "from", "2025-01-01", "unit", "16174", NULL);
  change = begin (place);
  put_residence (change, "P1", "2025-02-01", NULL);
  put_residence (change, "P1", "2025-01-01", "2025-02-01");
  assert_commits (change);
}

static void
other_keys_do_not_overlap (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdChange *change;

  set_people (place);
  change = begin (place);
  put_residence (change, "P1", "2025-01-01", NULL);
  put_residence (change, "P2", "2025-01-01", NULL);
  put_row (change, "classifications", &error, "person", "P1", "category", "user", "from", "2025-01-01", NULL);
  put_row (change, "classifications", &error, "person", "P1", "category", "suspected", "from", "2025-02-01", NULL);
  g_assert_no_error (error);
  assert_commits (change);
}

static void
an_overlap_is_told_once_of_the_later_row (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = NULL;
  g_autoptr (GArray) overlaps = NULL;
  g_autoptr (GError) error = NULL;
  TdOverlap *overlap;

  set_people (place);
  change = begin (place);
  put_residence (change, "P1", "2025-02-01", NULL);
  put_residence (change, "P1", "2025-01-01", NULL);
  put_residence (change, "P1", "2025-02-01", "2025-12-01");
  td_change_find_overlaps (change, td_register_find ("residences"), &overlaps, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (overlaps->len, ==, 1);
  overlap = &g_array_index (overlaps, TdOverlap, 0);
  g_assert_cmpint (overlap->row, ==, 1);
  g_assert_cmpint (overlap->other, ==, 2);
}

static void
a_reference_to_nowhere_is_not_committed (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  put_residence (change, "P1", "2025-01-01", NULL);
  assert_is_refused (place, change, TD_STORE_ERROR_REFERENCE, "");
  g_assert_cmpint (place_number (place, "SELECT count (*) FROM residences"), ==, 0);
}

static void
a_reference_may_come_before_its_row (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdChange *change = begin (place);

  put_residence (change, "P1", "2025-01-01", NULL);
  put_row (change, "persons", &error, "id", "P1", "full_name", "Lò Văn Thử", NULL);
  g_assert_no_error (error);
  assert_commits (change);
}

static void
every_reference_is_held (Place *place, gconstpointer data)
{
  guint n, n_references = 0;
  const TdRegister *const *all = td_registers_all (&n);

  add_one_row_each (place->store);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < all[i]->n_fields; j++)
      if (all[i]->fields[j].refers_to != NULL)
        {
          g_autofree char *sql
            = g_strdup_printf ("PRAGMA foreign_keys=ON; UPDATE %s SET \"%s\" = 'nowhere' WHERE row_id = "
                               "(SELECT max (row_id) FROM %s)",
                               all[i]->name, all[i]->fields[j].name, all[i]->name);

          g_assert_cmpint (place_try (place, sql), ==, SQLITE_CONSTRAINT_FOREIGNKEY);
          n_references++;
        }
  g_assert_cmpuint (n_references, ==, 20);
}

static void
put_unit (TdChange *change, const char *code, const char *parent)
{
  g_autoptr (GError) error = NULL;

  put_row (change, "units", &error, "code", code, "name", code, "kind", "hamlet", "parent", parent, NULL);
  g_assert_no_error (error);
}

static void
a_unit_below_itself_is_not_committed (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  put_unit (change, "A", "A");
  assert_is_refused (place, change, TD_STORE_ERROR_FAILED, "A");
}

static void
a_ring_of_units_is_not_committed (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  put_unit (change, "A", "16174");
  put_unit (change, "B", "A");
  put_unit (change, "C", "B");
  assert_commits (change);
  change = begin (place);
  put_unit (change, "A", "C");
  assert_is_refused (place, change, TD_STORE_ERROR_FAILED, "A");
}

static void
a_unit_that_hangs_on_a_ring_is_not_the_culprit (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  put_unit (change, "A", "C");
  put_unit (change, "B", "C");
  put_unit (change, "C", "B");
  td_change_find_unit_cycle (change, &code, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (code, ==, "B");
}

static void
a_deep_tree_of_units_is_no_ring (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);
  g_autofree char *parent = g_strdup ("16174");

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *code = g_strdup_printf ("U%02d", i);

      put_unit (change, code, parent);
      g_free (parent);
      parent = g_steal_pointer (&code);
    }
  assert_commits (change);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/checks/overlap", periods_overlap_that_share_a_day);
  place_add_test ("/checks/no-day", a_period_of_no_day_overlaps_with_none);
  place_add_test ("/checks/overlap-refused", an_overlap_is_not_committed);
  place_add_test ("/checks/overlap-with-before", an_overlap_with_what_was_there_is_not_committed);
  place_add_test ("/checks/touching", a_period_that_touches_what_was_there_is_committed);
  place_add_test ("/checks/overlap-mended", an_overlap_that_the_change_mends_is_none);
  place_add_test ("/checks/other-keys", other_keys_do_not_overlap);
  place_add_test ("/checks/overlap-once", an_overlap_is_told_once_of_the_later_row);
  place_add_test ("/checks/reference-refused", a_reference_to_nowhere_is_not_committed);
  place_add_test ("/checks/reference-before", a_reference_may_come_before_its_row);
  place_add_test ("/checks/every-reference", every_reference_is_held);
  place_add_test ("/checks/unit-below-itself", a_unit_below_itself_is_not_committed);
  place_add_test ("/checks/ring", a_ring_of_units_is_not_committed);
  place_add_test ("/checks/on-a-ring", a_unit_that_hangs_on_a_ring_is_not_the_culprit);
  place_add_test ("/checks/deep-tree", a_deep_tree_of_units_is_no_ring);
  return g_test_run ();
}
