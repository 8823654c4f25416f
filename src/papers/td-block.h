/* td-block.h: the pieces that a paper is made of. Plain structs, so that an editor can change them in place.
 *
 * Every text here is markup of <b>, <i> and <n> (a name, in which no line breaks) alone; text from a person goes
 * through g_markup_escape_text first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TD_BLOCK_TITLE,      /* tên loại */
  TD_BLOCK_SUBJECT,    /* trích yếu */
  TD_BLOCK_COMPETENCE, /* thẩm quyền ban hành */
  TD_BLOCK_BASIS,      /* căn cứ */
  TD_BLOCK_ORDER,      /* QUYẾT ĐỊNH: */
  TD_BLOCK_ADDRESSEES, /* Kính gửi: lines */
  TD_BLOCK_HEADING,    /* I. / 1. / a) by level, numbered by the renderer */
  TD_BLOCK_ARTICLE,    /* Điều n., numbered by the renderer */
  TD_BLOCK_CLAUSE,     /* 1. */
  TD_BLOCK_POINT,      /* a) in Vietnamese order */
  TD_BLOCK_PARAGRAPH,
  TD_BLOCK_TABLE,      /* columns, rows */
  TD_BLOCK_ANNEX,      /* text: its name; note: (Kèm theo ...); all that follows belongs to it */
  TD_BLOCK_SIGNATURES, /* signatures */
  TD_BLOCK_RECIPIENTS, /* Nơi nhận: lines */
} TdBlockKind;

typedef enum
{
  TD_ALIGN_LEFT,
  TD_ALIGN_CENTRE,
  TD_ALIGN_RIGHT,
} TdAlign;

typedef struct
{
  char *heading;
  double width; /* share of the table's width, in any unit */
  TdAlign align;
} TdColumn;

typedef struct
{
  GPtrArray *authority; /* char *: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH */
  char *name;
} TdSignature;

typedef struct
{
  TdBlockKind kind;
  char *text;            /* (nullable) */
  char *note;            /* (nullable): of an annex */
  guint level;           /* of a heading, from 1 */
  gboolean landscape;    /* of an annex */
  GPtrArray *lines;      /* (nullable): char *, of addressees and recipients, without dash and stop */
  GPtrArray *columns;    /* (nullable): TdColumn */
  GPtrArray *rows;       /* (nullable): GPtrArray of char *, one cell for each column */
  GPtrArray *signatures; /* (nullable): TdSignature */
} TdBlock;

TdBlock *td_block_new (TdBlockKind kind, const char *text);
void td_block_free (TdBlock *self);

TdColumn *td_block_add_column (TdBlock *self, const char *heading, double width, TdAlign align);
GPtrArray *td_block_add_row (TdBlock *self);
TdSignature *td_block_add_signature (TdBlock *self, const char *name);
void td_block_add_line (TdBlock *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBlock, td_block_free)

G_END_DECLS
