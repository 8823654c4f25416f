/* test-layout.c: where things stand on the page, read back from the PDF, against the layout table of Decree
 * 30/2020/NĐ-CP. Millimetres.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-pages-private.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  TdDraft *draft;
  PopplerDocument *document;
  GPtrArray *first; /* lines of page 1 */
  GPtrArray *last;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer kind)
{
  fixture->draft = test_draft_new (kind, 2);
  fixture->document = test_render (fixture->draft);
  fixture->first = test_lines (fixture->document, 0);
  fixture->last = test_lines (fixture->document, poppler_document_get_n_pages (fixture->document) - 1);
}

static void
tear_down (Fixture *fixture, gconstpointer kind)
{
  g_ptr_array_unref (fixture->first);
  g_ptr_array_unref (fixture->last);
  g_object_unref (fixture->document);
  td_draft_free (fixture->draft);
}

static void
assert_face (const TestLine *line, double size, gboolean bold, gboolean italic)
{
  assert_near (line->size, size, 0.1);
  g_assert_cmpint (line->bold, ==, bold);
  g_assert_cmpint (line->italic, ==, italic);
}

static void
test_page_size (Fixture *fixture, gconstpointer kind)
{
  for (int i = 0; i < poppler_document_get_n_pages (fixture->document); i++)
    {
      PopplerPage *page = poppler_document_get_page (fixture->document, i);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      assert_near (MM (width), 210, 0.1);
      assert_near (MM (height), 297, 0.1);
      g_object_unref (page);
    }
}

/* All but the page's number stays inside the margins, and the text reaches both sides. */
static void
test_margins (Fixture *fixture, gconstpointer kind)
{
  for (int i = 0; i < poppler_document_get_n_pages (fixture->document); i++)
    {
      g_autoptr (GPtrArray) lines = test_lines (fixture->document, i);
      double left = 210;
      double right = 0;

      for (guint j = i > 0 ? 1 : 0; j < lines->len; j++)
        {
          const TestLine *line = g_ptr_array_index (lines, j);

          g_assert_cmpfloat (line->top, >=, 19.7);
          g_assert_cmpfloat (line->top + MM (BOX * line->size), <=, 277.3);
          left = MIN (left, line->x1);
          right = MAX (right, line->x2);
        }
      assert_near (left, 30, 0.3);
      assert_near (right, 195, 0.7);
    }
}

static void
test_nation (Fixture *fixture, gconstpointer kind)
{
  const TestLine *nation = test_find_line (fixture->first, "CỘNG HÒA");
  const TestLine *motto = test_find_line (fixture->first, "Độc lập");

  g_assert_cmpstr (nation->text, ==, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  g_assert_cmpstr (motto->text, ==, "Độc lập - Tự do - Hạnh phúc");
  assert_face (nation, 13, TRUE, FALSE);
  assert_face (motto, 14, TRUE, FALSE);
  assert_near (nation->top, 20, 0.3);
  assert_near (nation->x2 - nation->x1, 95.01, 0.3);
  assert_near (motto->x2 - motto->x1, 60.37, 0.3);
  assert_near (test_centre (nation), 146.5, 0.5);
  assert_near (test_centre (motto), 146.5, 0.5);
  assert_near (motto->top, 25.3, 0.3);
}

static void
test_issuer (Fixture *fixture, gconstpointer kind)
{
  const TestLine *one = test_find_line (fixture->first, "ỦY BAN NHÂN DÂN");
  const TestLine *two = test_find_line (fixture->first, "HUYỆN NHƯ XUÂN");

  assert_face (one, 13, TRUE, FALSE);
  assert_face (two, 13, TRUE, FALSE);
  assert_near (one->top, 20, 0.3);
  assert_near (test_centre (one), 63.5, 0.5);
  assert_near (test_centre (two), 63.5, 0.5);
}

static void
test_number_and_date (Fixture *fixture, gconstpointer kind)
{
  const TestLine *number = test_find_line (fixture->first, "Số:");
  const TestLine *date = test_find_line (fixture->first, "Như Xuân, ngày");

  assert_face (number, 13, FALSE, FALSE);
  assert_face (date, 14, FALSE, TRUE);
  assert_near (test_centre (number), 63.5, 0.5);
  assert_near (test_centre (date), 146.5, 0.5);
  assert_near (number->baseline, date->baseline, 0.3);
  g_assert_true (g_regex_match_simple ("^Số: /(QĐ|TB)-UBND$", number->text, 0, 0));
  g_assert_true (g_regex_match_simple ("^Như Xuân, ngày tháng 11 năm 2025$", date->text, 0, 0));
}

/* The rules are lines of their own: below the motto, the issuer and the subject, of the lengths that the table asks. */
static void
test_rules (Fixture *fixture, gconstpointer kind)
{
  g_autoptr (TdPages) pages = td_layout (fixture->draft, NULL);
  const TdPage *page = td_pages_get (pages, 0);
  const TestLine *motto = test_find_line (fixture->first, "Độc lập");
  const TestLine *issuer = test_find_line (fixture->first, "HUYỆN NHƯ XUÂN");
  const TdRule *rules = &g_array_index (page->rules, TdRule, 0);

  g_assert_cmpuint (page->rules->len, >=, 3);
  assert_near (MM (rules[0].x2 - rules[0].x1), motto->x2 - motto->x1, 1);
  assert_near (MM (rules[0].x2 + rules[0].x1) / 2, 146.5, 0.5);
  assert_near (MM (rules[0].y1), 31.6, 0.5);
  assert_near (MM (rules[1].x2 - rules[1].x1), 0.4 * (issuer->x2 - issuer->x1), 1);
  assert_near (MM (rules[1].x2 + rules[1].x1) / 2, 63.5, 0.5);
  assert_near (MM (rules[1].y1), 31.2, 0.5);
  assert_near (MM (rules[2].x2 + rules[2].x1) / 2, 112.5, 0.5);
  for (guint i = 0; i < 3; i++)
    g_assert_true (rules[i].width >= 0.5 && rules[i].width <= 0.75 && !rules[i].red);
}

static void
test_title (Fixture *fixture, gconstpointer kind)
{
  gboolean decision = strcmp (kind, "decision-recognise") == 0;
  const TestLine *title = g_ptr_array_index (fixture->first, 0);

  for (guint i = 0; i < fixture->first->len && strcmp (title->text, decision ? "QUYẾT ĐỊNH" : "THÔNG BÁO") != 0; i++)
    title = g_ptr_array_index (fixture->first, i);
  const TestLine *subject = test_find_line (fixture->first, decision ? "Công nhận xã" : "Kết quả thẩm định,");

  assert_face (title, 14, TRUE, FALSE);
  assert_face (subject, 14, TRUE, FALSE);
  assert_near (title->top, 48, 0.7);
  assert_near (subject->top, 54, 0.7);
  assert_near (test_centre (title), 112.5, 0.7);
  assert_near (test_centre (subject), 112.5, 0.7);
}

/* Competence, basis, order, articles 1 to 3, and nothing else comes between. */
static void
test_order_of_decision (Fixture *fixture, gconstpointer kind)
{
  static const char *const order[] = { "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NHƯ XUÂN",
                                       "Căn cứ Luật Tổ chức",
                                       "Căn cứ Luật Phòng, chống",
                                       "Căn cứ Nghị định",
                                       "Căn cứ Kế hoạch",
                                       "Xét Tờ trình",
                                       "Theo đề nghị",
                                       "QUYẾT ĐỊNH:",
                                       "Điều 1.",
                                       "Điều 2.",
                                       "Điều 3.",
                                       "này./.",
                                       "Nơi nhận:",
                                       "- Như Điều 3;" };
  g_autofree char *text = test_read_all (fixture->document);
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = strstr (at, order[i]);

      if (found == NULL)
        g_error ("“%s” is missing or out of order", order[i]);
      at = found + 1;
    }
  g_assert_cmpuint (test_count (text, "./."), ==, 1);
  assert_face (test_find_line (fixture->first, "Căn cứ Nghị định"), 14, FALSE, TRUE);
  assert_face (test_find_line (fixture->first, "QUYẾT ĐỊNH:"), 14, TRUE, FALSE);
  assert_near (test_centre (test_find_line (fixture->first, "QUYẾT ĐỊNH:")), 112.5, 0.7);
  assert_face (test_find_line (fixture->first, "Điều 1."), 14, TRUE, FALSE);
}

/* Indent, pitch, gap and justification of the basis' and the articles' lines. */
static void
test_body (Fixture *fixture, gconstpointer kind)
{
  const TestLine *one = test_find_line (fixture->first, "Căn cứ Nghị định");
  guint at = 0;

  while (g_ptr_array_index (fixture->first, at) != one)
    at++;
  const TestLine *two = g_ptr_array_index (fixture->first, at + 1);
  const TestLine *three = g_ptr_array_index (fixture->first, at + 2);
  const TestLine *next = g_ptr_array_index (fixture->first, at + 3);
  double pitch = two->baseline - one->baseline;

  assert_near (one->x1, 42.7, 0.3);
  assert_near (two->x1, 30, 0.3);
  assert_near (next->x1, 42.7, 0.3);
  assert_near (one->x2, 195, 0.7);
  assert_near (two->x2, 195, 0.7);
  g_assert_cmpfloat (three->x2, <, 190);
  g_assert_cmpfloat (pitch / MM (14), >=, 1.15);
  g_assert_cmpfloat (pitch / MM (14), <=, 1.725);
  assert_near (three->baseline - two->baseline, pitch, 0.02 * MM (14));
  g_assert_cmpfloat (next->baseline - three->baseline - pitch, >=, MM (6) - MM (0.3));
}

static void
test_end (Fixture *fixture, gconstpointer kind)
{
  gboolean decision = strcmp (kind, "decision-recognise") == 0;
  const TestLine *notes = test_find_line (fixture->last, "Nơi nhận:");
  const TestLine *authority = test_find_line (fixture->last, decision ? "CHỦ TỊCH" : "TM. ỦY BAN");
  const TestLine *above = test_find_line (fixture->last, decision ? "CHỦ TỊCH" : "PHÓ CHỦ TỊCH");
  const TestLine *name = test_find_line (fixture->last, "Nguyễn Đức Đồng");
  const TestLine *kept = test_find_line (fixture->last, "- Lưu: VT");

  assert_face (notes, 12, TRUE, TRUE);
  assert_near (notes->x1, 30, 0.5);
  assert_near (notes->top, authority->top, 1);
  assert_face (authority, 14, TRUE, FALSE);
  assert_near (test_centre (authority), 146.5, 0.7);
  assert_face (name, 14, TRUE, FALSE);
  assert_near (test_centre (name), 146.5, 0.7);
  g_assert_cmpfloat (name->top - above->top - MM (BOX * 14), >=, 20);
  g_assert_cmpfloat (name->top - above->top - MM (BOX * 14), <=, 35);
  assert_face (kept, 11, FALSE, FALSE);
  assert_near (kept->x1, 30, 0.5);
  g_assert_cmpstr (kept->text, ==, "- Lưu: VT, CA.");
}

/* The signature stands below two lines of the text at least, whatever the text's length. */
static void
test_signature_not_alone (void)
{
  for (guint n = 0; n < 40; n++)
    {
      g_autoptr (TdDraft) draft = td_draft_new ("letter");

      for (guint i = 0; i < n; i++)
        td_draft_add (draft, TD_BLOCK_PARAGRAPH, "Một đoạn văn ngắn.");
      td_draft_add (draft, TD_BLOCK_PARAGRAPH, "Đoạn cuối./.");
      TdBlock *end = td_draft_add (draft, TD_BLOCK_SIGNATURES, NULL);
      TdSignature *signature = td_block_add_signature (end, "Nguyễn Đức Đồng");

      g_ptr_array_add (signature->authority, g_strdup ("CHỦ TỊCH"));
      td_block_add_line (td_draft_add (draft, TD_BLOCK_RECIPIENTS, NULL), "Lưu: VT");
      PopplerDocument *document = test_render (draft);
      int last = poppler_document_get_n_pages (document) - 1;
      g_autoptr (GPtrArray) lines = test_lines (document, last);
      const TestLine *authority = test_find_line (lines, "CHỦ TỊCH");
      guint above = 0;

      test_find_line (lines, "Nguyễn Đức Đồng");
      test_find_line (lines, "- Lưu: VT.");
      for (guint i = 0; i < lines->len; i++)
        {
          const TestLine *line = g_ptr_array_index (lines, i);

          above += line->top > 19 && line->top < authority->top - 1 && g_str_has_suffix (line->text, ".");
        }
      g_assert_cmpuint (above, >=, MIN (2, n + 1));
      g_object_unref (document);
    }
}

/* No text covers another. */
static void
test_overlap (Fixture *fixture, gconstpointer kind)
{
  for (int n = 0; n < poppler_document_get_n_pages (fixture->document); n++)
    {
      g_autoptr (GPtrArray) lines = test_lines (fixture->document, n);

      for (guint i = 0; i < lines->len; i++)
        for (guint j = i + 1; j < lines->len; j++)
          {
            const TestLine *a = g_ptr_array_index (lines, i);
            const TestLine *b = g_ptr_array_index (lines, j);
            double width = MIN (a->x2, b->x2) - MAX (a->x1, b->x1);
            double height = MIN (a->top + MM (BOX * a->size), b->top + MM (BOX * b->size)) - MAX (a->top, b->top);

            if (width > 0 && height > 0 && width * height >= 0.2)
              g_error ("“%s” covers “%s”", a->text, b->text);
          }
    }
}

static void
test_page_numbers (Fixture *fixture, gconstpointer kind)
{
  int n_pages = poppler_document_get_n_pages (fixture->document);
  const TestLine *top = g_ptr_array_index (fixture->first, 0);

  g_assert_cmpint (n_pages, ==, 2);
  g_assert_cmpfloat (top->top, >=, 19);
  for (int i = 1; i < n_pages; i++)
    {
      g_autoptr (GPtrArray) lines = test_lines (fixture->document, i);
      g_autofree char *number = g_strdup_printf ("%d", i + 1);
      const TestLine *line = g_ptr_array_index (lines, 0);

      g_assert_cmpstr (line->text, ==, number);
      assert_face (line, 14, FALSE, FALSE);
      assert_near (test_centre (line), 112.5, 1);
      assert_near (line->top, 10, 0.5);
    }
}

#define ADD(name, test)                                                                                                \
  g_test_add ("/papers/layout/decision/" name, Fixture, "decision-recognise", set_up, test, tear_down);                \
  g_test_add ("/papers/layout/notice/" name, Fixture, "notice-refuse", set_up, test, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("page-size", test_page_size);
  ADD ("margins", test_margins);
  ADD ("nation", test_nation);
  ADD ("issuer", test_issuer);
  ADD ("number-and-date", test_number_and_date);
  ADD ("rules", test_rules);
  ADD ("title", test_title);
  ADD ("end", test_end);
  ADD ("overlap", test_overlap);
  ADD ("page-numbers", test_page_numbers);
  g_test_add ("/papers/layout/decision/order", Fixture, "decision-recognise", set_up, test_order_of_decision,
              tear_down);
  g_test_add ("/papers/layout/decision/body", Fixture, "decision-recognise", set_up, test_body, tear_down);
  g_test_add_func ("/papers/layout/signature-not-alone", test_signature_not_alone);
  return g_test_run ();
}
