/* td-plan.h: the plan that a database stands on: its days, figures, criteria, units, agencies and legal bases, read
 * from resources/plans/. Another district's plan is another file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_PLAN_ERROR (td_plan_error_quark ())
GQuark td_plan_error_quark (void);

typedef enum
{
  TD_PLAN_ERROR_INVALID,
} TdPlanError;

#define TD_N_CRITERIA 10

/* How the plan words a requirement: what it asks, what stands in the way, what it takes; Vietnamese. */
typedef struct
{
  char *id;
  char *rule;
  char *finding;
  char *remedy;
} TdRequirementText;

typedef struct
{
  char *label;             /* two or three words, for a table's head */
  char *wording;           /* as section II of the plan has it */
  GPtrArray *requirements; /* of TdRequirementText */
} TdPlanCriterion;

typedef struct
{
  char *code;
  char *official_code;
  char *name;
  char *kind;
  char *parent; /* (nullable) */
} TdPlanUnit;

/* A stretch of the plan; both days belong to it. */
typedef struct
{
  char *label;
  char *from;
  char *to;
} TdPhase;

/* Something due: the last day in time is the day before. */
typedef struct
{
  char *id;
  char *label;
  char *before;
} TdDeadline;

/* An agency, office or legal basis in force from a day (empty: always) until the day before another (empty: still). */
typedef struct
{
  char *id;
  char *text;
  char *title;  /* (nullable): of an office: as it stands above the signature */
  char *holder; /* (nullable): of an office: who holds it */
  char *from;   /* (nullable) */
  char *to;     /* (nullable) */
} TdDated;

typedef struct
{
  char *id;
  char *title;
  char *number;    /* (nullable): the seed leaves it open */
  char *issued_on; /* (nullable) */
  char *issued_in; /* as printed where the day is not known: "tháng 10 năm 2024" */
  char *district;  /* code of the unit that the plan is for */
  char *first_day;
  char *last_day;
  GHashTable *parameters;                   /* char * to GINT_TO_POINTER */
  TdPlanCriterion *criteria[TD_N_CRITERIA]; /* criterion 1 at 0 */
  GPtrArray *phases;                        /* of TdPhase */
  GPtrArray *deadlines;                     /* of TdDeadline */
  GPtrArray *units;                         /* of TdPlanUnit, parents first */
  GPtrArray *agencies;                      /* of TdDated */
  GPtrArray *offices;                       /* of TdDated */
  GPtrArray *bases;                         /* of TdDated */
  GPtrArray *notes;                         /* of TdDated: what to know of a paper of a day, on screen only */
} TdPlan;

TdPlan *td_plan_parse (GBytes *xml, GError **error);
TdPlan *td_plan_ref (TdPlan *self);
void td_plan_unref (TdPlan *self);

GBytes *td_plan_built_in (void);
gboolean td_dated_is_in_force (const TdDated *self, const char *day);
const TdPlanUnit *td_plan_get_district (const TdPlan *self);
int td_plan_get_parameter (const TdPlan *self, const char *name);
const TdRequirementText *td_plan_find_requirement (const TdPlan *self, const char *id);
const TdDated *td_plan_find_dated (GPtrArray *dated, const char *id, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlan, td_plan_unref)

G_END_DECLS
