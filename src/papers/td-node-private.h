/* td-node-private.h: a template as it was read: elements with attributes, and text with its placeholders still in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char **attributes;   /* name, value, name, value, NULL */
  GString *text;       /* markup of <b>, <i> and <n> with placeholders; white space as one space */
  GPtrArray *children; /* TdNode */
} TdNode;

TdNode *td_node_parse (const char *xml, gssize length, GError **error);
void td_node_free (TdNode *self);
const char *td_node_attribute (const TdNode *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdNode, td_node_free)

G_END_DECLS
