/* td-register.h: what a register is: its fields, their types and words. Each register is described once, in a file of
 * its own; tables, forms, import, export and validation read that description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TD_TYPE_TEXT,
  TD_TYPE_DATE,   /* a calendar date, kept as 2025-11-30 */
  TD_TYPE_WORD,   /* one of the field's words */
  TD_TYPE_AMOUNT, /* a whole number of đồng, 0 or more */
} TdType;

typedef enum
{
  TD_FIELD_KEY = 1 << 0, /* part of what identifies a row; implies required */
  TD_FIELD_REQUIRED = 1 << 1,
  TD_FIELD_SEALED = 1 << 2, /* personal data: in the database only encrypted */
  TD_FIELD_UNIQUE = 1 << 3, /* no two rows hold the same value */
  TD_FIELD_PERSON = 1 << 4, /* a person's full name: sorted by the given name, which stands last */
} TdFieldFlags;

/* A value that a field of type TD_TYPE_WORD may hold, and its Vietnamese. */
typedef struct
{
  const char *value;
  const char *label;
} TdWord;

typedef struct
{
  const char *name;  /* the column's name in table, CSV and workbook */
  const char *label; /* its Vietnamese label */
  TdType type;
  TdFieldFlags flags;
  const TdWord *words;   /* ends with an empty word; NULL unless the type is TD_TYPE_WORD */
  const char *refers_to; /* the register whose key stands here, or NULL */
  const char *ends;      /* the field of the day whose period this day ends, or NULL */
  const char *synonyms;  /* what else people write above such a column, parted by |, or NULL */
} TdField;

typedef struct
{
  const char *name;
  const char *title; /* Vietnamese */
  const TdField *fields;
  guint n_fields;
} TdRegister;

/* The longest text that a cell may hold, in characters. */
#define TD_CELL_MAX 4096

/* The words of every yes/no field. */
extern const TdWord td_yes_no[];

const TdRegister *const *td_registers_all (guint *n_registers);
const TdRegister *td_register_find (const char *name_or_title);
const TdField *td_register_find_field (const TdRegister *self, const char *name_or_label);
guint td_register_field_index (const TdRegister *self, const char *name);
const char *td_register_period_start (const TdRegister *self);

gboolean td_field_is_required (const TdField *self);
const TdWord *td_field_find_word (const TdField *self, const char *value);

G_END_DECLS
