/* td-evaluation.h: the ten criteria on a day: for every unit what it meets and exactly what stands in the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TD_CRITERIA_ERROR (td_criteria_error_quark ())
GQuark td_criteria_error_quark (void);

typedef enum
{
  TD_CRITERIA_ERROR_NO_UNIT, /* no such unit, or none valid on the day */
  TD_CRITERIA_ERROR_DATE,
} TdCriteriaError;

typedef enum
{
  TD_STATE_MET,
  TD_STATE_UNMET,
  TD_STATE_UNKNOWN, /* nothing but missing data stands in the way; does not count as met */
} TdState;

/* What is asked; a row of the table in td-requirement.c. */
typedef struct
{
  const char *id;
  guint criterion;      /* 1 to TD_N_CRITERIA */
  gboolean missing;     /* a shortcoming of it is missing data rather than a failure */
  const char *subjects; /* the register whose keys its subjects are; NULL where it is the unit itself */
} TdRequirement;

typedef struct
{
  const TdRequirement *requirement;
  char *subject; /* (nullable): the key of the row at fault */
  gint64 count;  /* how many, of a requirement that limits a number; else -1 */
} TdShortcoming;

typedef struct
{
  TdState state;
  GPtrArray *shortcomings; /* of TdShortcoming, by requirement, then subject */
} TdFinding;

typedef struct
{
  char *code;
  char *name;
  char *kind;
  char *registered_on; /* (nullable) */
  gint64 addicts;
  gint64 addicts_in_community;
  gint64 users;
  gint64 households;
  gint64 committed;
  gint64 registered_addicts; /* on the day of registration; 0 without one */
  gint64 registered_users;
  TdFinding findings[TD_N_CRITERIA]; /* criterion 1 at 0 */
} TdVerdict;

typedef struct
{
  char *date;
  GPtrArray *verdicts; /* of TdVerdict, by code */
} TdEvaluation;

const TdRequirement *td_requirement_find (const char *id);
const TdRequirement *td_requirements_all (guint *n_requirements);

TdEvaluation *td_evaluate (TdStore *store, const char *date, const char *unit, GCancellable *cancellable,
                           GError **error);
void td_evaluation_free (TdEvaluation *self);

guint td_verdict_n_met (const TdVerdict *self);
gboolean td_verdict_is_met (const TdVerdict *self);
const char *td_state_to_string (TdState state);
char *td_share_to_string (gint64 part, gint64 whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdEvaluation, td_evaluation_free)

G_END_DECLS
