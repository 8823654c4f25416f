/* td-name-book.h: what the rows are called that other rows refer to: a person by name, a unit by kind and name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"
#include "td-store.h"

G_BEGIN_DECLS

typedef struct _TdNameBook TdNameBook;

TdNameBook *td_name_book_new (TdStore *store);
gboolean td_name_book_get (TdNameBook *self, const TdField *field, const char *key, const char **name, GError **error);
gboolean td_name_book_is_of_persons (const TdField *field);
char *td_name_book_show (const TdField *field, const char *value, const char *name);
void td_name_book_free (TdNameBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdNameBook, td_name_book_free)

G_END_DECLS
