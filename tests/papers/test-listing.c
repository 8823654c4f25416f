/* test-listing.c: tables that are printed: every row once and whole, the head on each page, pages numbered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-listing.h"

#include <locale.h>
#include <string.h>

#define FOOT "In lúc 08:05 ngày 30/11/2025 · Người in: mai"

/* A table whose cells follow from their place. */
typedef struct
{
  guint n_columns;
  guint fail_at; /* a row that cannot be read */
  char *text;    /* what was asked for last */
  guint n_asked;
} Source;

static const char *
short_cell (guint row, guint column, gpointer data, GError **error)
{
  Source *source = data;

  source->n_asked++;
  if (row + 1 == source->fail_at)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the row is damaged");
      return NULL;
    }
  g_free (source->text);
  source->text = column == 0 ? g_strdup_printf ("Mã-%u-hết", row + 1) : g_strdup_printf ("Nguyễn Văn Ễ %u", column);
  return source->text;
}

static const char *
long_cell (guint row, guint column, gpointer data, GError **error)
{
  Source *source = data;
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= (row == 1 && column == 1 ? 4000 : 2); i++)
    g_string_append_printf (text, "từ%u-%u ", row, i);
  g_free (source->text);
  source->text = g_string_free (text, FALSE);
  return source->text;
}

static GBytes *
make_pdf (guint n_rows, guint n_columns, TdListingCell cell, GError **error)
{
  static const char *const notes[] = { "Toàn huyện", "Dân tộc có “thái”", NULL };
  Source source = { .n_columns = n_columns };
  g_autofree TdListingColumn *columns = g_new0 (TdListingColumn, n_columns);
  TdListing listing = { .title = "SỔ <ĐỐI TƯỢNG> & KHÁC",
                        .notes = notes,
                        .mark = "LƯU HÀNH NỘI BỘ",
                        .foot = FOOT,
                        .columns = columns,
                        .n_columns = n_columns,
                        .n_rows = n_rows,
                        .cell = cell,
                        .data = &source };
  GBytes *pdf;

  for (guint i = 0; i < n_columns; i++)
    columns[i].heading = i == 0 ? "Mã đối tượng" : "Họ và tên";
  pdf = td_listing_to_pdf (&listing, NULL, NULL, NULL, error);
  g_free (source.text);
  return pdf;
}

static PopplerDocument *
lay_out (guint n_rows, guint n_columns, TdListingCell cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = make_pdf (n_rows, n_columns, cell, &error);
  const char *folder = g_getenv ("TD_KEEP_LISTINGS");

  g_assert_no_error (error);
  if (folder != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u-%u.pdf", folder, n_rows, n_columns);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), NULL));
    }
  return test_open (pdf);
}

static void
assert_within_page (PopplerDocument *document, int n)
{
  PopplerPage *page = poppler_document_get_page (document, n);
  g_autoptr (GPtrArray) lines = test_lines (document, n);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpfloat (line->x1, >=, 19.9);
      g_assert_cmpfloat (line->x2, <=, MM (width) - 11.9);
      g_assert_cmpfloat (line->top, >=, 12);
      g_assert_cmpfloat (line->baseline, <=, MM (height) - 8);
    }
  g_object_unref (page);
}

/* Each row once and in order, the head and the number on each page, and no row alone on the last one. */
static void
test_rows (gconstpointer data)
{
  guint n_rows = GPOINTER_TO_UINT (data);
  PopplerDocument *document = lay_out (n_rows, 4, short_cell);
  int n_pages = poppler_document_get_n_pages (document);
  guint next = 1;

  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *page = test_read_page (document, i);
      g_autofree char *text = test_squeeze (page);
      g_autofree char *number = g_strdup_printf ("Trang %d/%d", i + 1, n_pages);
      guint n = test_count (text, "-hết");

      g_assert_cmpuint (test_count (text, "Mã đối tượng"), ==, 1);
      g_assert_cmpuint (test_count (text, number), ==, 1);
      g_assert_cmpuint (test_count (text, FOOT), ==, 1);
      g_assert_cmpuint (test_count (text, "SỔ <ĐỐI TƯỢNG> & KHÁC"), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (test_count (text, "LƯU HÀNH NỘI BỘ"), ==, i == 0 ? 1 : 0);
      g_assert_cmpuint (test_count (text, "Nguyễn Văn Ễ 3"), ==, n);
      g_assert_cmpuint (n, >=, MIN (n_rows, 2));
      for (; n > 0; n--)
        {
          g_autofree char *cell = g_strdup_printf ("Mã-%u-hết", next++);

          g_assert_nonnull (strstr (text, cell));
        }
      if (i < 5)
        assert_within_page (document, i);
    }
  g_assert_cmpuint (next, ==, n_rows + 1);
  g_object_unref (document);
}

/* The table's end may fall anywhere on a page. */
static void
test_no_orphans (void)
{
  for (guint n_rows = 38; n_rows < 48; n_rows++)
    test_rows (GUINT_TO_POINTER (n_rows));
}

/* Poppler does not part the last word of a cell from the next cell. */
static gboolean
has_numbered (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (!g_ascii_isdigit (at[strlen (word)]))
      return TRUE;
  return FALSE;
}

/* No word of it is lost where it is torn. */
static void
test_long_cell (void)
{
  PopplerDocument *document = lay_out (3, 3, long_cell);
  g_autofree char *text = test_read_all (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), >, 3);
  for (guint i = 1; i <= 4000; i++)
    {
      g_autofree char *word = g_strdup_printf ("từ1-%u", i);

      g_assert_true (has_numbered (text, word));
    }
  g_assert_true (has_numbered (text, "từ2-1"));
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *page = test_read_page (document, i);

      g_assert_cmpuint (test_count (page, "STT"), ==, 1);
      assert_within_page (document, i);
    }
  g_object_unref (document);
}

static gboolean
is_landscape (PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_object_unref (page);
  assert_near (MM (MIN (width, height)), 210, 0.1);
  assert_near (MM (MAX (width, height)), 297, 0.1);
  return width > height;
}

/* The page lies as the columns need it, and no letter is lost where they need more than there is. */
static void
test_columns (void)
{
  PopplerDocument *few = lay_out (5, 3, short_cell);
  PopplerDocument *more = lay_out (5, 8, short_cell);
  PopplerDocument *many = lay_out (5, 40, short_cell);
  g_autofree char *text = test_read_all (many);
  GString *letters = g_string_new (NULL);

  g_assert_false (is_landscape (few));
  g_assert_true (is_landscape (more));
  g_assert_true (is_landscape (many));
  assert_within_page (many, 0);
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (letters, *c);
  g_assert_cmpuint (test_count (letters->str, "Ễ"), ==, 5 * 39);
  g_string_free (letters, TRUE);
  g_object_unref (few);
  g_object_unref (more);
  g_object_unref (many);
}

static void
test_no_rows (void)
{
  PopplerDocument *document = lay_out (0, 3, short_cell);
  g_autofree char *text = test_read_all (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  g_assert_nonnull (strstr (text, "Trang 1/1"));
  g_object_unref (document);
}

static void
test_fonts (void)
{
  PopplerDocument *document = lay_out (60, 4, short_cell);
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *fonts = NULL;

  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (document), &fonts));
  do
    g_assert_true (strstr (poppler_fonts_iter_get_full_name (fonts), "LiberationSerif") != NULL
                   || strstr (poppler_fonts_iter_get_full_name (fonts), "Tinos") != NULL
                   || strstr (poppler_fonts_iter_get_full_name (fonts), "TimesNewRoman") != NULL);
  while (poppler_fonts_iter_next (fonts));
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
  g_object_unref (document);
}

static void
cancel_at_half (guint64 done, guint64 total, gpointer cancellable)
{
  g_assert_cmpuint (done, <=, total);
  if (done > total / 2)
    g_cancellable_cancel (cancellable);
}

static void
test_giving_up (void)
{
  const TdListingColumn columns[] = { { "Mã", TD_ALIGN_LEFT }, { "Tên", TD_ALIGN_LEFT } };
  Source source = { .n_columns = 2 };
  TdListing listing = {
    .title = "Sổ", .foot = FOOT, .columns = columns, .n_columns = 2, .n_rows = 2000, .cell = short_cell, .data = &source
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) failed = NULL;

  g_assert_null (td_listing_to_pdf (&listing, cancel_at_half, cancellable, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  source.fail_at = 1500;
  g_assert_null (td_listing_to_pdf (&listing, NULL, NULL, NULL, &failed));
  g_assert_error (failed, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_free (source.text);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/listing/rows/1", GUINT_TO_POINTER (1), test_rows);
  g_test_add_data_func ("/listing/rows/2", GUINT_TO_POINTER (2), test_rows);
  g_test_add_data_func ("/listing/rows/60", GUINT_TO_POINTER (60), test_rows);
  g_test_add_data_func ("/listing/rows/6000", GUINT_TO_POINTER (6000), test_rows);
  g_test_add_func ("/listing/no-orphans", test_no_orphans);
  g_test_add_func ("/listing/long-cell", test_long_cell);
  g_test_add_func ("/listing/columns", test_columns);
  g_test_add_func ("/listing/no-rows", test_no_rows);
  g_test_add_func ("/listing/fonts", test_fonts);
  g_test_add_func ("/listing/giving-up", test_giving_up);
  return g_test_run ();
}
