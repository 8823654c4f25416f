/* td-sample-private.h: what the parts of the invented district share: drawing lots, days, putting rows, people.
 *
 * Days are counted from the plan's first, which is 0; earlier ones are negative. C leaves open in which order arguments
 * are worked out, so no statement draws twice: the rows must be the same whatever compiler built the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-change.h"

#define TD_SAMPLE_FIRST_DAY "2024-10-01"
#define TD_SAMPLE_N_MONTHS  15
#define TD_SAMPLE_LAST      456 /* 2025-12-31 */
#define TD_SAMPLE_NEVER     G_MAXINT

/* Months are counted from October 2024, which is 0. */
#define TD_SAMPLE_AFTER TD_SAMPLE_N_MONTHS /* one thing stays undone until the end */
#define TD_SAMPLE_FAR   99                 /* many things do */
#define TD_SAMPLE_ROUND 28                 /* days from one round of tests to the next: under the 30 allowed */
#define TD_SAMPLE_DELAY 2                  /* within a round some are tested so many days later */
#define TD_SAMPLE_MORE  18                 /* unannounced tests for a hundred periodic ones */

/* How many persons of each kind a commune has. */
typedef struct
{
  int home;     /* addicts in the community */
  int centre;   /* addicts in a centre once all is in order */
  int detained; /* addicts detained once all is in order */
  int cured;    /* addicts who become post-rehab persons in the course of the plan */
  int users;    /* users who stay users */
  int leaving;  /* users who stop or move away */
  int coming;   /* suspected persons who turn out to be users */
  int psychosis;
  int suspected;
  int post_rehab;
  int released;
} TdSampleNumbers;

/* One commune's story. */
typedef struct
{
  const char *code;
  int hamlets;
  int households; /* on TD_SAMPLE_DAY */
  const char *registered_on;
  TdSampleNumbers numbers;
  guint8 ready[TD_N_CRITERIA]; /* for each criterion the month at the end of which it is first met; 0: from the start */
  gboolean user_returns;       /* each user who leaves is followed by another, so that criterion 4 is lost again */
  gboolean test_lapses;        /* one addict's latest test is 31 days old on TD_SAMPLE_DAY */
  gboolean review_lapses;      /* so is the latest review */
} TdSampleCommune;

typedef struct
{
  const char *code;
  const char *label; /* "thôn Đồng Tâm", of the commune itself "xã Xuân Bình" */
  int number;        /* from 1; 0 of the commune itself */
} TdSampleHamlet;

/* A commune while its rows are being put. */
typedef struct
{
  const TdSampleCommune *commune;
  TdSampleHamlet self;
  const char *kind_label; /* "xã" */
  GArray *hamlets;        /* of TdSampleHamlet */
  int registered;
  int first_round;
} TdSamplePlace;

typedef struct
{
  const char *id;
  TdSampleHamlet hamlet;
  int delay; /* on which day of each round they are tested */
} TdSamplePerson;

typedef struct
{
  TdChange *change;
  GHashTable *registers; /* name to TdRegister */
  GRand *lots;
  GStringChunk *texts; /* lives as long as the sample: rows are made of texts in it */
  GError *error;       /* the first failure; nothing is put after it */
  guint n_persons;
  guint n_cases;
  guint n_offenders;
  guint n_hotspots;
  guint n_fugitives;
} TdSample;

/* sample-communes.c */
const TdSampleCommune *td_sample_communes (guint *n_communes);

/* sample-lots.c */
int td_sample_between (TdSample *self, int least, int most);
gboolean td_sample_chance (TdSample *self, int percent);
const char *td_sample_pick (TdSample *self, const char *const *words);
const char *td_sample_text (TdSample *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void td_sample_put (TdSample *self, const char *reg, ...) G_GNUC_NULL_TERMINATED;

/* sample-days.c */
const char *td_sample_date (TdSample *self, int day);
int td_sample_day (const char *date);
int td_sample_month_start (int month);
int td_sample_early (int day);
int td_sample_reducing_month (const TdSampleCommune *commune);
int td_sample_mended (TdSample *self, const TdSampleCommune *commune, int criterion);
int *td_sample_settle (TdSample *self, const TdSampleCommune *commune, int criterion, int n);

/* sample-names.c */
const char *td_sample_ethnicity (TdSample *self);
const char *td_sample_name (TdSample *self, const char *ethnicity, gboolean is_male);
const char *const *td_sample_hamlet_names (guint *n_names);

/* sample-units.c */
void td_sample_hamlets (TdSample *self, TdSamplePlace *place);
void td_sample_efforts (TdSample *self, const TdSamplePlace *place);
TdSampleHamlet td_sample_hamlet (TdSample *self, const TdSamplePlace *place);

/* sample-households.c */
void td_sample_households (TdSample *self, const TdSamplePlace *place);

/* sample-persons.c */
TdSamplePerson td_sample_person (TdSample *self, const TdSamplePlace *place, int moved_away);
void td_sample_class (TdSample *self, const TdSamplePerson *person, const char *category, int from, int to);
void td_sample_record (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int opened,
                       int supervised, int closed);

/* sample-care.c */
void td_sample_test (TdSample *self, const TdSamplePerson *person, int day, const char *occasion, gboolean is_positive);
void td_sample_rounds (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int from, int to,
                       int more);
void td_sample_bad_rounds (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int to);
void td_sample_home_treatment (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int from);
void td_sample_centre (TdSample *self, const TdSamplePerson *person, int from, int to);
void td_sample_arrest (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day);
void td_sample_counsel (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day);
void td_sample_livelihood (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day);

/* sample-addicts.c, sample-users.c, sample-post-rehab.c */
void td_sample_addicts (TdSample *self, const TdSamplePlace *place);
void td_sample_users (TdSample *self, const TdSamplePlace *place);
void td_sample_suspected (TdSample *self, const TdSamplePlace *place);
void td_sample_post_rehab (TdSample *self, const TdSamplePlace *place);
void td_sample_follow_up (TdSample *self, const TdSamplePlace *place, const TdSamplePerson *person, int day);
void td_sample_released (TdSample *self, const TdSamplePlace *place);

/* sample-events.c */
void td_sample_offence (TdSample *self, const TdSampleHamlet *where, const TdSamplePerson *person, const char *kind,
                        int happened, int answered);
void td_sample_events (TdSample *self, const TdSamplePlace *place);
