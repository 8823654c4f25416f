/* td-intake-work.h: what is done with tables on their way in, in threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-import.h"
#include "td-meter.h"

G_BEGIN_DECLS

/* Tables to be checked or taken in together. */
typedef struct
{
  GPtrArray *intakes; /* of TdIntake */
  TdMeter *meter;     /* (nullable) */
  gboolean is_check;
} TdIntakeWish;

/* What an import answers, and the tables that its places name. */
typedef struct
{
  GPtrArray *intakes; /* of TdIntake */
  TdImportReport *report;
} TdIntakeAnswer;

TdIntakeWish *td_intake_wish_new (GPtrArray *intakes, GtkProgressBar *bar);
void td_intake_wish_free (gpointer wish);
void td_intake_answer_free (gpointer answer);

gpointer td_intake_work_read (TdStore *store, gpointer paths, GCancellable *cancellable, GError **error);
gpointer td_intake_work_tidy (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error);
gpointer td_intake_work_import (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdIntakeAnswer, td_intake_answer_free)

G_END_DECLS
