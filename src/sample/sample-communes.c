/* sample-communes.c: the communes and towns of the invented district, a few lines each: how big, who lives there, and
 * when which criterion is first met.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sample-private.h"

#define AFTER TD_SAMPLE_AFTER
#define FAR   TD_SAMPLE_FAR

/* The numbers are: addicts at home, in centres, detained, cured; users staying, leaving, coming; psychosis, suspected,
 * post-rehab, released. Fewer come than leave where criterion 4 is to be met. */
static const TdSampleCommune communes[] = {
  /* The town keeps exactly the ten addicts in the community that are one too many. */
  { "16174", 9, 2050, "2024-10-15", { 10, 12, 4, 3, 14, 5, 2, 3, 6, 6, 3 }, { 11, 7, 2, 6, 9, 10, 4, 0, 8, 1 } },
  /* On the highway, and far off in nearly everything. */
  { "16177",
    8,
    1700,
    "2024-11-28",
    { 14, 10, 5, 1, 15, 2, 6, 3, 6, 7, 3 },
    { FAR, FAR, 9, FAR, FAR, FAR, FAR, 0, FAR, 6 } },
  { "16180", 7, 1050, "2024-10-17", { 6, 5, 1, 2, 7, 3, 1, 1, 4, 3, 1 }, { 10, 8, 4, 7, 11, 5, 3, 0, 7, 2 } },
  /* One fugitive is never caught. */
  { "16183", 8, 1450, "2024-10-12", { 8, 8, 3, 2, 9, 4, 2, 2, 4, 4, 2 }, { 9, 7, 3, 8, 10, 8, AFTER, 0, 6, 1 } },
  { "16186", 8, 1350, "2024-10-18", { 9, 7, 2, 2, 8, 4, 1, 2, 4, 4, 1 }, { 12, 9, 5, 8, 10, 6, 4, 0, 9, 1 } },
  /* As many users in the end as at the start. */
  { "16195",
    6,
    900,
    "2024-10-19",
    { 5, 4, 1, 0, 6, 2, 2, 1, 3, 3, 1 },
    { 9, 6, 2, 6, 9, 4, 0, 0, 5, 3 },
    .user_returns = TRUE },
  { "16198", 5, 650, "2024-10-10", { 3, 2, 0, 1, 3, 2, 0, 0, 2, 2, 1 }, { 6, 4, 1, 5, 7, 0, 0, 0, 3, 0 } },
  { "16201", 6, 780, "2024-10-11", { 4, 3, 1, 1, 4, 2, 1, 1, 2, 2, 1 }, { 8, 5, 2, 5, 6, 3, 1, 0, 4, 0 } },
  { "16204", 6, 760, "2024-10-16", { 4, 3, 1, 1, 4, 3, 1, 0, 3, 2, 1 }, { 9, 6, 3, 6, 8, 0, 2, 0, 5, 2 } },
  /* One household of 1,200 signs in December only. */
  { "16207", 8, 1200, "2024-10-18", { 8, 6, 2, 2, 8, 3, 1, 1, 4, 4, 2 }, { 11, 8, 4, 9, 10, 5, 6, 0, 14, 2 } },
  { "16210", 6, 800, "2024-10-25", { 5, 4, 1, 1, 5, 3, 1, 1, 3, 3, 2 }, { 10, 9, 6, 7, 8, 4, 3, 0, 7, 4 } },
  { "16213", 6, 700, "2024-11-06", { 4, 3, 1, 1, 4, 2, 1, 1, 3, 2, 1 }, { 12, 10, 5, 9, 13, 0, 2, 0, 10, 3 } },
  /* One post-rehab person is still without work, training or loan. */
  { "16216", 7, 1150, "2024-10-14", { 7, 5, 2, 2, 7, 3, 1, 1, 4, 4, 1 }, { 10, 8, 3, 6, AFTER, 6, 5, 0, 9, 1 } },
  { "16219",
    7,
    920,
    "2024-10-18",
    { 6, 5, 1, 2, 6, 3, 1, 1, 4, 3, 2 },
    { 11, 9, 4, 8, 13, 3, 0, 0, 6, 2 },
    .review_lapses = TRUE },
  { "16222", 6, 720, "2024-11-12", { 5, 3, 1, 1, 5, 3, 1, 1, 3, 2, 1 }, { 13, 11, 6, 10, 12, 7, 8, 0, 11, 5 } },
  { "16225",
    9,
    1820,
    "2024-10-13",
    { 9, 9, 3, 3, 10, 5, 2, 2, 5, 5, 2 },
    { 10, 8, 5, 7, 9, 9, 7, 0, 8, 1 },
    .test_lapses = TRUE },
};

const TdSampleCommune *
td_sample_communes (guint *n_communes)
{
  *n_communes = G_N_ELEMENTS (communes);
  return communes;
}
