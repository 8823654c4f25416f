/* td-intake.h: a table of text on its way into a register: what a foreign file, the clipboard or a form of many rows
 * holds, which column is which field, what was mended in it, and which rows are set aside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-headings.h"
#include "td-record.h"
#include "td-store.h"
#include "td-writing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than any office types; larger files are imported as they are, without a look at each row. */
#define TD_INTAKE_MAX_ROWS 100000

/* The headings stand among so many rows from the top, or nowhere. */
#define TD_INTAKE_HEAD_ROWS 30

/* There is no row of headings. */
#define TD_INTAKE_NO_HEAD G_MAXUINT

typedef struct
{
  guint line; /* in the file, counted from 1 */
  gboolean is_aside;
  char **read; /*< private >*/  /* as it stood in the file */
  char **cells; /*< private >*/ /* (nullable): where it reads otherwise now */
} TdIntakeRow;

typedef struct
{
  char *label; /* how messages call it */
  const TdRegister *reg;
  TdWriting writing;
  gboolean is_answered; /* a person has answered for these headings before */
  guint head;           /* a row's index, or %TD_INTAKE_NO_HEAD; what is above it is no data */
  guint n_columns;
  guint fields[TD_RECORD_MAX_CELLS]; /* of each column: a field's index, or %TD_NO_FIELD */
  GPtrArray *rows;                   /* of TdIntakeRow, each with @n_columns cells */
} TdIntake;

TdIntake *td_intake_new (const char *label, const TdRegister *reg);
GPtrArray *td_intakes_read (const char *const *paths, GCancellable *cancellable, GError **error);
void td_intakes_sort (GPtrArray *intakes);
TdIntake *td_intake_read_text (const char *text, const char *label, const TdRegister *reg, GError **error);
TdIntake *td_intake_copy (const TdIntake *self);
void td_intake_free (TdIntake *self);

TdIntakeRow *td_intake_add_row (TdIntake *self, guint line, const char *const *cells, guint n_cells);
const char *td_intake_get (const TdIntake *self, guint row, guint column);
void td_intake_set (TdIntake *self, guint row, guint column, const char *text);
guint td_intake_add_column (TdIntake *self, guint field);
guint td_intake_find_column (const TdIntake *self, guint field);
guint td_intake_get_start (const TdIntake *self);
gboolean td_intake_is_taken (const TdIntake *self, guint row);

void td_intake_guess (TdIntake *self);
void td_intake_set_writing (TdIntake *self, TdWriting writing);
void td_intake_set_head (TdIntake *self, guint head);
void td_intake_set_register (TdIntake *self, const TdRegister *reg);
void td_intake_set_field (TdIntake *self, guint column, guint field);
gboolean td_intake_gives_keys (const TdRegister *reg);
gboolean td_intake_remember (const TdIntake *self, TdStore *store, GError **error);
gboolean td_intake_recall (TdIntake *self, TdStore *store, GError **error);
gboolean td_intake_is_clear (const TdIntake *self);
char *td_intake_list_missing (const TdIntake *self);
gboolean td_intake_tidy (TdIntake *self, TdStore *store, GCancellable *cancellable, GError **error);
gboolean td_intake_write_aside (const TdIntake *self, GFile *file, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdIntake, td_intake_free)

G_END_DECLS
