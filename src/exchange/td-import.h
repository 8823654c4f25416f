/* td-import.h: registers from CSV files and workbooks, all or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-change.h"
#include "td-exchange.h"
#include "td-intake.h"
#include "td-register.h"
#include "td-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many problems, and so many notes, are kept to be shown; all are counted. */
#define TD_IMPORT_MAX_MESSAGES 10000

typedef struct
{
  const TdRegister *reg;
  guint64 added;
  guint64 changed;
  guint64 same;
} TdImportCount;

/* What becomes of a row. */
typedef struct
{
  const char *file;
  guint line;
  TdOutcome outcome;
} TdImportOutcome;

typedef struct
{
  GArray *counts;      /* of TdImportCount: the registers that there were rows of */
  GPtrArray *problems; /* of char *: `file:line: column: what is wrong, what would be right` */
  guint64 n_problems;
  GArray *places; /*< private >*/ /* of each problem: where it stands */
  GPtrArray *notes;               /* of char *: `file:line: what to know` */
  guint64 n_notes;
  GArray *outcomes; /* of TdImportOutcome: of each good row, where td_import_intakes() took them in */
  gboolean is_done; /* the database holds it: no problem stood in the way, and it was no dry run */
} TdImportReport;

TdImportReport *td_import (TdStore *store, const char *const *paths, const char *today, gboolean dry_run,
                           TdProgress progress, gpointer progress_data, GCancellable *cancellable, GError **error);
TdImportReport *td_import_intakes (TdStore *store, GPtrArray *intakes, const char *today, gboolean dry_run,
                                   TdProgress progress, gpointer progress_data, GCancellable *cancellable,
                                   GError **error);
const char *td_import_report_get_place (const TdImportReport *self, guint problem, guint *line, const char **column,
                                        const char **what);
void td_import_report_free (TdImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdImportReport, td_import_report_free)

G_END_DECLS
