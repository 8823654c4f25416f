/* test-template.c: what a template makes of facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-expand-private.h"
#include "td-paper-error.h"
#include "td-template-private.h"

#include <locale.h>
#include <string.h>

static guint
count_blocks (const TdDraft *draft, TdBlockKind kind)
{
  guint n = 0;

  for (guint i = 0; i < draft->blocks->len; i++)
    n += ((const TdBlock *)g_ptr_array_index (draft->blocks, i))->kind == kind;
  return n;
}

static const TdBlock *
nth_block (const TdDraft *draft, TdBlockKind kind, guint n)
{
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      const TdBlock *block = g_ptr_array_index (draft->blocks, i);

      if (block->kind == kind && n-- == 0)
        return block;
    }
  g_error ("the draft has no such block");
}

static void
test_kinds (void)
{
  const char *const *kinds = td_template_kinds ();

  g_assert_true (g_strv_contains (kinds, "decision-recognise"));
  g_assert_true (g_strv_contains (kinds, "notice-refuse"));
  for (guint i = 0; kinds[i] != NULL; i++)
    g_assert_nonnull (td_template_title (kinds[i]));
  g_assert_cmpstr (td_template_title ("decision-recognise"), ==, "Quyết định công nhận xã, thị trấn không ma túy");
  g_assert_null (td_template_title ("no-such-paper"));
}

static void
test_unknown_kind (void)
{
  g_autoptr (TdFacts) facts = td_facts_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (td_template_fill ("no-such-paper", facts, &error));
  g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_KIND);
  g_assert_nonnull (strstr (error->message, "no-such-paper"));
}

static void
test_placeholders (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);

  g_assert_cmpstr (draft->head.code, ==, "QĐ-UBND");
  g_assert_cmpstr (nth_block (draft, TD_BLOCK_SUBJECT, 0)->text, ==,
                   "Công nhận <n>xã Xuân Bình</n> <n>đạt chuẩn “Xã không ma túy”</n> năm 2025");
  g_assert_cmpstr (nth_block (draft, TD_BLOCK_COMPETENCE, 0)->text, ==, "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NHƯ XUÂN");
  for (guint i = 0; i < draft->blocks->len; i++)
    {
      const TdBlock *block = g_ptr_array_index (draft->blocks, i);

      g_assert_true (block->text == NULL || strchr (block->text, '{') == NULL);
    }
}

/* Each fact that a template names is asked for: without it there is no paper, and the error names it. */
static void
test_missing_fact (void)
{
  static const char *const names[] = { "unit", "district", "police-head", "signer-name", "agency-code", "year" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
      g_autoptr (GError) error = NULL;

      td_facts_set (facts, names[i], NULL);
      g_assert_null (td_template_fill ("decision-recognise", facts, &error));
      g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_PLACEHOLDER);
      g_assert_nonnull (strstr (error->message, "decision-recognise"));
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

static void
test_expand_errors (void)
{
  static const char *const wrong[] = { "{nobody}", "{unit|lower}", "{unit", "{}", "{unit|upper|upper}" };
  g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
  TdScope scope = { facts, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (td_expand (wrong[i], &scope, "letter", &error));
      g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_PLACEHOLDER);
    }
}

static void
test_scope (void)
{
  g_autoptr (TdFacts) facts = td_facts_new ();
  g_autoptr (TdFacts) row = td_facts_new ();
  TdScope outer = { facts, NULL };
  TdScope inner = { row, &outer };

  td_facts_set (facts, "name", "paper's");
  td_facts_set (facts, "other", "đường");
  td_facts_set (row, "name", "row's");
  g_autofree char *text = td_expand ("{name} {other|upper}", &inner, "letter", NULL);

  g_assert_cmpstr (text, ==, "row&apos;s ĐƯỜNG");
}

static void
test_if (void)
{
  g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
  g_autoptr (TdDraft) with = td_template_fill ("decision-recognise", facts, NULL);

  td_facts_set (facts, "registered-on", "");
  td_facts_set (facts, "issuer-2", "");
  g_autoptr (TdDraft) without = td_template_fill ("decision-recognise", facts, NULL);

  g_assert_cmpuint (count_blocks (with, TD_BLOCK_PARAGRAPH), ==, count_blocks (without, TD_BLOCK_PARAGRAPH) + 1);
  g_assert_cmpuint (with->head.issuer->len, ==, 2);
  g_assert_cmpuint (without->head.issuer->len, ==, 1);
}

/* Only the lines of authority that are there. */
static void
test_signature (void)
{
  g_autoptr (TdDraft) decision = test_draft_new ("decision-recognise", 0);
  g_autoptr (TdDraft) notice = test_draft_new ("notice-refuse", 0);
  const TdSignature *one = g_ptr_array_index (nth_block (decision, TD_BLOCK_SIGNATURES, 0)->signatures, 0);
  const TdSignature *three = g_ptr_array_index (nth_block (notice, TD_BLOCK_SIGNATURES, 0)->signatures, 0);

  g_assert_cmpuint (one->authority->len, ==, 1);
  g_assert_cmpuint (three->authority->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (three->authority, 1), ==, "KT. CHỦ TỊCH");
}

static void
test_for_each (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  guint n = count_blocks (draft, TD_BLOCK_BASIS);

  g_assert_cmpuint (n, ==, 6);
  for (guint i = 0; i < n; i++)
    {
      const char *text = nth_block (draft, TD_BLOCK_BASIS, i)->text;

      g_assert_true (g_str_has_prefix (text, "Căn cứ ") || g_str_has_prefix (text, "Theo ")
                     || g_str_has_prefix (text, "Xét "));
      g_assert_true (g_str_has_suffix (text, i + 1 < n ? ";" : "."));
    }
}

static void
test_table (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("notice-refuse", 2);
  g_autoptr (TdDraft) empty = test_draft_new ("notice-refuse", 0);
  const TdBlock *table = nth_block (draft, TD_BLOCK_TABLE, 0);

  g_assert_cmpuint (table->columns->len, ==, 7);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index ((GPtrArray *)g_ptr_array_index (table->rows, 1), 3), ==,
                   "1.204/1.250 hộ (96,32%)");
  g_assert_null (nth_block (empty, TD_BLOCK_TABLE, 0)->rows);
}

/* A fact that looks like markup or like a placeholder is a text like any other. */
static void
test_hostile_fact (void)
{
  static const char hostile[] = "{police} <b>x</b> &amp; </p> {0} %s <!--";
  g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
  g_autoptr (GError) error = NULL;

  td_facts_set (facts, "unit", hostile);
  g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, &error);

  g_assert_no_error (error);
  PopplerDocument *document = test_render (draft);
  g_autofree char *text = test_read_all (document);

  g_assert_nonnull (strstr (text, hostile));
  g_object_unref (document);
}

static TdDraft *
fill_xml (const char *xml, const TdFacts *facts, GError **error)
{
  g_autoptr (TdNode) paper = td_node_parse (xml, -1, NULL);

  return td_template_fill_node ("letter", paper, facts, error);
}

static void
test_conditions (void)
{
  static const char xml[] = "<paper><paragraph if='there'>1</paragraph><paragraph unless='there'>2</paragraph>"
                            "<paragraph if='empty'>3</paragraph><paragraph unless='empty'>4</paragraph>"
                            "<paragraph if='nowhere'>5</paragraph><paragraph unless='nowhere'>6</paragraph></paper>";
  g_autoptr (TdFacts) facts = td_facts_new ();
  g_autoptr (GString) kept = g_string_new (NULL);

  td_facts_set (facts, "there", "x");
  td_facts_set (facts, "empty", "");
  g_autoptr (TdDraft) draft = fill_xml (xml, facts, NULL);

  for (guint i = 0; i < draft->blocks->len; i++)
    g_string_append (kept, nth_block (draft, TD_BLOCK_PARAGRAPH, i)->text);
  g_assert_cmpstr (kept->str, ==, "146");
}

/* A row's facts decide for its own block; what the row lacks, the paper has. */
static void
test_rows (void)
{
  static const char xml[] = "<paper><clause for-each='units' if='shown'>{name}, {district}</clause></paper>";
  static const char *const shown[] = { "x", "", "x" };
  g_autoptr (TdFacts) facts = td_facts_new ();

  td_facts_set (facts, "district", "huyện");
  td_facts_set (facts, "shown", "");
  for (guint i = 0; i < 3; i++)
    {
      TdFacts *row = td_facts_add_row (facts, "units");

      td_facts_take (row, "name", g_strdup_printf ("xã %u", i));
      td_facts_set (row, "shown", shown[i]);
    }
  g_autoptr (TdDraft) draft = fill_xml (xml, facts, NULL);

  g_assert_cmpuint (draft->blocks->len, ==, 2);
  g_assert_cmpstr (nth_block (draft, TD_BLOCK_CLAUSE, 0)->text, ==, "xã 0, huyện");
  g_assert_cmpstr (nth_block (draft, TD_BLOCK_CLAUSE, 1)->text, ==, "xã 2, huyện");
}

static void
test_wrong_templates (void)
{
  static const char *const wrong[] = {
    "<paper><poem>x</poem></paper>",
    "<paper><head><colour>x</colour></head></paper>",
    "<paper><table><column heading='a' width='1'>x</column></table></paper>",
    "<paper><table rows='r'><column heading='a'>x</column></table></paper>",
    "<paper><table rows='r'><column heading='a' width='-1'>x</column></table></paper>",
    "<paper><table rows='r'><column width='1'>x</column></table></paper>",
    "<paper><table rows='r'><row heading='a' width='1'>x</row></table></paper>",
  };
  g_autoptr (TdFacts) facts = td_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fill_xml (wrong[i], facts, &error));
      g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_TEMPLATE);
      g_assert_nonnull (strstr (error->message, "letter"));
    }
}

/* Every block that a template can hold. */
static void
test_all_blocks (void)
{
  static const char xml[]
    = "<paper><head><superior>s</superior><issuer>i</issuer><code>c</code><about>a</about><urgency>u</urgency>"
      "<circulation>l</circulation></head><title>t</title><subject>s</subject><competence>c</competence>"
      "<basis>b</basis><order>o</order><addressees><addressee>x</addressee><addressee>y</addressee></addressees>"
      "<heading level='3'>h</heading><article>a</article><clause>c</clause><point>p</point><paragraph>p</paragraph>"
      "<annex orientation='landscape'><name>n</name><note>(k)</note></annex></paper>";
  g_autoptr (TdFacts) facts = td_facts_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDraft) draft = fill_xml (xml, facts, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (draft->head.superior, ==, "s");
  g_assert_cmpstr (draft->head.about, ==, "a");
  g_assert_cmpstr (draft->head.urgency, ==, "u");
  g_assert_cmpstr (draft->head.circulation, ==, "l");
  g_assert_cmpuint (nth_block (draft, TD_BLOCK_HEADING, 0)->level, ==, 3);
  g_assert_cmpuint (nth_block (draft, TD_BLOCK_ADDRESSEES, 0)->lines->len, ==, 2);
  g_assert_true (nth_block (draft, TD_BLOCK_ANNEX, 0)->landscape);
  g_assert_cmpstr (nth_block (draft, TD_BLOCK_ANNEX, 0)->note, ==, "(k)");
  g_assert_cmpuint (draft->blocks->len, ==, 12);
}

static void
test_broken_xml (void)
{
  static const char *const broken[] = { "<paper><title>x</paper>", "", "<paper>", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (td_node_parse (broken[i], -1, &error));
      g_assert_nonnull (error);
    }
}

/* Line ends and indentation of the file are one space; a no-break space is not. */
static void
test_white_space (void)
{
  g_autoptr (TdNode) node = td_node_parse ("<p>\n  một\n   <b>hai </b> ba" NBSP " \n</p>", -1, NULL);

  g_assert_cmpstr (node->text->str, ==, "một <b>hai </b> ba" NBSP);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *day, *month, *line;
  } cases[] = {
    { "5", "3", "Như Xuân, ngày 05 tháng 3 năm 2025" },    { "05", "03", "Như Xuân, ngày 05 tháng 3 năm 2025" },
    { "15", "2", "Như Xuân, ngày 15 tháng 02 năm 2025" },  { "31", "01", "Như Xuân, ngày 31 tháng 01 năm 2025" },
    { "1", "10", "Như Xuân, ngày 01 tháng 10 năm 2025" },  { "", "11", "Như Xuân, ngày        tháng 11 năm 2025" },
    { "30", "11", "Như Xuân, ngày 30 tháng 11 năm 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);

      td_facts_set (facts, "day", cases[i].day);
      td_facts_set (facts, "month", cases[i].month);
      g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, NULL);
      g_autofree char *line = td_draft_date_line (draft);
      g_auto (GStrv) words = g_strsplit (line, NBSP, -1);
      g_autofree char *plain = g_strjoinv (" ", words);

      g_assert_cmpstr (plain, ==, cases[i].line);
    }
}

static void
test_numbers (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  g_autofree char *blank = td_draft_number_line (draft);

  g_assert_cmpstr (blank, ==, "Số: " NBSP NBSP NBSP NBSP NBSP NBSP "/QĐ-UBND");
  g_free (draft->head.number);
  draft->head.number = g_strdup ("7");
  g_autofree char *seven = td_draft_number_line (draft);

  g_assert_cmpstr (seven, ==, "Số: 07/QĐ-UBND");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/template/kinds", test_kinds);
  g_test_add_func ("/papers/template/unknown-kind", test_unknown_kind);
  g_test_add_func ("/papers/template/placeholders", test_placeholders);
  g_test_add_func ("/papers/template/missing-fact", test_missing_fact);
  g_test_add_func ("/papers/template/expand-errors", test_expand_errors);
  g_test_add_func ("/papers/template/scope", test_scope);
  g_test_add_func ("/papers/template/if", test_if);
  g_test_add_func ("/papers/template/signature", test_signature);
  g_test_add_func ("/papers/template/for-each", test_for_each);
  g_test_add_func ("/papers/template/table", test_table);
  g_test_add_func ("/papers/template/hostile-fact", test_hostile_fact);
  g_test_add_func ("/papers/template/conditions", test_conditions);
  g_test_add_func ("/papers/template/rows", test_rows);
  g_test_add_func ("/papers/template/wrong-templates", test_wrong_templates);
  g_test_add_func ("/papers/template/all-blocks", test_all_blocks);
  g_test_add_func ("/papers/template/broken-xml", test_broken_xml);
  g_test_add_func ("/papers/template/white-space", test_white_space);
  g_test_add_func ("/papers/template/dates", test_dates);
  g_test_add_func ("/papers/template/numbers", test_numbers);
  return g_test_run ();
}
