/* test-text.c: text that people type, and what it becomes on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-clean-private.h"
#include "td-fonts-private.h"
#include "td-pages-private.h"
#include "td-paper-error.h"

#include <locale.h>
#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text, *clean;
  } cases[] = {
    { "Nguyễn Văn Đồng", "Nguyễn Văn Đồng" },
    { "Nguye\314\202\314\203n", "Nguyễn" },                       /* decomposed */
    { "a\001b\177c\302\205d", "abcd" },                           /* control characters */
    { "m\303\264\314\243t", "một" },                              /* half composed */
    { "tab\there\r\nthere", "tab here  there" },                  /* white space */
    { "\342\200\216a\342\200\213b\302\255c\357\273\277", "abc" }, /* marks of direction, joiners, soft hyphen */
    { "An \360\237\230\200", "An \342\226\241" },                 /* an emoji: a box */
    { "\344\270\255", "\342\226\241" },                           /* a letter of another script */
    { "\356\200\200 \357\277\275", "\342\226\241 \342\226\241" }, /* private use; what was lost before */
    { "\314\201a", "a" },                                         /* a mark without a letter */
    { "\377a", "\342\226\241"
               "a" }, /* not UTF-8 */
    { "theo Điều 3 và khoản 1", "theo Điều" NBSP "3 và khoản" NBSP "1" },
    { "số 12/QĐ-UBND ngày 05 tháng 3", "số" NBSP "12/QĐ-UBND ngày" NBSP "05 tháng" NBSP "3" },
    { "cộng số 5, hiệusố 5, Điều lệ 5", "cộng số" NBSP "5, hiệusố 5, Điều lệ 5" },
    { "", "" },
  };

  g_assert_nonnull (td_fonts_get_layout (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = td_clean (cases[i].text, strlen (cases[i].text), FALSE);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_markup (void)
{
  static const char *const wrong[] = { "<u>x</u>", "<b>x", "a & b", "<span size='1'>x</span>", "</b>" };
  g_autofree char *plain = td_markup_to_plain ("a <b>b <i>c</i></b> &lt;b&gt; &amp;");

  g_assert_cmpstr (plain, ==, "a b c <b> &");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TdDraft) draft = td_draft_new ("letter");
      g_autoptr (GError) error = NULL;

      td_draft_add (draft, TD_BLOCK_PARAGRAPH, wrong[i]);
      g_assert_null (td_layout (draft, &error));
      g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_MARKUP);
    }
}

/* Decomposed text goes in, composed text comes out of the PDF. */
static void
test_normal_form (void)
{
  g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
  g_autofree char *apart = g_utf8_normalize ("xã Thượng Ninh", -1, G_NORMALIZE_DEFAULT);

  td_facts_set (facts, "unit", apart);
  g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, NULL);
  PopplerDocument *document = test_render (draft);
  g_autofree char *text = test_read_all (document);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_null (strstr (text, apart));
  g_assert_nonnull (strstr (text, "Công nhận xã Thượng Ninh đạt chuẩn"));
  g_assert_nonnull (strstr (title, "xã Thượng Ninh"));
  g_object_unref (document);
}

static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
  return g_string_free (out, FALSE);
}

static void
assert_on_page (TdPages *pages)
{
  for (guint n = 0; n < td_pages_get_n_pages (pages); n++)
    {
      const TdPage *page = td_pages_get (pages, n);

      for (guint i = 0; i < page->placed->len; i++)
        {
          const TdPlaced *placed = &g_array_index (page->placed, TdPlaced, i);

          g_assert_cmpfloat (MM (placed->x), >=, 29.5);
          g_assert_cmpfloat (MM (placed->x + placed->text->width), <=, 195.5);
          g_assert_cmpfloat (MM (placed->y), <=, 277);
        }
    }
}

/* Names that are far too long, one word or many, in each fact: all on the paper, none of it cut, none outside. */
static void
test_long_facts (gconstpointer data)
{
  static const char *const names[] = { "unit", "signer-name", "issuer-2", "police", "place" };
  const char *part = data;
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 4000 / strlen (part); i++)
    g_string_append (name, part);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);
      g_autoptr (GError) error = NULL;

      td_facts_set (facts, names[i], name->str);
      g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, NULL);
      g_autoptr (TdPages) pages = td_layout (draft, &error);

      g_assert_no_error (error);
      assert_on_page (pages);
      PopplerDocument *document = test_render (draft);
      g_autofree char *text = test_read_all (document);
      g_autofree char *solid = without_spaces (text);
      g_autofree char *solid_part = without_spaces (part);

      g_assert_cmpuint (test_count (solid, solid_part), >=, 4000 / strlen (part) * 9 / 10);
      g_object_unref (document);
    }
}

/* An emoji in a name neither fails nor brings in another font. */
static void
test_foreign_letters (void)
{
  g_autoptr (TdFacts) facts = test_facts_new ("decision-recognise", 0);

  td_facts_set (facts, "signer-name", "Nguyễn \360\237\230\200 \344\270\255 \330\271\330\261\330\250 An");
  g_autoptr (TdDraft) draft = td_template_fill ("decision-recognise", facts, NULL);
  PopplerDocument *document = test_render (draft);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *fonts = NULL;
  g_autofree char *text = test_read_all (document);

  g_assert_nonnull (strstr (text, "Nguyễn □ □ "));
  g_assert_true (poppler_font_info_scan (info, 10, &fonts));
  do
    g_assert_nonnull (strstr (poppler_fonts_iter_get_full_name (fonts), "Serif"));
  while (poppler_fonts_iter_next (fonts));
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
  g_object_unref (document);
}

/* A line never ends within a code, nor between a word and its number. */
static void
test_unbroken (void)
{
  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (TdDraft) draft = td_draft_new ("letter");
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append (text, "a ");
      g_string_append (text, "theo Quyết định số 272/QĐ-UBND ngày 21 tháng 01 năm 2021, Điều 15 và Chỉ thị 06-CT/TU "
                             "tại <n>xã Bãi Trành</n>.");
      td_draft_add (draft, TD_BLOCK_PARAGRAPH, text->str);
      g_autoptr (TdPages) pages = td_layout (draft, NULL);
      const TdPage *page = td_pages_get (pages, 0);

      for (guint i = 0; i < page->placed->len; i++)
        {
          g_autofree char *line = td_text_get_string (g_array_index (page->placed, TdPlaced, i).text);
          g_autofree char *end = g_strchomp (g_strdup (line));
          static const char *const never[]
            = { "số", "272/", "272/QĐ-", "QĐ-", "ngày", "tháng", "Điều", "06-", "06-CT/", "xã", "Bãi" };

          for (guint j = 0; j < G_N_ELEMENTS (never); j++)
            g_assert_false (g_str_has_suffix (end, never[j]));
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/text/clean", test_clean);
  g_test_add_func ("/papers/text/markup", test_markup);
  g_test_add_func ("/papers/text/normal-form", test_normal_form);
  g_test_add_data_func ("/papers/text/long-words", "Nguyễn", test_long_facts);
  g_test_add_data_func ("/papers/text/long-names", "Nguyễn Văn ", test_long_facts);
  g_test_add_func ("/papers/text/foreign-letters", test_foreign_letters);
  g_test_add_func ("/papers/text/unbroken", test_unbroken);
  return g_test_run ();
}
