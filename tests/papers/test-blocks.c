/* test-blocks.c: blocks that the first templates don't use yet: a công văn, annexes, clauses and points, marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-layout-private.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The head of an official letter of the commune. */
static TdDraft *
letter_new (guint n_addressees)
{
  TdDraft *draft = td_draft_new ("registration");
  TdBlock *addressees = td_draft_add (draft, TD_BLOCK_ADDRESSEES, NULL);

  g_ptr_array_add (draft->head.issuer, g_strdup ("ỦY BAN NHÂN DÂN"));
  g_ptr_array_add (draft->head.issuer, g_strdup ("XÃ XUÂN BÌNH"));
  draft->head.code = g_strdup ("UBND-CA");
  draft->head.number = g_strdup ("15");
  draft->head.place = g_strdup ("Xuân Bình");
  draft->head.day = g_strdup ("5");
  draft->head.month = g_strdup ("3");
  draft->head.year = g_strdup ("2025");
  draft->head.about = g_strdup ("đăng ký xây dựng xã Xuân Bình không ma túy năm 2025");
  for (guint i = 0; i < n_addressees; i++)
    td_block_add_line (addressees, i == 0 ? "Ủy ban nhân dân huyện Như Xuân" : "Công an huyện Như Xuân");
  return draft;
}

static void
add_end (TdDraft *draft)
{
  TdSignature *signature = td_block_add_signature (td_draft_add (draft, TD_BLOCK_SIGNATURES, NULL), "Lê Thị Hoa");

  g_ptr_array_add (signature->authority, g_strdup ("TM. ỦY BAN NHÂN DÂN"));
  g_ptr_array_add (signature->authority, g_strdup ("CHỦ TỊCH"));
  TdBlock *recipients = td_draft_add (draft, TD_BLOCK_RECIPIENTS, NULL);

  td_block_add_line (recipients, "Như trên");
  td_block_add_line (recipients, "Lưu: VT, CAX");
}

static void
save (const TdDraft *draft, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autoptr (GError) error = NULL;

  td_draft_save_pdf (draft, path, NULL, &error);
  g_assert_no_error (error);
}

static void
test_letter (void)
{
  g_autoptr (TdDraft) draft = letter_new (2);

  td_draft_add (draft, TD_BLOCK_PARAGRAPH, "Thực hiện Kế hoạch số 112/KH-UBND, Ủy ban nhân dân xã báo cáo như sau:./.");
  add_end (draft);
  save (draft, "letter.pdf");
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 0);
  const TestLine *number = test_find_line (lines, "Số:");
  const TestLine *about = test_find_line (lines, "V/v");
  const TestLine *to = test_find_line (lines, "Kính gửi:");
  const TestLine *one = test_find_line (lines, "- Ủy ban nhân dân huyện");
  const TestLine *two = test_find_line (lines, "- Công an huyện");
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpstr (number->text, ==, "Số: 15/UBND-CA");
  g_assert_cmpstr (test_find_line (lines, "Xuân Bình, ngày")->text, ==, "Xuân Bình, ngày 05 tháng 3 năm 2025");
  assert_near (about->size, 12, 0.1);
  g_assert_false (about->bold);
  assert_near (test_centre (about), 63.5, 0.7);
  g_assert_cmpfloat (about->x2 - about->x1, <=, 67);
  assert_near (about->top - number->top - MM (1.15 * 13), MM (6), 0.3);
  g_assert_true (g_str_has_suffix (one->text, ";") && g_str_has_suffix (two->text, "."));
  assert_near (one->x1, two->x1, 0.5);
  g_assert_cmpfloat (one->x1, >, to->x2);
  g_assert_cmpstr (title, ==, "đăng ký xây dựng xã Xuân Bình không ma túy năm 2025");
  test_find_line (lines, "- Như trên;");
  g_object_unref (document);
}

static void
test_one_addressee (void)
{
  g_autoptr (TdDraft) draft = letter_new (1);
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 0);
  const TestLine *to = test_find_line (lines, "Kính gửi:");

  g_assert_cmpstr (to->text, ==, "Kính gửi: Ủy ban nhân dân huyện Như Xuân.");
  assert_near (test_centre (to), 112.5, 0.7);
  g_object_unref (document);
}

static void
add_annex (TdDraft *draft, const char *name, gboolean landscape)
{
  TdBlock *annex = td_draft_add (draft, TD_BLOCK_ANNEX, name);

  annex->note = g_strdup ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân huyện)");
  annex->landscape = landscape;
  TdBlock *table = td_draft_add (draft, TD_BLOCK_TABLE, NULL);

  for (guint i = 0; i < 10; i++)
    td_block_add_column (table, "Tiêu chí", 1, TD_ALIGN_CENTRE);
  for (guint i = 0; i < 60; i++)
    {
      GPtrArray *cells = td_block_add_row (table);

      for (guint j = 0; j < 10; j++)
        g_ptr_array_add (cells, g_strdup_printf ("%u", i * j));
    }
}

/* Each annex has a head, a Roman number where there are two, its own page numbers, and may lie on its side. */
static void
test_annexes (void)
{
  g_autoptr (TdDraft) draft = letter_new (1);
  guint n = 0;

  add_end (draft);
  add_annex (draft, "SỐ LIỆU SO SÁNH", TRUE);
  add_annex (draft, "DANH SÁCH", FALSE);
  save (draft, "annexes.pdf");
  PopplerDocument *document = test_render (draft);
  int number = 0;
  gboolean landscape = FALSE;

  for (int i = 1; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autoptr (GPtrArray) lines = test_lines (document, i);
      const TestLine *first = g_ptr_array_index (lines, 0);
      gboolean starts = g_str_has_prefix (first->text, "Phụ lục");
      double width, height;

      number = starts ? 1 : number + 1;
      if (starts)
        {
          g_assert_cmpstr (first->text, ==, n == 0 ? "Phụ lục I" : "Phụ lục II");
          g_assert_true (first->bold);
          assert_near (first->size, 14, 0.1);
          g_assert_true (test_find_line (lines, "(Kèm theo")->italic);
          landscape = n++ == 0;
        }
      else
        g_assert_cmpint (atoi (first->text), ==, number);
      assert_near (test_centre (first), landscape ? 30 + 252 / 2.0 : 112.5, 0.7);
      poppler_page_get_size (page, &width, &height);
      assert_near (MM (width), landscape ? 297 : 210, 0.1);
      assert_near (MM (height), landscape ? 210 : 297, 0.1);
      for (guint j = 0; j < lines->len; j++)
        g_assert_cmpfloat (((const TestLine *)g_ptr_array_index (lines, j))->top, <=, landscape ? 186 : 273);
      g_object_unref (page);
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (number, >=, 2);
  g_object_unref (document);
}

static void
test_single_annex (void)
{
  g_autoptr (TdDraft) draft = letter_new (1);

  add_annex (draft, "DANH SÁCH", FALSE);
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 1);

  g_assert_cmpstr (test_find_line (lines, "Phụ lục")->text, ==, "Phụ lục");
  g_object_unref (document);
}

/* Numbers begin again where they should. */
static void
test_numbering (void)
{
  static const struct
  {
    TdBlockKind kind;
    guint level;
    const char *start;
  } cases[] = {
    { TD_BLOCK_HEADING, 1, "I. " },      { TD_BLOCK_HEADING, 2, "1. " }, { TD_BLOCK_HEADING, 2, "2. " },
    { TD_BLOCK_HEADING, 1, "II. " },     { TD_BLOCK_HEADING, 2, "1. " }, { TD_BLOCK_HEADING, 3, "a) " },
    { TD_BLOCK_ARTICLE, 0, "Điều 1. " }, { TD_BLOCK_CLAUSE, 0, "1. " },  { TD_BLOCK_POINT, 0, "a) " },
    { TD_BLOCK_POINT, 0, "b) " },        { TD_BLOCK_CLAUSE, 0, "2. " },  { TD_BLOCK_POINT, 0, "a) " },
    { TD_BLOCK_ARTICLE, 0, "Điều 2. " }, { TD_BLOCK_CLAUSE, 0, "1. " },
  };
  g_autoptr (TdDraft) draft = td_draft_new ("test");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("mục-%u-", i);

      td_draft_add (draft, cases[i].kind, text)->level = cases[i].level;
    }
  PopplerDocument *document = test_render (draft);
  g_autofree char *all = test_read_all (document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf (" %smục-%u-", cases[i].start, i);

      if (strstr (all, line) == NULL)
        g_error ("“%s” is missing in “%s”", line, all);
    }
  g_object_unref (document);
}

/* What an editor may leave behind is laid out all the same. */
static void
test_bare_blocks (void)
{
  g_autoptr (TdDraft) draft = td_draft_new ("test");

  for (int kind = TD_BLOCK_TITLE; kind <= TD_BLOCK_RECIPIENTS; kind++)
    td_draft_add (draft, (TdBlockKind)kind, NULL);
  TdBlock *table = td_draft_add (draft, TD_BLOCK_TABLE, NULL);

  for (guint i = 0; i < 80; i++)
    td_block_add_column (table, "hẹp", 0, TD_ALIGN_RIGHT);
  td_block_add_row (table);
  PopplerDocument *document = test_render (draft);
  g_autofree char *text = test_read_all (document);

  g_assert_null (strstr (text, "null"));
  g_assert_nonnull (strstr (text, "Điều 1."));
  g_object_unref (document);
}

static void
test_letters (void)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 1; i <= 25; i++)
    {
      g_autofree char *letter = td_number_letter (i);

      g_string_append_printf (all, "%s ", letter);
    }
  g_assert_cmpstr (all->str, ==, "a b c d đ e g h i k l m n o p q r s t u v x y aa ab ");
}

static void
test_roman (void)
{
  static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI" };

  for (guint i = 0; i < G_N_ELEMENTS (roman); i++)
    {
      g_autofree char *found = td_number_roman (i + 1);

      g_assert_cmpstr (found, ==, roman[i]);
    }
}

/* Urgency below the number, circulation at the first page's foot, and no text under it. */
static void
test_marks (void)
{
  g_autoptr (TdDraft) draft = letter_new (1);

  draft->head.urgency = g_strdup ("KHẨN");
  draft->head.circulation = g_strdup ("LƯU HÀNH NỘI BỘ");
  for (guint i = 0; i < 60; i++)
    td_draft_add (draft, TD_BLOCK_PARAGRAPH, "Một đoạn văn ngắn.");
  add_end (draft);
  save (draft, "marks.pdf");
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 0);
  const TestLine *urgency = test_find_line (lines, "KHẨN");
  const TestLine *circulation = test_find_line (lines, "LƯU HÀNH");

  g_assert_true (urgency->bold && circulation->bold);
  assert_near (test_centre (urgency), 63.5, 0.7);
  g_assert_cmpfloat (urgency->top, >, test_find_line (lines, "V/v")->top);
  g_assert_cmpfloat (circulation->top, >, 260);
  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      g_assert_true (line == circulation || line->top + MM (BOX * line->size) < circulation->top);
    }
  g_object_unref (document);
}

/* Minutes: two sign beside each other, the recipients below. */
static void
test_two_signatures (void)
{
  g_autoptr (TdDraft) draft = letter_new (1);
  TdBlock *block = td_draft_add (draft, TD_BLOCK_SIGNATURES, NULL);

  g_ptr_array_add (td_block_add_signature (block, "Lê Văn Thư")->authority, g_strdup ("THƯ KÝ"));
  g_ptr_array_add (td_block_add_signature (block, "Trần Thị Chủ")->authority, g_strdup ("CHỦ TỌA"));
  td_block_add_line (td_draft_add (draft, TD_BLOCK_RECIPIENTS, NULL), "Lưu: VT");
  PopplerDocument *document = test_render (draft);
  g_autoptr (GPtrArray) lines = test_lines (document, 0);
  const TestLine *left = test_find_line (lines, "THƯ KÝ");
  const TestLine *right = test_find_line (lines, "CHỦ TỌA");

  assert_near (left->top, right->top, 0.2);
  assert_near (test_centre (left), 63.5, 0.7);
  assert_near (test_centre (right), 146.5, 0.7);
  g_assert_cmpfloat (test_find_line (lines, "Nơi nhận:")->top, >, test_find_line (lines, "Lê Văn Thư")->top);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/blocks/letter", test_letter);
  g_test_add_func ("/papers/blocks/one-addressee", test_one_addressee);
  g_test_add_func ("/papers/blocks/annexes", test_annexes);
  g_test_add_func ("/papers/blocks/single-annex", test_single_annex);
  g_test_add_func ("/papers/blocks/numbering", test_numbering);
  g_test_add_func ("/papers/blocks/bare", test_bare_blocks);
  g_test_add_func ("/papers/blocks/letters", test_letters);
  g_test_add_func ("/papers/blocks/roman", test_roman);
  g_test_add_func ("/papers/blocks/marks", test_marks);
  g_test_add_func ("/papers/blocks/two-signatures", test_two_signatures);
  return g_test_run ();
}
