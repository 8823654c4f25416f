/* td-pdf.c: pages to a PDF with its properties, bookmarks and structure. The bytes depend on the draft alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pages-private.h"

#include "td-paper-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The deepest level of headings. */
#define MAX_LEVEL 4

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_property (cairo_surface_t *surface, cairo_pdf_metadata_t property, const char *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, property, value);
}

static void
set_properties (cairo_surface_t *surface, const TdPages *pages)
{
  /* cairo would put in the time of day. */
  const char *made = pages->made_at != NULL ? pages->made_at : "1970-01-01T00:00:00Z";

  set_property (surface, CAIRO_PDF_METADATA_TITLE, pages->title);
  set_property (surface, CAIRO_PDF_METADATA_AUTHOR, pages->author);
  set_property (surface, CAIRO_PDF_METADATA_SUBJECT, pages->subject);
  set_property (surface, CAIRO_PDF_METADATA_KEYWORDS, pages->keywords);
  set_property (surface, CAIRO_PDF_METADATA_CREATOR, "Thẩm Định");
  set_property (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  set_property (surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

static void
add_bookmarks (cairo_surface_t *surface, const TdPages *pages)
{
  int parents[MAX_LEVEL + 1];

  for (guint i = 0; i <= MAX_LEVEL; i++)
    parents[i] = CAIRO_PDF_OUTLINE_ROOT;
  for (guint i = 0; i < pages->bookmarks->len; i++)
    {
      const TdBookmark *bookmark = g_ptr_array_index (pages->bookmarks, i);
      guint level = MIN (bookmark->level, MAX_LEVEL - 1);
      g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, (int)bookmark->y);
      int id
        = cairo_pdf_surface_add_outline (surface, parents[level], bookmark->text, link, (cairo_pdf_outline_flags_t)0);

      for (guint deeper = level + 1; deeper <= MAX_LEVEL; deeper++)
        parents[deeper] = id;
    }
}

static void
label_page (cairo_surface_t *surface, const TdPage *page)
{
  g_autofree char *label = page->section == 0 ? g_strdup_printf ("%u", page->number)
                                              : g_strdup_printf ("PL%u-%u", page->section, page->number);

  cairo_pdf_surface_set_page_label (surface, label);
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, TD_PAPER_ERROR, TD_PAPER_ERROR_FAILED, _ ("The paper could not be written as PDF: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static gboolean
draw_pages (cairo_surface_t *surface, const TdPages *pages, GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = TRUE;

  for (guint i = 0; i < pages->pages->len && drawn; i++)
    {
      const TdPage *page = td_pages_get (pages, i);

      /* cairo forgets what was begun on a page whose size is set. */
      cairo_pdf_surface_set_size (surface, page->width, page->height);
      label_page (surface, page);
      if (i == 0)
        cairo_tag_begin (cr, "Document", NULL);
      td_pages_draw (pages, i, cr);
      if (i + 1 == pages->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      drawn = check (cairo_status (cr), error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);
  return drawn;
}

static GBytes *
write_pdf (const TdPages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);
  gboolean drawn;
  cairo_status_t status;

  set_properties (surface, pages);
  drawn = draw_pages (surface, pages, cancellable, error);
  /* cairo aborts the program over a bookmark to a page that was not drawn. */
  if (drawn)
    add_bookmarks (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!drawn || !check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * td_draft_to_pdf:
 * @draft: a paper
 * @cancellable: (nullable): looked at before the layout and after each page
 * @error: a #TD_PAPER_ERROR, or a #GIOErrorEnum when cancelled
 *
 * Safe from any thread.
 *
 * Returns: (transfer full) (nullable): the PDF; the same draft gives the same bytes
 */
GBytes *
td_draft_to_pdf (const TdDraft *draft, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPages) pages = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  pages = td_layout (draft, error);
  return pages != NULL ? write_pdf (pages, cancellable, error) : NULL;
}

/**
 * td_draft_save_pdf:
 * @draft: a paper
 * @path: a file, which is replaced as a whole or left as it was
 * @cancellable: (nullable): as for td_draft_to_pdf()
 * @error: a #TD_PAPER_ERROR, a #GFileError, or a #GIOErrorEnum when cancelled
 *
 * Returns: whether the file holds the paper
 */
gboolean
td_draft_save_pdf (const TdDraft *draft, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) pdf = td_draft_to_pdf (draft, cancellable, error);
  const char *data;
  gsize length;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  if (!g_file_set_contents_full (path, data, (gssize)length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error))
    {
      g_prefix_error (error, _ ("The paper could not be saved: "));
      return FALSE;
    }
  return TRUE;
}
