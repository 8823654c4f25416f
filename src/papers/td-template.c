/* td-template.c: fills a template with facts, which makes a draft. The elements of a template are the blocks of
 * td-block.h by name; each may carry if="fact", unless="fact" and for-each="table".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-template-private.h"

#include "td-catalogue-private.h"
#include "td-expand-private.h"
#include "td-paper-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *kind;
  TdDraft *draft;
  TdBlock *block;         /* that a nested element adds to */
  TdSignature *signature; /* likewise */
} Filler;

typedef struct _Element Element;
typedef gboolean (*FillFunc) (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope,
                              GError **error);

struct _Element
{
  const char *name;
  FillFunc fill;
  gsize detail; /* a TdBlockKind, or a member's offset */
};

static char *
expand (Filler *filler, const TdNode *node, const TdScope *scope, GError **error)
{
  return td_expand (node->text->str, scope, filler->kind, error);
}

static gboolean
fail (Filler *filler, GError **error, const char *wrong, const char *name)
{
  g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_TEMPLATE, _ ("The template “%s” has %s “%s”"), filler->kind, wrong,
               name);
  return FALSE;
}

static gboolean
holds (const TdScope *scope, const char *fact)
{
  const char *value = td_scope_get (scope, fact);

  return value != NULL && *value != '\0';
}

static gboolean
fill_once (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  const char *only = td_node_attribute (node, "if");
  const char *unless = td_node_attribute (node, "unless");

  if ((only != NULL && !holds (scope, only)) || (unless != NULL && holds (scope, unless)))
    return TRUE;
  return element->fill (filler, element, node, scope, error);
}

static gboolean
fill_each (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  const char *table = td_node_attribute (node, "for-each");
  const TdFacts *facts;

  if (table == NULL)
    return fill_once (filler, element, node, scope, error);
  facts = td_scope_find_table (scope, table);
  for (guint i = 0; facts != NULL && i < td_facts_n_rows (facts, table); i++)
    {
      TdScope row = { td_facts_get_row (facts, table, i), scope };

      if (!fill_once (filler, element, node, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_children (Filler *filler, const Element *elements, const TdNode *node, const TdScope *scope, GError **error)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const TdNode *child = g_ptr_array_index (node->children, i);
      const Element *element = elements;

      while (element->name != NULL && strcmp (element->name, child->name) != 0)
        element++;
      if (element->name == NULL)
        return fail (filler, error, _ ("an unknown element"), child->name);
      if (!fill_each (filler, element, child, scope, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_head_text (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  char **member = G_STRUCT_MEMBER_P (&filler->draft->head, element->detail);

  g_free (*member);
  *member = expand (filler, node, scope, error);
  return *member != NULL;
}

static gboolean
fill_issuer (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  char *text = expand (filler, node, scope, error);

  if (text != NULL)
    g_ptr_array_add (filler->draft->head.issuer, text);
  return text != NULL;
}

static gboolean
fill_head (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  static const Element elements[] = {
    { "superior", fill_head_text, G_STRUCT_OFFSET (TdHead, superior) },
    { "issuer", fill_issuer, 0 },
    { "number", fill_head_text, G_STRUCT_OFFSET (TdHead, number) },
    { "code", fill_head_text, G_STRUCT_OFFSET (TdHead, code) },
    { "place", fill_head_text, G_STRUCT_OFFSET (TdHead, place) },
    { "day", fill_head_text, G_STRUCT_OFFSET (TdHead, day) },
    { "month", fill_head_text, G_STRUCT_OFFSET (TdHead, month) },
    { "year", fill_head_text, G_STRUCT_OFFSET (TdHead, year) },
    { "about", fill_head_text, G_STRUCT_OFFSET (TdHead, about) },
    { "urgency", fill_head_text, G_STRUCT_OFFSET (TdHead, urgency) },
    { "circulation", fill_head_text, G_STRUCT_OFFSET (TdHead, circulation) },
    { NULL },
  };

  return fill_children (filler, elements, node, scope, error);
}

static gboolean
fill_text (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  const char *level = td_node_attribute (node, "level");
  g_autofree char *text = expand (filler, node, scope, error);

  if (text == NULL)
    return FALSE;
  filler->block = td_draft_add (filler->draft, (TdBlockKind)element->detail, text);
  filler->block->level = level != NULL ? (guint)g_ascii_strtoull (level, NULL, 10) : 1;
  return TRUE;
}

static gboolean
fill_line (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  g_autofree char *text = expand (filler, node, scope, error);

  if (text == NULL)
    return FALSE;
  td_block_add_line (filler->block, text);
  return TRUE;
}

static gboolean
fill_lines (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  static const Element elements[] = { { "addressee", fill_line, 0 }, { "recipient", fill_line, 0 }, { NULL } };

  filler->block = td_draft_add (filler->draft, (TdBlockKind)element->detail, NULL);
  return fill_children (filler, elements, node, scope, error);
}

static gboolean
fill_authority (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  char *text = expand (filler, node, scope, error);

  if (text != NULL)
    g_ptr_array_add (filler->signature->authority, text);
  return text != NULL;
}

static gboolean
fill_name (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  g_free (filler->signature->name);
  filler->signature->name = expand (filler, node, scope, error);
  return filler->signature->name != NULL;
}

static gboolean
fill_signature (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  static const Element elements[] = { { "authority", fill_authority, 0 }, { "name", fill_name, 0 }, { NULL } };

  filler->signature = td_block_add_signature (filler->block, NULL);
  return fill_children (filler, elements, node, scope, error);
}

static gboolean
fill_signatures (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  static const Element elements[] = { { "signature", fill_signature, 0 }, { NULL } };

  filler->block = td_draft_add (filler->draft, TD_BLOCK_SIGNATURES, NULL);
  return fill_children (filler, elements, node, scope, error);
}

static gboolean
fill_annex_text (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  char **member = G_STRUCT_MEMBER_P (filler->block, element->detail);

  g_free (*member);
  *member = expand (filler, node, scope, error);
  return *member != NULL;
}

static gboolean
fill_annex (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  static const Element elements[] = {
    { "name", fill_annex_text, G_STRUCT_OFFSET (TdBlock, text) },
    { "note", fill_annex_text, G_STRUCT_OFFSET (TdBlock, note) },
    { NULL },
  };

  filler->block = td_draft_add (filler->draft, TD_BLOCK_ANNEX, NULL);
  filler->block->landscape = g_strcmp0 (td_node_attribute (node, "orientation"), "landscape") == 0;
  return fill_children (filler, elements, node, scope, error);
}

static gboolean
add_column (Filler *filler, const TdNode *column, const TdScope *scope, GError **error)
{
  const char *width = td_node_attribute (column, "width");
  const char *heading = td_node_attribute (column, "heading");
  const char *align = td_node_attribute (column, "align");
  double share = width != NULL ? g_ascii_strtod (width, NULL) : 0;

  if (strcmp (column->name, "column") != 0 || heading == NULL || !(share > 0))
    return fail (filler, error, _ ("a table column without heading or width, or an element that is none:"),
                 column->name);
  g_autofree char *escaped = g_markup_escape_text (heading, -1);
  g_autofree char *text = td_expand (escaped, scope, filler->kind, error);

  if (text == NULL)
    return FALSE;
  td_block_add_column (filler->block, text, share,
                       g_strcmp0 (align, "centre") == 0  ? TD_ALIGN_CENTRE
                       : g_strcmp0 (align, "right") == 0 ? TD_ALIGN_RIGHT
                                                         : TD_ALIGN_LEFT);
  return TRUE;
}

static gboolean
add_row (Filler *filler, const TdNode *table, const TdScope *row, GError **error)
{
  GPtrArray *cells = td_block_add_row (filler->block);

  for (guint i = 0; i < table->children->len; i++)
    {
      char *cell = expand (filler, g_ptr_array_index (table->children, i), row, error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);
    }
  return TRUE;
}

/* A column's text is what stands in its cell, once for each row of the facts' table. */
static gboolean
fill_table (Filler *filler, const Element *element, const TdNode *node, const TdScope *scope, GError **error)
{
  const char *rows = td_node_attribute (node, "rows");
  const TdFacts *facts;

  if (rows == NULL)
    return fail (filler, error, _ ("a table that names no rows:"), node->name);
  filler->block = td_draft_add (filler->draft, TD_BLOCK_TABLE, NULL);
  for (guint i = 0; i < node->children->len; i++)
    if (!add_column (filler, g_ptr_array_index (node->children, i), scope, error))
      return FALSE;
  facts = td_scope_find_table (scope, rows);
  for (guint i = 0; facts != NULL && i < td_facts_n_rows (facts, rows); i++)
    {
      TdScope row = { td_facts_get_row (facts, rows, i), scope };

      if (!add_row (filler, node, &row, error))
        return FALSE;
    }
  return TRUE;
}

static const Element paper_elements[] = {
  { "head", fill_head, 0 },
  { "title", fill_text, TD_BLOCK_TITLE },
  { "subject", fill_text, TD_BLOCK_SUBJECT },
  { "competence", fill_text, TD_BLOCK_COMPETENCE },
  { "basis", fill_text, TD_BLOCK_BASIS },
  { "order", fill_text, TD_BLOCK_ORDER },
  { "addressees", fill_lines, TD_BLOCK_ADDRESSEES },
  { "heading", fill_text, TD_BLOCK_HEADING },
  { "article", fill_text, TD_BLOCK_ARTICLE },
  { "clause", fill_text, TD_BLOCK_CLAUSE },
  { "point", fill_text, TD_BLOCK_POINT },
  { "paragraph", fill_text, TD_BLOCK_PARAGRAPH },
  { "table", fill_table, TD_BLOCK_TABLE },
  { "annex", fill_annex, TD_BLOCK_ANNEX },
  { "signatures", fill_signatures, TD_BLOCK_SIGNATURES },
  { "recipients", fill_lines, TD_BLOCK_RECIPIENTS },
  { NULL },
};

/* The first of the month where the facts don't say when the paper was made. */
static char *
made_at (const TdFacts *facts)
{
  const char *made = td_facts_get (facts, "made-at");
  const char *month = td_facts_get (facts, "month");
  const char *year = td_facts_get (facts, "year");

  if (made != NULL && *made != '\0')
    return g_strdup (made);
  if (month == NULL || year == NULL || *month == '\0' || *year == '\0')
    return NULL;
  return g_strdup_printf ("%s-%s%s-01T00:00:00+07:00", year, strlen (month) == 1 ? "0" : "", month);
}

/**
 * td_template_fill_node:
 * @kind: what the errors call it
 * @paper: a template
 * @facts: as for td_template_fill()
 * @error: as for td_template_fill()
 *
 * Returns: (transfer full) (nullable): a draft
 */
TdDraft *
td_template_fill_node (const char *kind, const TdNode *paper, const TdFacts *facts, GError **error)
{
  g_autoptr (TdDraft) draft = td_draft_new (kind);
  TdScope scope = { facts, NULL };
  Filler filler = { kind, draft, NULL, NULL };

  draft->keywords = g_strdup (td_node_attribute (paper, "keywords"));
  draft->made_at = made_at (facts);
  if (!fill_children (&filler, paper_elements, paper, &scope, error))
    return NULL;
  return g_steal_pointer (&draft);
}

/**
 * td_template_fill:
 * @kind: one of td_template_kinds()
 * @facts: all that the template names; a fact that is there and empty prints as nothing. Beside them "made-at" (ISO
 *   8601), the date in the PDF's properties
 * @error: a #TD_PAPER_ERROR: no such paper, or a placeholder that no fact answers
 *
 * Returns: (transfer full) (nullable): a draft that can be edited, laid out, written
 */
TdDraft *
td_template_fill (const char *kind, const TdFacts *facts, GError **error)
{
  const TdNode *paper = td_catalogue_find (kind, error);

  return paper != NULL ? td_template_fill_node (kind, paper, facts, error) : NULL;
}
