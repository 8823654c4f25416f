/* td-test-list.h: whom to test on a day, and keeping what a day's tests found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-sheet-list.h"
#include "td-store.h"

G_BEGIN_DECLS

/* A person on the list. */
typedef struct
{
  TdSheetLine line;
  char *born;            /* (nullable): the date of birth */
  char *category;        /* (nullable): a word of classifications.category; of several the gravest */
  char *tested_on;       /* (nullable): the day of the latest test */
  char *tested_result;   /* (nullable): what it found */
  char *kept_result;     /* (nullable): of the test of that very day and occasion that is there already */
  char *kept_substances; /* (nullable) */
} TdTestLine;

/* What a test found. */
typedef struct
{
  char *person;
  char *result;
  char *substances; /* (nullable) */
} TdTestFound;

GPtrArray *td_test_list_read (TdStore *store, const TdSheetWish *wish, GCancellable *cancellable, GError **error);
void td_test_line_free (gpointer line);

GPtrArray *td_test_found_new (void);
void td_test_found_add (GPtrArray *found, const char *person, const char *result, const char *substances);
gboolean td_test_list_keep (TdStore *store, const char *day, const char *occasion, const GPtrArray *found,
                            GError **error);

G_END_DECLS
