/* td-draft.h: a filled template that staff can still edit: the head and the blocks in their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-block.h"

G_BEGIN_DECLS

/* All texts are markup, as in blocks; empty and %NULL are the same. */
typedef struct
{
  char *superior;    /* cơ quan chủ quản */
  GPtrArray *issuer; /* char *: the lines of the issuing agency's name */
  char *number;      /* empty: a blank slot */
  char *code;        /* QĐ-UBND; a công văn's is UBND-CA */
  char *place;
  char *day; /* empty: a blank slot */
  char *month;
  char *year;
  char *about;       /* a công văn's V/v, which then has no title */
  char *urgency;     /* KHẨN, THƯỢNG KHẨN, HỎA TỐC */
  char *circulation; /* LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI */
} TdHead;

typedef struct
{
  char *kind;     /* the template it was filled from */
  char *keywords; /* for the PDF's properties, plain text */
  char
    *made_at; /* ISO 8601 with its zone; the PDF's dates. Never a clock, so that the same draft gives the same bytes */
  TdHead head;
  GPtrArray *blocks; /* TdBlock */
} TdDraft;

TdDraft *td_draft_new (const char *kind);
void td_draft_free (TdDraft *self);
TdBlock *td_draft_add (TdDraft *self, TdBlockKind kind, const char *text);

char *td_draft_number_line (const TdDraft *self);
char *td_draft_date_line (const TdDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDraft, td_draft_free)

G_END_DECLS
