/* td-change.h: the one way to change a register: a transaction of rows, each with its entry in the audit log.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

G_BEGIN_DECLS

typedef struct _TdChange TdChange;

typedef enum
{
  TD_OUTCOME_FAILED,
  TD_OUTCOME_ADDED,
  TD_OUTCOME_CHANGED,
  TD_OUTCOME_SAME,
} TdOutcome;

/* Two rows whose periods share a day though their keys differ in the starting day alone. */
typedef struct
{
  gint64 row;
  gint64 other;
} TdOverlap;

/* Stands for "leave this field as it is" among the values that td_change_put() takes. */
extern const char td_unchanged[];

TdChange *td_change_begin (TdStore *store, const char *reason, GError **error);
gboolean td_change_gather (TdChange *self, GError **error);
TdOutcome td_change_put (TdChange *self, const TdRegister *reg, const char *const *values, gint64 *row, GError **error);
gboolean td_change_remove (TdChange *self, const TdRegister *reg, const char *const *key, GError **error);
gboolean td_change_has_key (TdChange *self, const TdRegister *reg, const char *key, gboolean *found, GError **error);
gboolean td_change_read_keys (TdChange *self, const TdRegister *reg, guint max, GHashTable *keys, GError **error);
gboolean td_change_find_overlaps (TdChange *self, const TdRegister *reg, GArray **overlaps, GError **error);
gboolean td_change_find_unit_cycle (TdChange *self, char **code, GError **error);
gboolean td_change_commit (TdChange *self, GError **error);
void td_change_free (TdChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChange, td_change_free)

G_END_DECLS
