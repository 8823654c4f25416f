/* test-pdf.c: the file: fonts, text, properties, bookmarks, the same bytes again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-paper-error.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
assert_fonts (PopplerDocument *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *fonts = NULL;
  guint n = 0;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (document), &fonts));
  do
    {
      const char *name = poppler_fonts_iter_get_full_name (fonts);

      g_assert_true (poppler_fonts_iter_is_embedded (fonts));
      g_assert_true (poppler_fonts_iter_is_subset (fonts));
      g_assert_true (strstr (name, "LiberationSerif") != NULL || strstr (name, "Tinos") != NULL
                     || strstr (name, "TimesNewRoman") != NULL);
      n++;
    }
  while (poppler_fonts_iter_next (fonts));
  g_assert_cmpuint (n, >=, 3);
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
}

/* Composed, and nothing that a clerk cannot see. */
static void
assert_clean (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  g_assert_cmpstr (text, ==, normal);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_assert_true (letter != 0xFFFD && (letter < 0xE000 || letter > 0xF8FF));
      g_assert_true (letter >= 0x20 || letter == '\n' || letter == '\f');
    }
}

static void
test_fonts (void)
{
  static const char *const kinds[] = { "decision-recognise", "notice-refuse" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TdDraft) draft = test_draft_new (kinds[i], 2);
      PopplerDocument *document = test_render (draft);
      g_autofree char *text = test_read_all (document);

      assert_fonts (document);
      assert_clean (text);
      g_object_unref (document);
    }
}

static void
test_properties (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  PopplerDocument *blank = test_render (draft);
  g_autofree char *code = poppler_document_get_subject (blank);

  g_assert_cmpstr (code, ==, "QĐ-UBND");
  g_free (draft->head.number);
  draft->head.number = g_strdup ("7");
  g_free (draft->made_at);
  draft->made_at = g_strdup ("2025-11-30T09:30:00+07:00");
  PopplerDocument *document = test_render (draft);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autofree char *keywords = poppler_document_get_keywords (document);
  g_autoptr (GDateTime) made = poppler_document_get_creation_date_time (document);
  g_autoptr (GDateTime) changed = poppler_document_get_modification_date_time (document);
  g_autofree char *made_text = g_date_time_format (made, "%s");

  g_assert_cmpstr (title, ==, "QUYẾT ĐỊNH Công nhận xã Xuân Bình đạt chuẩn “Xã không ma túy” năm 2025");
  g_assert_cmpstr (author, ==, "ỦY BAN NHÂN DÂN HUYỆN NHƯ XUÂN");
  g_assert_cmpstr (subject, ==, "07/QĐ-UBND");
  g_assert_nonnull (strstr (keywords, "công nhận"));
  g_assert_cmpstr (made_text, ==, "1764469800");
  g_assert_true (g_date_time_equal (made, changed));
  g_object_unref (blank);
  g_object_unref (document);
}

static guint
count_bookmarks (PopplerIndexIter *iter, int *last_page)
{
  guint n = 0;

  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      *last_page = action->goto_dest.dest->page_num;
      poppler_action_free (action);
      n++;
    }
  while (poppler_index_iter_next (iter));
  return n;
}

static void
test_bookmarks (void)
{
  static const struct
  {
    const char *kind;
    guint n;
    int last_page;
  } cases[] = { { "decision-recognise", 3, 2 }, { "notice-refuse", 4, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdDraft) draft = test_draft_new (cases[i].kind, 2);
      PopplerDocument *document = test_render (draft);
      PopplerIndexIter *iter = poppler_index_iter_new (document);
      int last_page = 0;

      g_assert_nonnull (iter);
      g_assert_cmpuint (count_bookmarks (iter, &last_page), ==, cases[i].n);
      g_assert_cmpint (last_page, ==, cases[i].last_page);
      poppler_index_iter_free (iter);
      g_object_unref (document);
    }
}

static void
test_tagged (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("notice-refuse", 2);
  PopplerDocument *document = test_render (draft);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);

  g_assert_nonnull (iter);
  PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);

  g_assert_cmpint (poppler_structure_element_get_kind (element), ==, POPPLER_STRUCTURE_ELEMENT_DOCUMENT);
  g_object_unref (element);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 2);
  PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
  guint tables = 0;
  guint titles = 0;

  do
    {
      PopplerStructureElement *inner = poppler_structure_element_iter_get_element (child);

      g_assert_cmpint (poppler_structure_element_get_kind (inner), !=, POPPLER_STRUCTURE_ELEMENT_DOCUMENT);
      tables += poppler_structure_element_get_kind (inner) == POPPLER_STRUCTURE_ELEMENT_TABLE;
      titles += poppler_structure_element_get_kind (inner) == POPPLER_STRUCTURE_ELEMENT_HEADING_1;
      g_object_unref (inner);
    }
  while (poppler_structure_element_iter_next (child));
  g_assert_cmpuint (tables, ==, 1);
  g_assert_cmpuint (titles, ==, 1);
  g_assert_false (poppler_structure_element_iter_next (iter)); /* one for all pages */
  poppler_structure_element_iter_free (child);
  poppler_structure_element_iter_free (iter);
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  static const char *const kinds[] = { "decision-recognise", "notice-refuse" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TdDraft) one = test_draft_new (kinds[i], 2);
      g_autoptr (TdDraft) two = test_draft_new (kinds[i], 2);
      g_autoptr (GBytes) first = td_draft_to_pdf (one, NULL, NULL);
      g_autoptr (GBytes) second = td_draft_to_pdf (two, NULL, NULL);

      g_usleep (1100 * 1000); /* a clock of seconds would show */
      g_autoptr (GBytes) later = td_draft_to_pdf (two, NULL, NULL);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (first, later));
      /* and the draft matters */
      g_free (two->head.number);
      two->head.number = g_strdup ("8");
      g_autoptr (GBytes) other = td_draft_to_pdf (two, NULL, NULL);

      g_assert_false (g_bytes_equal (first, other));
    }
}

static gpointer
render_in_thread (gpointer data)
{
  GBytes *pdf = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_clear_pointer (&pdf, g_bytes_unref);
      pdf = td_draft_to_pdf (data, NULL, NULL);
    }
  return pdf;
}

static void
test_threads (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("notice-refuse", 20);
  g_autoptr (GBytes) here = td_draft_to_pdf (draft, NULL, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("render", render_in_thread, draft);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);

      g_assert_nonnull (there);
      g_assert_true (g_bytes_equal (here, there));
    }
}

static gpointer
layout_in_thread (gpointer data)
{
  return td_layout (data, NULL);
}

/* Pages that a thread laid out which is gone by now are drawn here. */
static void
test_draw_elsewhere (void)
{
  g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
  g_autoptr (TdPages) pages = g_thread_join (g_thread_new ("layout", layout_in_thread, draft));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  td_pages_draw (pages, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (int i = 0; i < 842 * cairo_image_surface_get_stride (surface); i++)
    ink += cairo_image_surface_get_data (surface)[i] > 128;
  g_assert_cmpuint (ink, >, 3000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Black, but for the mark of urgency. */
static void
test_ink (void)
{
  for (guint urgent = 0; urgent < 2; urgent++)
    {
      g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);

      draft->head.urgency = urgent != 0 ? g_strdup ("HỎA TỐC") : NULL;
      g_autoptr (TdPages) pages = td_layout (draft, NULL);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 595, 842);
      cairo_t *cr = cairo_create (surface);
      guint coloured = 0;

      td_pages_draw (pages, 0, cr);
      cairo_surface_flush (surface);
      const guint32 *pixels = (const guint32 *)(gpointer)cairo_image_surface_get_data (surface);

      for (guint i = 0; i < 595 * 842; i++)
        coloured += (pixels[i] & 0xFFFFFF) != 0;
      g_assert_true (urgent != 0 ? coloured > 100 : coloured == 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_no_font (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (TdDraft) draft = test_draft_new ("decision-recognise", 0);
      g_autoptr (GError) error = NULL;

      g_assert_null (td_draft_to_pdf (draft, NULL, &error));
      g_assert_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_NO_FONT);
      g_assert_nonnull (strstr (error->message, "fonts-liberation2"));
      return;
    }
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "no-fonts.conf", NULL);

  g_assert_true (g_file_set_contents (path, "<fontconfig><dir>/nowhere/at/all</dir></fontconfig>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("FONTCONFIG_FILE");
  g_test_trap_assert_passed ();
  g_remove (path);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  /* First: it sets the environment, which is for a time without threads. */
  g_test_add_func ("/papers/pdf/no-font", test_no_font);
  g_test_add_func ("/papers/pdf/fonts", test_fonts);
  g_test_add_func ("/papers/pdf/properties", test_properties);
  g_test_add_func ("/papers/pdf/bookmarks", test_bookmarks);
  g_test_add_func ("/papers/pdf/tagged", test_tagged);
  g_test_add_func ("/papers/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/papers/pdf/threads", test_threads);
  g_test_add_func ("/papers/pdf/draw-elsewhere", test_draw_elsewhere);
  g_test_add_func ("/papers/pdf/ink", test_ink);
  return g_test_run ();
}
