/* test-district.h: a district in a folder that is gone after the test, rows put into it, and what stands in the way of
 * a criterion as one line to compare with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-change.h"
#include "td-evaluation.h"

G_BEGIN_DECLS

/* Two communes and the town of the built-in plan. */
#define COMMUNE "16183"
#define OTHER   "16201"
#define TOWN    "16174"

typedef struct
{
  char *folder;
  TdStore *store;
  TdChange *change; /* (nullable): rows that wait for the next evaluation */
} District;

typedef void (*DistrictTest) (District *district, gconstpointer data);

void district_add_test (const char *name, DistrictTest test);
void district_add_test_with_data (const char *name, gconstpointer data, DistrictTest test);

void put (District *self, const char *reg, ...) G_GNUC_NULL_TERMINATED;
void put_resident (District *self, const char *id, const char *unit);
void put_category (District *self, const char *id, const char *category, const char *from, const char *to);
void put_record (District *self, const char *id);
void put_test (District *self, const char *id, const char *day, const char *occasion, const char *result);
void put_addict (District *self, const char *id, const char *unit);
void put_registration (District *self, const char *unit, const char *day);
void put_review (District *self, const char *unit, const char *day);

TdEvaluation *district_evaluate (District *self, const char *day, const char *unit);
const TdVerdict *find_verdict (const TdEvaluation *evaluation, const char *unit);
char *describe_finding (const TdFinding *finding);
void expect (District *self, const char *day, const char *unit, guint criterion, const char *finding);

G_END_DECLS
