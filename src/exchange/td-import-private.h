/* td-import-private.h: an import under way, shared by its row part (td-import-row.c), the checks that need a whole
 * register (td-import-check.c), its beginning and end (td-import-run.c), and the two that go through what is
 * imported: files (td-import.c) and intakes (td-import-intake.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-change.h"
#include "td-import-columns.h"
#include "td-import-report-private.h"
#include "td-import-source.h"

G_BEGIN_DECLS

/* Where a row stands in the files. */
typedef struct
{
  const char *file;
  guint line;
} TdOrigin;

/* A reference within the register at hand: what it names may stand further down. */
typedef struct
{
  char *key;
  guint field;
  TdOrigin origin;
} TdOpenReference;

/* A value that another row held when its own row came: a row further down may give it up. */
typedef struct
{
  char *key;
  char *value;
  guint field;
  gint64 row;
  TdOrigin origin;
  gboolean was_same; /* but for this value the row was as the database had it */
} TdOpenUnique;

/* What is lost of a register: rows that refer to it are not to blame. */
typedef struct
{
  GHashTable *keys;   /* of its bad rows */
  gboolean is_unread; /* a file of it could not be read to its end, so more may be missing */
} TdLoss;

typedef struct
{
  TdChange *change;
  TdImportReport *report;
  const char *today;
  GCancellable *cancellable;
  GHashTable *losses;  /* TdRegister to TdLoss */
  GHashTable *known;   /* TdRegister to a set of keys that it has for sure: an import takes no row away */
  gboolean tells_rows; /* what becomes of each goes into the report */

  /* Of the register at hand: */
  const TdRegister *reg;
  TdImportCount *count;
  guint first_problem;
  const TdRegister **targets; /* what each field refers to, or NULL */
  GHashTable *rows;           /* row_id to its index among the origins */
  GArray *origins;            /* of TdOrigin */
  GArray *open_references;    /* of TdOpenReference */
  GArray *open_uniques;       /* of TdOpenUnique */
} TdImportRun;

gboolean td_import_run_init (TdImportRun *run, TdStore *store, const char *reason, const char *today,
                             GCancellable *cancellable, GError **error);
void td_import_run_start (TdImportRun *run, const TdRegister *reg);
gboolean td_import_run_finish (TdImportRun *run, gboolean dry_run, GError **error);
void td_import_run_clear (TdImportRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdImportRun, td_import_run_clear)

TdLoss *td_import_get_loss (TdImportRun *run, const TdRegister *reg);
gboolean td_import_row (TdImportRun *run, const TdColumns *columns, const TdRecord *record, const char *file,
                        GError **error);
gboolean td_import_check_reference (TdImportRun *run, const char *key, guint field, TdOrigin origin, gboolean *holds,
                                    GError **error);
gboolean td_import_check_register (TdImportRun *run, GError **error);

G_END_DECLS
