/* test-timeline.c: which periods and days a timeline shows, and where it puts them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-details.h"
#include "td-timeline-scale.h"

/* A year of 365 days on as many pixels. */
#define FIRST "2025-01-01"
#define WIDTH 365

typedef struct
{
  GPtrArray *related;
  TdLife *life;
  TdTimelineScale scale;
  GArray *places;
  guint n_tracks[8];
} Fixture;

static void
related_free (gpointer data)
{
  TdRelated *related = data;

  g_ptr_array_unref (related->rows);
  g_free (related);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->related = g_ptr_array_new_with_free_func (related_free);
  f->scale.first = td_life_count_day (FIRST);
  f->scale.last = f->scale.first + WIDTH;
  f->scale.width = WIDTH;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->related);
  g_clear_pointer (&f->life, td_life_free);
  g_clear_pointer (&f->places, g_array_unref);
}

/* The values stand in the order of the fields, "" for none. */
static void
add (Fixture *f, const char *name, const char *const *values)
{
  const TdRegister *reg = td_register_find (name);
  TdRelated *related = f->related->len > 0 ? g_ptr_array_index (f->related, f->related->len - 1) : NULL;
  TdRow *row = td_row_new (reg);

  if (related == NULL || related->reg != reg)
    {
      related = g_new0 (TdRelated, 1);
      related->reg = reg;
      related->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)td_row_free);
      g_ptr_array_add (f->related, related);
    }
  for (guint i = 0; i < reg->n_fields; i++)
    td_row_set (row, i, *values[i] != '\0' ? values[i] : NULL);
  g_ptr_array_add (related->rows, row);
  related->n_rows++;
}

static void
add_residence (Fixture *f, const char *from, const char *to)
{
  add (f, "residences", (const char *const[]){ "P1", from, "16177", to });
}

static void
add_test (Fixture *f, const char *day, const char *result)
{
  add (f, "tests", (const char *const[]){ "P1", day, "periodic", result, "" });
}

static void
place (Fixture *f)
{
  f->life = td_life_new (f->related);
  f->places = td_timeline_scale_place (&f->scale, f->life, f->n_tracks);
}

static const TdLifeMark *
get_mark (Fixture *f, guint n)
{
  return g_ptr_array_index (f->life->marks, n);
}

static const TdTimelinePlace *
get_place (Fixture *f, guint n)
{
  return &g_array_index (f->places, TdTimelinePlace, n);
}

static void
assert_described (Fixture *f, guint n, const char *expected)
{
  g_autofree char *text = td_life_mark_describe (get_mark (f, n));

  g_assert_cmpstr (text, ==, expected);
}

static void
periods_and_days_follow_from_the_description (Fixture *f, gconstpointer data)
{
  add_residence (f, "2025-03-01", "");
  add_residence (f, "2024-01-01", "2025-03-01");
  add_test (f, "2025-05-02", "positive");
  add (f, "offenders", (const char *const[]){ "VP1", "V1", "P1", "", "", "criminal", "2025-06-01", "2025-05-20" });
  place (f);
  g_assert_cmpuint (f->life->lanes->len, ==, 3);
  g_assert_cmpuint (f->life->marks->len, ==, 5);
  assert_described (f, 0, "Cư trú: 16177, 01/01/2024 to 01/03/2025");
  assert_described (f, 1, "Cư trú: 16177, since 01/03/2025");
  assert_described (f, 2, "Xét nghiệm: định kỳ · dương tính, 02/05/2025");
  assert_described (f, 3, "Người vi phạm: V1 · xử lý hình sự, Ngày bắt, 20/05/2025");
  assert_described (f, 4, "Người vi phạm: V1 · xử lý hình sự, Ngày xử lý, 01/06/2025");
  g_assert_false (get_mark (f, 0)->is_day);
  g_assert_true (get_mark (f, 2)->is_day);
}

static void
what_was_found_tells_rows_apart (Fixture *f, gconstpointer data)
{
  add (f, "classifications", (const char *const[]){ "P1", "user", "2025-01-01", "" });
  add_test (f, "2025-05-02", "negative");
  add_test (f, "2025-05-03", "positive");
  add_test (f, "2025-05-04", "");
  place (f);
  g_assert_cmpint (get_mark (f, 0)->word, ==, 1);
  g_assert_cmpint (get_mark (f, 1)->word, ==, 0);
  g_assert_cmpstr (get_mark (f, 2)->said, ==, "dương tính");
  g_assert_cmpint (get_mark (f, 3)->word, ==, -1);
}

static void
a_row_without_days_has_no_lane (Fixture *f, gconstpointer data)
{
  add (f, "offenders", (const char *const[]){ "VP1", "V1", "P1", "", "", "criminal", "", "" });
  add (f, "households", (const char *const[]){ "H1", "16177", "", "", "2025-02-01", "" });
  place (f);
  g_assert_cmpuint (f->life->lanes->len, ==, 1);
  g_assert_cmpuint (f->life->marks->len, ==, 1);
  g_assert_true (get_mark (f, 0)->is_day); /* the end of a period without a beginning */
  g_assert_cmpuint (get_mark (f, 0)->lane, ==, 0);
}

static void
the_range_takes_in_the_day_that_is_looked_at (Fixture *f, gconstpointer data)
{
  int first, last;

  add_residence (f, "2025-03-01", "");
  add_residence (f, "2024-01-01", "2025-03-01");
  place (f);
  td_life_find_range (f->life, td_life_count_day ("2025-11-30"), &first, &last);
  g_assert_cmpint (first, ==, td_life_count_day ("2024-01-01"));
  g_assert_cmpint (last, ==, td_life_count_day ("2025-11-30"));
  td_life_find_range (f->life, td_life_count_day ("2020-02-29"), &first, &last);
  g_assert_cmpint (first, ==, td_life_count_day ("2020-02-29"));
  g_assert_cmpint (last, ==, td_life_count_day ("2025-03-01"));
}

static void
assert_place (Fixture *f, guint n, int x, int width, guint track)
{
  g_assert_true (get_place (f, n)->is_seen);
  g_assert_cmpint (get_place (f, n)->x, ==, x);
  g_assert_cmpint (get_place (f, n)->width, ==, width);
  g_assert_cmpuint (get_place (f, n)->track, ==, track);
}

static void
dates_become_pixels (Fixture *f, gconstpointer data)
{
  add_residence (f, "2025-02-01", "2025-03-03");
  add_residence (f, "2025-03-03", "");
  add_test (f, "2025-05-01", "negative");
  place (f);
  g_assert_cmpint (td_timeline_scale_find_x (&f->scale, f->scale.first), ==, 0);
  g_assert_cmpint (td_timeline_scale_find_x (&f->scale, f->scale.last), ==, WIDTH);
  assert_place (f, 0, 31, 30, 0);
  assert_place (f, 1, 61, WIDTH - 61, 0); /* begins where the other ends, and runs on to the edge */
  assert_place (f, 2, 120 - TD_TIMELINE_DAY / 2, TD_TIMELINE_DAY, 0);
}

static void
what_reaches_over_the_edge_is_cut (Fixture *f, gconstpointer data)
{
  add_residence (f, "2019-01-01", "2020-01-01");
  add_residence (f, "2020-01-01", "2025-01-11");
  add_residence (f, "2025-12-31", "2027-01-01");
  add_residence (f, "2027-01-01", "");
  add_test (f, "2024-12-31", "negative");
  add_test (f, "2025-01-01", "negative");
  place (f);
  g_assert_false (get_place (f, 0)->is_seen);
  assert_place (f, 1, 0, 10, 0);
  assert_place (f, 2, WIDTH - TD_TIMELINE_DAY / 2, TD_TIMELINE_DAY / 2, 0);
  g_assert_false (get_place (f, 3)->is_seen);
  g_assert_false (get_place (f, 4)->is_seen);
  assert_place (f, 5, 0, TD_TIMELINE_DAY, 0);
}

static void
what_would_lie_on_each_other_lies_below_each_other (Fixture *f, gconstpointer data)
{
  add (f, "classifications", (const char *const[]){ "P1", "user", "2025-01-01", "2025-06-01" });
  add (f, "classifications", (const char *const[]){ "P1", "addict", "2025-03-01", "" });
  add (f, "classifications", (const char *const[]){ "P1", "suspected", "2025-07-01", "2025-08-01" });
  add_test (f, "2025-05-01", "negative");
  add_test (f, "2025-05-09", "negative");
  add_test (f, "2025-05-17", "negative");
  place (f);
  g_assert_cmpuint (f->n_tracks[0], ==, 2);
  g_assert_cmpuint (get_place (f, 1)->track, ==, 1);
  g_assert_cmpuint (get_place (f, 2)->track, ==, 0);
  g_assert_cmpuint (f->n_tracks[1], ==, 2);
  g_assert_cmpuint (get_place (f, 4)->track, ==, 1);
  g_assert_cmpuint (get_place (f, 5)->track, ==, 0); /* 16 days later there is room again */
}

static void
a_crowd_takes_no_more_than_so_many_tracks (Fixture *f, gconstpointer data)
{
  for (int i = 1; i <= 28; i++)
    {
      g_autofree char *day = g_strdup_printf ("2025-05-%02d", i);

      add_test (f, day, "negative");
    }
  place (f);
  g_assert_cmpuint (f->n_tracks[0], ==, TD_TIMELINE_TRACKS);
  for (guint i = 0; i < f->places->len; i++)
    g_assert_cmpuint (get_place (f, i)->track, <, TD_TIMELINE_TRACKS);
}

static void
the_axis_names_years_or_months (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) months = td_timeline_scale_list_ticks (&f->scale, 80);
  g_autoptr (GArray) years = NULL;
  TdTimelineTick *tick = &g_array_index (months, TdTimelineTick, 1);

  g_assert_cmpuint (months->len, ==, 5); /* each quarter, and the year after */
  g_assert_cmpint (tick->month, ==, 4);
  g_assert_cmpint (tick->year, ==, 2025);
  g_assert_cmpint (tick->x, ==, 90);
  f->scale.first = td_life_count_day ("1986-07-15");
  years = td_timeline_scale_list_ticks (&f->scale, 40);
  tick = &g_array_index (years, TdTimelineTick, 0);
  g_assert_cmpint (tick->month, ==, 0);
  g_assert_cmpint (tick->year, ==, 1990);
  for (guint i = 1; i < years->len; i++)
    g_assert_cmpint (g_array_index (years, TdTimelineTick, i).x - g_array_index (years, TdTimelineTick, i - 1).x, >=,
                     40);
}

static void
assert_step (Fixture *f, guint from, int along, int across, guint expected)
{
  g_assert_cmpuint (td_timeline_scale_step (f->life, f->places, from, along, across), ==, expected);
}

static void
arrows_go_along_a_lane_and_across (Fixture *f, gconstpointer data)
{
  add_residence (f, "2020-01-01", "2021-01-01"); /* not seen */
  add_residence (f, "2025-02-01", "2025-03-03");
  add_residence (f, "2025-03-03", "");
  add (f, "detentions", (const char *const[]){ "P1", "custody", "2023-01-01", "2023-02-01" }); /* not seen */
  add_test (f, "2025-02-10", "negative");
  add_test (f, "2025-09-10", "negative");
  place (f);
  assert_step (f, 1, 1, 0, 2);
  assert_step (f, 2, 1, 0, 2);
  assert_step (f, 1, -1, 0, 1);
  assert_step (f, 1, 0, 1, 4);
  assert_step (f, 2, 0, 1, 5);
  assert_step (f, 5, 0, -1, 2);
  assert_step (f, 5, 0, 1, 5);
  assert_step (f, 4, -1, 0, 4);
  assert_step (f, 1, 0, -1, 1);
}

static void
nothing_takes_no_place (Fixture *f, gconstpointer data)
{
  place (f);
  g_assert_cmpuint (f->life->lanes->len, ==, 0);
  g_assert_cmpuint (f->places->len, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/timeline/description", periods_and_days_follow_from_the_description },
    { "/timeline/words", what_was_found_tells_rows_apart },
    { "/timeline/no-days", a_row_without_days_has_no_lane },
    { "/timeline/range", the_range_takes_in_the_day_that_is_looked_at },
    { "/timeline/pixels", dates_become_pixels },
    { "/timeline/cut", what_reaches_over_the_edge_is_cut },
    { "/timeline/overlap", what_would_lie_on_each_other_lies_below_each_other },
    { "/timeline/crowd", a_crowd_takes_no_more_than_so_many_tracks },
    { "/timeline/axis", the_axis_names_years_or_months },
    { "/timeline/arrows", arrows_go_along_a_lane_and_across },
    { "/timeline/nothing", nothing_takes_no_place },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
