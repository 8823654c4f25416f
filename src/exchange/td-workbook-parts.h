/* td-workbook-parts.h: the parts of a workbook that its sheets lean on: which part is which, shared texts, and which
 * styles show a date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-package.h"

G_BEGIN_DECLS

/* What the package itself refers to. */
#define TD_RELATIONS_TOP "_rels/.rels"

/* The texts that cells name by number. */
typedef struct
{
  GString *pool;
  GArray *starts; /* of guint32 into the pool */
} TdStrings;

/* One of the references from a part to others. */
typedef struct
{
  char *id;
  char *type;
  char *part; /* its name in the zip */
} TdRelation;

GPtrArray *td_relations_read (TdPackage *package, const char *part, GError **error);
const TdRelation *td_relations_find_type (GPtrArray *relations, const char *type);
const TdRelation *td_relations_find_id (GPtrArray *relations, const char *id);

TdStrings *td_strings_read (TdPackage *package, const char *part, GError **error);
const char *td_strings_get (const TdStrings *self, guint index);
void td_strings_free (TdStrings *self);

GArray *td_date_styles_read (TdPackage *package, const char *part, GError **error);

gboolean td_part_read_text (TdPart *part, const char *element, GString *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStrings, td_strings_free)

G_END_DECLS
